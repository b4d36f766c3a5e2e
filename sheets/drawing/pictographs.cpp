#include "sheets/drawing/pictographs.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sheets {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

/// The blocks of Unicode that hold emoji: symbols, dingbats, arrows and stars, and plane 1.
constexpr std::array kPictographs{
    Range{0x2300, 0x23FF}, Range{0x2600, 0x27BF}, Range{0x2B00, 0x2BFF}, Range{0x1F000, 0x1FAFF}};

/// Joiner, keycap, variation selectors, skin tones, tags: nothing without the sign before them.
constexpr std::array kModifiers{Range{0x200D, 0x200D},
                                Range{0x20E3, 0x20E3},
                                Range{0xFE0E, 0xFE0F},
                                Range{0x1F3FB, 0x1F3FF},
                                Range{0xE0020, 0xE007F}};

template <class Ranges>
bool lies_in(const Ranges& ranges, std::uint32_t code) {
  return std::any_of(ranges.begin(), ranges.end(), [&](const Range& range) {
    return range.first <= code && code <= range.last;
  });
}

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::uint32_t code_of(const std::string& letter) {
  const auto first = static_cast<unsigned char>(letter.front());
  std::uint32_t code = letter.size() == 1   ? first
                       : letter.size() == 2 ? first & 0x1FU
                       : letter.size() == 3 ? first & 0x0FU
                                            : first & 0x07U;
  for (std::size_t i = 1; i < letter.size(); ++i)
    code = (code << 6U) | (static_cast<unsigned char>(letter[i]) & 0x3FU);
  return code;
}

bool ends_open(const std::string& text) {
  return text.empty() || text.back() == ' ' || text.back() == '\n';
}

}  // namespace

std::string without_unshown_pictographs(const std::string& text,
                                        const Shown& shown,
                                        std::set<std::string>& left_out) {
  std::string kept;
  bool gone = false;  // the sign before
  for (std::size_t at = 0; at < text.size();) {
    auto next = at + 1;
    while (next < text.size() && continues(text[next])) ++next;
    const auto letter = text.substr(at, next - at);
    const auto code = code_of(letter);
    at = next;
    if (lies_in(kModifiers, code)) {
      if (!gone) kept += letter;
      continue;
    }
    if (gone && letter == " " && ends_open(kept)) continue;
    gone = lies_in(kPictographs, code) && !shown(letter);
    if (gone)
      left_out.insert(letter);
    else
      kept += letter;
  }
  if (kept.size() == text.size()) return kept;
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept.empty() ? "□" : kept;
}

}  // namespace sheets
