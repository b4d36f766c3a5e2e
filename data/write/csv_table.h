/// A CSV table to change cells of and add rows to, written back in its own manner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace data {

class CsvTable {
 public:
  /// Of a file's bytes, in any encoding that is read (data/read/encoding.h). What is written back
  /// is UTF-8: delimiter, line ends and a byte order mark stay as they were; blank lines and
  /// needless quotes go.
  explicit CsvTable(const std::string& bytes);
  /// An empty table with these headings, commas and plain line ends.
  explicit CsvTable(std::vector<std::string> headings);

  [[nodiscard]] const std::vector<std::string>& headings() const { return rows_.front(); }
  /// Rows below the headings.
  [[nodiscard]] std::size_t size() const { return rows_.size() - 1; }
  /// Empty where the row has no such cell.
  [[nodiscard]] const std::string& cell(std::size_t row, std::size_t column) const;
  [[nodiscard]] std::size_t cells(std::size_t row) const { return rows_[row + 1].size(); }
  /// The row that begins at or before line `line` of the file read; nullopt for the headings.
  [[nodiscard]] std::optional<std::size_t> row_at(std::uint32_t line) const;

  void set(std::size_t row, std::size_t column, std::string text);
  std::size_t add_column(std::string heading);
  std::size_t add_row();
  void remove_row(std::size_t row);

  [[nodiscard]] std::string bytes() const;

 private:
  char delimiter_ = ',';
  std::string_view line_end_ = "\n";
  bool mark_ = false;  ///< a byte order mark comes first
  std::vector<std::vector<std::string>> rows_{{}};
  std::vector<std::uint32_t> lines_;  ///< where each row below the headings began
};

}  // namespace data
