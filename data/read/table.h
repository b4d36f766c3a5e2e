/// A CSV table whose columns are known by name: finds the delimiter and the headings, gives rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/read/csv.h"
#include "engine/model/diagnostic.h"

namespace data {

/// A heading people write, and the column it stands for.
struct Heading {
  std::string_view spelling;  ///< in the form of plain_heading()
  std::size_t column = 0;     ///< index into TableKind::columns
};

/// A table of one column may be a plain list, with or without a heading.
struct PlainList {
  std::size_t column = 0;                      ///< what is listed
  std::span<const std::string_view> headings;  ///< further ones of such a list, as plain_heading()
};

struct TableKind {
  std::span<const std::string_view> columns;  ///< English names, which are headings too
  std::span<const Heading> headings;          ///< further spellings, the usual French one first
  std::span<const std::size_t> required;      ///< columns without which the table is an error
  std::optional<std::size_t> instead{};       ///< a column that stands in for the first of them
  std::optional<PlainList> list{};            ///< none: there must be a known heading
};

/// "Prénom ", "prenom" and "PRÉNOM" are one heading: no case, no accents, one space for anything
/// that is no letter or digit.
[[nodiscard]] std::string plain_heading(std::string_view heading);

/// The column of `kind` that a heading stands for.
[[nodiscard]] std::optional<std::size_t> column_of(std::string_view heading, const TableKind& kind);

class Table {
 public:
  /// Reads the heading row and reports what is wrong with it. `text` (UTF-8 without byte order
  /// mark) and `kind` must outlive the table.
  Table(std::string_view text,
        std::uint16_t file,
        const TableKind& kind,
        engine::Diagnostics& diagnostics);

  /// Moves to the next row that is not empty. False at the end, and at once when a required column
  /// is missing.
  bool next();

  [[nodiscard]] bool has(std::size_t column) const { return places_[column] >= 0; }
  /// The text of a cell of this row, empty where the row or the table has none.
  [[nodiscard]] const std::string& text(std::size_t column) const { return cell(column).text; }
  /// The place of a cell, of the row's first cell where there is none.
  [[nodiscard]] engine::Where where(std::size_t column) const;
  /// False when the row has more cells than the heading (already reported).
  [[nodiscard]] bool row_fits() const { return row_fits_; }

 private:
  [[nodiscard]] const CsvCell& cell(std::size_t column) const;
  [[nodiscard]] engine::Where at(const CsvCell& cell) const;
  void read_headings();
  bool read_list_heading();
  void place(const CsvCell& heading, std::size_t position);
  void check_required();
  void check_width();

  std::uint16_t file_;
  const TableKind& kind_;
  engine::Diagnostics& diagnostics_;
  CsvReader reader_;
  std::vector<int> places_;  ///< per column: position in a row, or -1
  std::size_t width_ = 0;    ///< cells in the heading row
  bool usable_ = true;
  bool waits_ = false;  ///< a first row without a heading is still to be given
  bool row_fits_ = true;
  std::vector<CsvCell> row_;
};

}  // namespace data
