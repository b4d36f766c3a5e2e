/// Type as large as its place allows.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>

#include "sheets/drawing/flow.h"

namespace sheets {

/// `text` on one line in the first of `sizes` (large to small) that fits `width`; in the last one,
/// what does not fit ends in "…".
[[nodiscard]] inline Paragraph fitting(Ruler& ruler,
                                       const std::string& text,
                                       Style style,
                                       std::initializer_list<double> sizes,
                                       double width) {
  // A word with a hyphen is kept whole, and would run out of the line instead of taking two.
  auto measured = text;
  std::replace(measured.begin(), measured.end(), '-', 'n');
  for (const double size : sizes) {
    style.size = size;
    if (ruler.height(paragraph(measured, style), width) < 1.9 * size) break;
  }
  auto line = paragraph(text, style);
  line.one_line = true;
  return line;
}

/// Does every row of the chapter fit a page of its own?
[[nodiscard]] inline bool rows_fit(const Chapter& chapter, const Sheet& sheet) {
  const double room = sheet.text_height() - chapter.again.height;
  return std::all_of(chapter.sections.begin(), chapter.sections.end(), [&](const auto& section) {
    return std::all_of(section.rows.begin(), section.rows.end(), [&](const auto& row) {
      return row.height + section.again.height <= room;
    });
  });
}

/// The chapter drawn at the first of `scales` (large to small) at which it takes one page; when it
/// takes several at every one, at the first up to 1 at which no row is higher than a page.
template <class Draw>
[[nodiscard]] Chapter on_one_page(const Sheet& sheet,
                                  std::initializer_list<double> scales,
                                  Draw draw) {
  for (const double scale : scales) {
    auto chapter = draw(scale);
    if (paginate({chapter}, sheet).size() == 1) return chapter;
  }
  for (const double scale : scales) {
    if (scale > 1) continue;
    auto chapter = draw(scale);
    if (rows_fit(chapter, sheet)) return chapter;
  }
  return draw(*std::prev(scales.end()));
}

}  // namespace sheets
