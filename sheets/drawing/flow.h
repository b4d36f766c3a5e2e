/// Puts blocks of marks one below the other over as many pages as they need, and numbers the pages.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/page.h"

namespace sheets {

[[nodiscard]] Mark moved(Mark mark, double x, double y);

/// Marks that stay together; their coordinates count from the block's own top left corner.
struct Block {
  double height = 0;
  double gap = 0;  ///< space below, dropped at the foot of a page
  std::vector<Mark> marks;

  /// Adds `text` at (x, y) and makes the block reach below it. Returns its height.
  double write(Ruler& ruler, double x, double y, double width, Paragraph text);
  /// Adds a rectangle and makes the block reach below it.
  void fill(const FillMark& fill);
  /// Adds the marks of `other`, moved by (x, y).
  void add(const Block& other, double x, double y);
};

/// Rows that belong together: on one page when they fit one, else split between rows, with `again`
/// on top of every page but the first. The first row is never left alone at the foot of a page, nor
/// the last section of a chapter on top of one.
struct Section {
  std::vector<Block> rows;
  Block again;
  bool flows = false;  ///< split between any two rows, though it would fit the next page whole
};

/// A head, what is under it, and the short head of the pages that follow.
struct Chapter {
  Block head;
  Block again;
  std::vector<Section> sections;
  std::string outline;   ///< of its first page
  std::string key = {};  ///< of all its pages, as Page has it
  About about = {};
  /// 0: it begins on a new page. Else so many points below the chapter before, where its head and
  /// its first two sections fit.
  double follows = 0;
};

/// Points from the first row to the end of the last one, were there one page for all.
[[nodiscard]] double height_of(const Section& section);
/// The same from the top of its head.
[[nodiscard]] double height_of(const Chapter& chapter);

struct Sheet {
  double width = 0;  ///< of the paper, points
  double height = 0;
  double side = 0;    ///< margins left and right
  double top = 0;     ///< margin
  double bottom = 0;  ///< margin; the footer stands in it

  [[nodiscard]] double text_width() const { return width - 2 * side; }
  [[nodiscard]] double text_height() const { return height - top - bottom; }
  [[nodiscard]] Sheet turned() const { return {height, width, side, top, bottom}; }
};

[[nodiscard]] std::vector<Page> paginate(const std::vector<Chapter>& chapters, const Sheet& sheet);

/// What stands at the foot of every page.
struct Footer {
  std::string left;   ///< gathering; cut with "…" when it is too long
  std::string right;  ///< version and time; "page n/N" is added
  double size = 8;    ///< points
};

/// Writes the footer on every page; its page numbers count all of `pages`.
void number_pages(std::vector<Page>& pages, const Sheet& sheet, const Footer& footer, Ruler& ruler);

}  // namespace sheets
