/// Headers and keys of a TOML text with their places, for those who change it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace data {

/// A header or a key with its value: where they are in the text.
struct Statement {
  bool header = false;
  std::string name;  ///< "session" of [[session]]; a key without its quotes
  std::size_t begin = 0;
  std::size_t name_end = 0;
  std::size_t value_begin = 0;  ///< of a key
  std::size_t value_end = 0;
  std::size_t line_end = 0;  ///< after the line's end
};

using Statements = std::vector<Statement>;

/// Of TOML without errors. Rows and keys inside lists and braces are part of a value.
[[nodiscard]] Statements statements_of(std::string_view text);

/// A value without the quotes around it.
[[nodiscard]] std::string unquoted(std::string_view text);

}  // namespace data
