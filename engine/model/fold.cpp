#include "engine/model/fold.h"

#include <array>

namespace engine {
namespace {

/// U+00C0 to U+017F without accents, "" where there is no plain letter.
constexpr auto kPlain = std::to_array<std::string_view>({
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",   // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "",  "ss",  // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",   // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "",  "y",   // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d", "d",   // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g", "g",   // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i", "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l", "l",   // 130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o", "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s", "s",   // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u", "u",   // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z", "s",   // 170
});
static_assert(kPlain.size() == 0x180 - 0xC0);

unsigned byte(char c) {
  return static_cast<unsigned char>(c);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = byte(text[i]);
    const bool latin = lead >= 0xC3 && lead <= 0xC5 && i + 1 < text.size();
    const bool accent_alone = (lead == 0xCC || lead == 0xCD) && i + 1 < text.size();
    const unsigned point = latin ? ((lead & 0x1FU) << 6U) | (byte(text[i + 1]) & 0x3FU) : 0;
    if (accent_alone) {  // U+0300 to U+036F, as macOS spells accents in file names and exports
      ++i;
    } else if (latin && point >= 0xC0 && !kPlain[point - 0xC0].empty()) {
      plain += kPlain[point - 0xC0];
      ++i;
    } else {
      plain += lead >= 'A' && lead <= 'Z' ? static_cast<char>(lead + 32) : text[i];
    }
  }
  return plain;
}

}  // namespace engine
