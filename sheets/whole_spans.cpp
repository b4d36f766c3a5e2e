#include "sheets/whole_spans.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace sheets {
namespace {

constexpr std::ptrdiff_t kLongest = 30;
constexpr const char* kSpaces = " \n\t";

std::ptrdiff_t letters_in(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
}

void keep(std::vector<Span>& spans, std::string_view text, Span span) {
  const auto letters = letters_in(text.substr(span.from, span.to - span.from));
  if (letters > 1 && letters <= kLongest) spans.push_back(span);
}

/// Whether the space at byte `at` belongs to the mark beside it, as in « Qui ? ».
bool space_of_punctuation(std::string_view text, std::size_t at) {
  const auto after = text.substr(at + 1);
  const bool closes = !after.empty() && std::string_view("?!:;").find(after[0]) != after.npos;
  return closes || after.substr(0, 2) == "»" || (at > 1 && text.substr(at - 2, 2) == "«");
}

/// The first space at or after `from` where a line may end.
std::size_t next_space(std::string_view text, std::size_t from) {
  auto at = text.find_first_of(kSpaces, from);
  while (at != text.npos && space_of_punctuation(text, at))
    at = text.find_first_of(kSpaces, at + 1);
  return std::min(at, text.size());
}

}  // namespace

std::vector<Span> whole_spans(const Paragraph& paragraph) {
  std::string text;
  std::vector<Span> runs;
  for (const auto& run : paragraph.runs) {
    if (run.whole) runs.push_back({text.size(), text.size() + run.text.size()});
    text += run.text;
  }
  std::vector<Span> spans;
  for (const auto& run : runs) keep(spans, text, run);
  for (std::size_t from = 0; from < text.size();) {
    const auto to = next_space(text, from);
    keep(spans, text, {from, to});
    from = to + 1;
  }
  return spans;
}

}  // namespace sheets
