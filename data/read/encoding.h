/// The bytes of a text file as UTF-8, whatever program wrote it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace data {

enum class Encoding : std::uint8_t {
  Utf8,         ///< with or without byte order mark
  Windows1252,  ///< what Excel writes in France when it does not write UTF-8
  Utf16,        ///< not read
  Binary,       ///< not text: control characters that no text file has
};

struct Decoded {
  Encoding encoding = Encoding::Utf8;
  std::string text;  ///< UTF-8 without byte order mark; empty when it is no text we read
};

/// Rule: a byte order mark decides; else UTF-8 if every byte fits; else Windows-1252 by table.
[[nodiscard]] Decoded decode(std::string_view bytes);

/// Characters (code points) in a piece of UTF-8.
[[nodiscard]] std::size_t characters(std::string_view text);

}  // namespace data
