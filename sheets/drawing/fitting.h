/// Type as large as its place allows.
#pragma once

#include <initializer_list>
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
  auto line = paragraph(text, style);
  for (const double size : sizes) {
    line.runs.front().style.size = size;
    if (ruler.height(line, width) < 1.9 * size) break;
  }
  line.one_line = true;
  return line;
}

/// The chapter drawn at the first of `scales` (large to small) at which it takes one page; when it
/// takes several at every one, at 1.
template <class Draw>
[[nodiscard]] Chapter on_one_page(const Sheet& sheet,
                                  std::initializer_list<double> scales,
                                  Draw draw) {
  for (const double scale : scales) {
    auto chapter = draw(scale);
    if (paginate({chapter}, sheet).size() == 1) return chapter;
  }
  return draw(1.0);
}

}  // namespace sheets
