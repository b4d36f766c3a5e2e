#include "sheets/drawing/table.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kGutter = 10;

/// Size of the first letter; 0 in an empty cell.
double first_size(const Paragraph& cell) {
  return cell.runs.empty() ? 0 : cell.runs.front().style.size;
}

}  // namespace

TableDrawing::TableDrawing(Ruler& ruler, std::vector<TableColumn> columns, double width)
    : ruler_(ruler), columns_(std::move(columns)), width_(width) {
  double left = width - kGutter * static_cast<double>(columns_.size() - 1);
  double shares = 0;
  for (const auto& column : columns_) (column.width < 0 ? shares : left) -= column.width;
  double x = 0;
  for (auto& column : columns_) {
    if (column.width < 0) column.width = std::max(0.0, left) * -column.width / shares;
    lefts_.push_back(x);
    x += column.width + kGutter;
  }
}

Block TableDrawing::head(double size) const {
  Block block;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (columns_[c].head.empty()) continue;
    auto text =
        paragraph(columns_[c].head, {.size = size, .weight = Weight::Semibold, .colour = kGrey});
    text.align = columns_[c].align;
    block.write(ruler_, lefts_[c], 0, columns_[c].width, std::move(text));
  }
  if (block.height > 0) block.height += 4;
  return block;
}

Block TableDrawing::row(std::vector<Paragraph> cells, RowLine line, double pad) const {
  Block block;
  if (line == RowLine::Hair) block.fill({0, 0, width_, 0.5, kHairline});
  if (line == RowLine::Strong) block.fill({0, 0, width_, 1, kInk});
  double largest = 0;
  for (const auto& cell : cells) largest = std::max(largest, first_size(cell));
  for (std::size_t c = 0; c < cells.size() && c < columns_.size(); ++c) {
    if (cells[c].runs.empty()) continue;
    const double drop = baseline_drop(largest, first_size(cells[c]));
    if (cells[c].align == Align::Left) cells[c].align = columns_[c].align;
    block.write(ruler_, lefts_[c], pad + drop, columns_[c].width, std::move(cells[c]));
  }
  block.height += pad;
  return block;
}

}  // namespace sheets
