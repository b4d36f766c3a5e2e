/// Rows in the text of a gathering file written anew or taken out, whatever way they are written
/// in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace data {

/// One row of the file.
struct TomlPlace {
  std::string_view table;  ///< "session"
  std::uint32_t line = 0;  ///< from 1, of its id
  std::string text;        ///< the row as it is to be; empty: it goes
  bool anew = false;       ///< it is to be written anew
};

/// `places` are all rows of their tables, in the order of the file. Rows that share their part of
/// the text with one written anew are so, too: copies of one `for_each`, rows inside a list (which
/// go to the end of the file). Where all rows of a part go, the comment right above it goes, too.
/// `text` is TOML without errors.
[[nodiscard]] std::string with_rows_anew(std::string_view text,
                                         const std::vector<TomlPlace>& places);

}  // namespace data
