/// Type as large as its place allows.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

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

/// Has every word of `text` room in a line of `width` points?
[[nodiscard]] inline bool words_fit(Ruler& ruler, const Paragraph& text, double width) {
  constexpr const char* kBetween = " \n";
  for (const auto& run : text.runs)
    for (auto from = run.text.find_first_not_of(kBetween); from != std::string::npos;) {
      const auto to = run.text.find_first_of(kBetween, from);
      const auto word = paragraph(run.text.substr(from, to - from), run.style);
      if (ruler.height(word, width) >= 1.9 * run.style.size) return false;
      from = run.text.find_first_not_of(kBetween, to);
    }
  return true;
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

/// The chapter drawn at the first of `scales` (large to small) at which it takes one page. When it
/// takes several at every one: as many as at the first scale up to 1 at which no row is higher than
/// a page, at the largest scale at which they are enough.
template <class Draw>
[[nodiscard]] Chapter on_one_page(const Sheet& sheet,
                                  const std::vector<double>& scales,
                                  Draw draw) {
  for (const double scale : scales) {
    auto chapter = draw(scale);
    if (paginate({chapter}, sheet).size() == 1) return chapter;
  }
  const auto usual = std::find_if(scales.begin(), scales.end(), [&](double scale) {
    return scale <= 1 && rows_fit(draw(scale), sheet);
  });
  if (usual == scales.end()) return draw(scales.back());
  const auto fewest = paginate({draw(*usual)}, sheet).size();
  const auto largest = std::find_if(scales.begin(), usual, [&](double scale) {
    const auto chapter = draw(scale);
    return rows_fit(chapter, sheet) && paginate({chapter}, sheet).size() <= fewest;
  });
  return draw(*largest);
}

}  // namespace sheets
