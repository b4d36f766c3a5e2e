/// Text fit for other programs: sound UTF-8 without control characters.
#pragma once

#include <string>
#include <string_view>

namespace data {

/// `text` without control characters but line ends, which all become LF; bytes that are no UTF-8
/// become U+FFFD.
[[nodiscard]] std::string plain_text(std::string_view text);

/// How many bytes the character that begins with `byte` takes: 1 to 4; 1 for a byte that begins
/// none.
[[nodiscard]] std::size_t character_bytes(char byte);

}  // namespace data
