/// Tables that fit the screen: words wrap, accents and wide characters align.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal/screen.h"

namespace cli {

struct Column {
  std::string head;
  bool right = false;  ///< numbers align to the right
};

struct Cell {
  std::string text;  ///< a line end starts a new line of the cell
  Tone tone = Tone::Plain;
};

/// Rows under heads, without frames: what a screen reader and a copy into a message keep legible.
class Table {
 public:
  explicit Table(std::vector<Column> columns, int indent = 2)
      : columns_(std::move(columns)), indent_(indent) {}

  /// One cell per column; missing ones are empty.
  void add(std::vector<Cell> row);
  /// A line of its own across all columns, after an empty one: whose rows follow.
  void section(std::string title);
  /// A quieter line across all columns, within a section.
  void subsection(std::string title);
  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// Every line, without trailing spaces, takes at most the width of the screen. Columns without a
  /// single text are left out, and heads when all are empty.
  void write(const Screen& screen) const;

 private:
  struct Row {
    std::vector<Cell> cells;  ///< one per column; a single one across all in a section
    enum class Kind : std::uint8_t { Cells, Section, Subsection } kind = Kind::Cells;
  };

  [[nodiscard]] std::vector<int> widths(int available) const;
  void write_row(const Screen& screen,
                 const std::vector<Cell>& row,
                 const std::vector<int>& widths) const;
  void write_heads(const Screen& screen, const std::vector<int>& widths) const;

  std::vector<Column> columns_;
  int indent_;
  std::vector<Row> rows_;
};

/// The widths of columns that would like `natural` columns and break words below `least`, so that
/// their sum is at most `available`: those that need little get it, the others share the rest.
[[nodiscard]] std::vector<int> shared_widths(const std::vector<int>& natural,
                                             const std::vector<int>& least,
                                             int available);

}  // namespace cli
