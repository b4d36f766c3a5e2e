/// Rows of cells under column heads, for the sheets that are lists.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/flow.h"

namespace sheets {

struct TableColumn {
  std::string head;
  double width = 0;  ///< points when 0 or more; below, a share of what is left: -2 has twice -1
  Align align = Align::Left;
};

/// The line above a row.
enum class RowLine : std::uint8_t { None, Hair, Strong };

class TableDrawing {
 public:
  /// The columns fill `width` points, a gutter between two.
  TableDrawing(Ruler& ruler, std::vector<TableColumn> columns, double width);

  /// The heads in small grey letters; no height when no column has one.
  [[nodiscard]] Block head(double size = 8.5) const;
  /// One paragraph per column, their first lines on one line; `pad` points above and below.
  [[nodiscard]] Block row(std::vector<Paragraph> cells,
                          RowLine line = RowLine::Hair,
                          double pad = 5) const;
  [[nodiscard]] double left(std::size_t column) const { return lefts_.at(column); }
  [[nodiscard]] double width(std::size_t column) const { return columns_.at(column).width; }

 private:
  Ruler& ruler_;
  std::vector<TableColumn> columns_;
  std::vector<double> lefts_;
  double width_;
};

}  // namespace sheets
