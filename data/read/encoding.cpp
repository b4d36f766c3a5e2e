#include "data/read/encoding.h"

#include <algorithm>
#include <array>

namespace data {
namespace {

unsigned byte(char c) {
  return static_cast<unsigned char>(c);
}

bool is_continuation(char c) {
  return (byte(c) & 0xC0U) == 0x80;
}

/// Bytes of the UTF-8 character that begins at `at`; 0 when there is none (RFC 3629: no overlong
/// forms, no surrogates, nothing above U+10FFFF).
std::size_t length_at(std::string_view text, std::size_t at) {
  const auto lead = byte(text[at]);
  const std::size_t length = lead < 0x80                    ? 1
                             : lead >= 0xC2 && lead <= 0xDF ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(text[at + i])) return 0;
  const auto second = length > 1 ? byte(text[at + 1]) : 0;
  const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return bad ? 0 : length;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto length = length_at(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// 0x80 to 0x9F; the five bytes without a character keep their C1 code point (WHATWG Encoding
/// Standard, index windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append(std::string& out, unsigned point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6U));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  } else {
    out += static_cast<char>(0xE0U | (point >> 12U));
    out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  }
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto value = byte(c);
    append(text, value >= 0x80 && value < 0xA0 ? kWindows1252[value - 0x80] : value);
  }
  return text;
}

bool is_control(char c) {
  const auto value = byte(c);
  return value < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// One odd character (a vertical tab from a word processor) among many letters is still text.
bool is_binary(std::string_view bytes) {
  if (bytes.find('\0') != bytes.npos) return true;
  const auto controls = std::count_if(bytes.begin(), bytes.end(), is_control);
  return static_cast<std::size_t>(controls) * 100 > bytes.size();
}

}  // namespace

Decoded decode(std::string_view bytes) {
  const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (starts("\xFF\xFE") || starts("\xFE\xFF")) return {Encoding::Utf16, {}};
  if (starts("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_binary(bytes)) return {Encoding::Binary, {}};
  if (is_utf8(bytes)) return {Encoding::Utf8, std::string(bytes)};
  return {Encoding::Windows1252, from_windows_1252(bytes)};
}

std::size_t characters(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

}  // namespace data
