#include "sheets/drawing/whole_spans.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace sheets {
namespace {

constexpr double kLongest = 30;         // letters
constexpr double kWidestLetter = 0.65;  // of the size, on average over a name
constexpr const char* kSpaces = " \n\t";

std::ptrdiff_t letters_in(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
}

/// Could a line end inside, were it not kept whole? A word of letters and digits is only cut when
/// it is longer than its line, and then it must be.
bool may_break(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool latin = byte >= 0x80U && byte < 0xE2U && byte != 0xC2U;  // or within a character
    return !letter && !latin;
  });
}

/// Letters that fit a line for certain.
double letters_in_line(const Paragraph& paragraph, double width) {
  double size = 1;
  for (const auto& run : paragraph.runs) size = std::max(size, run.style.size);
  return std::min(kLongest, width / (kWidestLetter * size));
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

std::vector<Span> whole_spans(const Paragraph& paragraph, double width) {
  std::string text;
  std::vector<Span> runs;
  for (const auto& run : paragraph.runs) {
    if (run.whole) runs.push_back({text.size(), text.size() + run.text.size()});
    text += run.text;
  }
  std::vector<Span> spans;
  const double longest = letters_in_line(paragraph, width);
  const auto keep = [&](Span span) {
    const auto part = std::string_view(text).substr(span.from, span.to - span.from);
    const auto letters = letters_in(part);
    if (letters > 1 && static_cast<double>(letters) <= longest && may_break(part))
      spans.push_back(span);
  };
  for (const auto& run : runs) keep(run);
  for (std::size_t from = 0; from < text.size();) {
    const auto to = next_space(text, from);
    keep({from, to});
    from = to + 1;
  }
  return spans;
}

}  // namespace sheets
