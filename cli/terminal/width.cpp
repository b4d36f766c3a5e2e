#include "cli/terminal/width.h"

#include <algorithm>
#include <cstddef>

#include "cli/terminal/ranges.h"

namespace cli {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kEmojiVariation = 0xFE0F;

struct CodePoint {
  char32_t value = 0xFFFD;
  std::size_t bytes = 1;  ///< read; one when they were not UTF-8
  bool valid = false;
};

std::size_t sequence_length(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto length = sequence_length(lead);
  if (length == 0 || at + length > text.size()) return {};
  auto value = static_cast<char32_t>(length == 1 ? lead : lead & (0xFFU >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return {};
  return {.value = value, .bytes = length, .valid = true};
}

template <class Ranges>
bool is_in(const Ranges& ranges, char32_t point) {
  const auto next = std::upper_bound(
      ranges.begin(), ranges.end(), point, [](char32_t p, const CodePoints& range) {
        return p < range.first;
      });
  return next != ranges.begin() && point <= std::prev(next)->last;
}

int width_of(char32_t point) {
  if (point < 0x300) return 1;
  if (is_in(kNoColumn, point)) return 0;
  return is_in(kTwoColumns, point) ? 2 : 1;
}

bool is_regional(char32_t point) {
  return point >= 0x1F1E6 && point <= 0x1F1FF;
}
bool is_skin_tone(char32_t point) {
  return point >= 0x1F3FB && point <= 0x1F3FF;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    const bool control =
        point.valid && (point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0));
    if (!point.valid)
      clean += "\xEF\xBF\xBD";
    else if (control && point.value != U'\n')
      clean += ' ';
    else
      clean += text.substr(at, point.bytes);
    at += point.bytes;
  }
  return clean;
}

std::vector<Cluster> clusters(std::string_view text) {
  std::vector<Cluster> all;
  bool joins_next = false;
  int flags = 0;  // regional letters in a row: two make one flag
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    const int width = width_of(point.value);
    flags = is_regional(point.value) ? flags + 1 : 0;
    const bool joined =
        joins_next || width == 0 || is_skin_tone(point.value) || (flags > 0 && flags % 2 == 0);
    if (joined && !all.empty()) {
      auto& last = all.back();
      last.bytes = {last.bytes.data(), last.bytes.size() + point.bytes};
      if (point.value == kEmojiVariation || flags > 0) last.width = 2;
    } else {
      all.push_back({text.substr(at, point.bytes), width});
    }
    joins_next = point.value == kZeroWidthJoiner;
    at += point.bytes;
  }
  return all;
}

int display_width(std::string_view text) {
  int width = 0;
  for (const auto& cluster : clusters(text)) width += cluster.width;
  return width;
}

}  // namespace cli
