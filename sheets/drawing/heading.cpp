#include "sheets/drawing/heading.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/typography.h"

namespace sheets {

Block heading(Ruler& ruler, const Heading& words, double width, double scale) {
  const auto pt = [&](double points) { return points * scale; };
  Block block;
  block.fill({0, 0, pt(34), pt(4), kAccent});
  double y = pt(12);
  y += block.write(ruler, 0, y, width, overline(words.kind, pt(9), kAccent)) + pt(2);
  const double aside = words.aside.empty() ? 0 : width * 0.26;
  const double title = block.write(
      ruler, 0, y, width - aside, paragraph(words.title, {.size = pt(24), .weight = Weight::Bold}));
  if (aside > 0) {
    auto text = paragraph(words.aside, {.size = pt(14), .weight = Weight::Semibold});
    text.align = Align::Right;
    block.write(ruler, width - aside, y + baseline_drop(pt(24), pt(14)), aside, std::move(text));
  }
  y += title + pt(4);
  for (std::size_t i = 0; i < words.lines.size(); ++i) {
    Style style{.size = pt(i == 0 ? 12 : 10)};
    style.weight = i == 0 ? Weight::Semibold : Weight::Regular;
    style.colour = i == 0 ? kInk : kGrey;
    y += block.write(ruler, 0, y, width, paragraph(words.lines[i], style)) + pt(1);
  }
  block.height = std::max(block.height, y) + pt(12);
  return block;
}

Block heading_again(
    Ruler& ruler, const Heading& words, const std::string& continued, double width, double scale) {
  Block block;
  Paragraph line;
  for (const double size : {13.0, 11.0, 9.0}) {
    line = paragraph(words.title, {.size = size * scale, .weight = Weight::Bold});
    const Style quiet{.size = std::min(10.0, size) * scale, .colour = kGrey};
    line.runs.push_back({continued, quiet});
    if (!words.lines.empty()) line.runs.push_back({"   " + words.lines.front(), quiet});
    if (ruler.height(line, width) < 1.9 * size * scale) break;
  }
  line.one_line = true;
  block.write(ruler, 0, 0, width, std::move(line));
  block.height += 9 * scale;
  return block;
}

}  // namespace sheets
