#include "data/write/exports/plain_text.h"

#include <cstdint>

namespace data {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

bool is_tail(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Whether the `size` bytes at `at` are one character that XML and people know.
bool is_sound(std::string_view text, std::size_t at, std::size_t size) {
  for (std::size_t i = 1; i < size; ++i)
    if (!is_tail(text, at + i)) return false;
  if (size == 1) return static_cast<unsigned char>(text[at]) < 0x80U;
  std::uint32_t code = static_cast<unsigned char>(text[at]) & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i)
    code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  const bool control = code < 0xA0 || code == 0xFFFE || code == 0xFFFF;
  return code >= kLeast[size] && code <= 0x10FFFF && !surrogate && !control;
}

}  // namespace

std::size_t character_bytes(char byte) {
  const auto first = static_cast<unsigned char>(byte);
  if (first >= 0xF0U && first < 0xF8U) return 4;
  if (first >= 0xE0U && first < 0xF0U) return 3;
  return first >= 0xC0U && first < 0xE0U ? 2 : 1;
}

std::string plain_text(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    const auto size = character_bytes(c);
    if (c == '\r') {
      plain += '\n';
      at += text.substr(at, 2) == "\r\n" ? 2U : 1U;
      continue;
    }
    if (byte < 0x80U) {
      if (c == '\n' || (byte >= 0x20U && byte != 0x7FU)) plain += c;
      if (c == '\t') plain += ' ';
      ++at;
      continue;
    }
    const bool sound = is_sound(text, at, size);
    plain += sound ? text.substr(at, size) : kReplacement;
    at += sound ? size : 1U;
  }
  return plain;
}

}  // namespace data
