/// Rows and cells of a CSV text: comma, semicolon or tab, quotes, line ends inside quotes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace data {

/// A cell without its quotes and the spaces around it, and where it begins.
struct CsvCell {
  std::string text;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  ///< in characters
};

/// Walks over `text` (UTF-8 without byte order mark), which must outlive it. Lines end in LF, CRLF
/// or CR.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// The next row that is not empty, into `row` (reused). False at the end.
  bool next(std::vector<CsvCell>& row);

  /// The delimiter as people call it: ",", ";" or "tab".
  [[nodiscard]] std::string_view delimiter_name() const {
    return delimiter_ == '\t' ? "tab" : delimiter_ == ';' ? ";" : ",";
  }

  /// Where a quote opens that is never closed; the row it is in runs to the end of the text.
  [[nodiscard]] const std::optional<CsvCell>& unclosed() const { return unclosed_; }

 private:
  void read_cell(CsvCell& cell);
  void read_quoted(CsvCell& cell);
  bool at_row_end() const;
  void take_line_end();
  void take(std::string& out);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
  std::optional<CsvCell> unclosed_;
};

/// The first row split at `delimiter`; empty for a text without any.
[[nodiscard]] std::vector<CsvCell> first_row(std::string_view text, char delimiter);

}  // namespace data
