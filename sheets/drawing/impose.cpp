#include "sheets/drawing/impose.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sheets/drawing/flow.h"

namespace sheets {
namespace {

constexpr double kSlack = 1;  // points by which cards may be too large for the paper

void put(Page& paper, const Page& page, double x, double y) {
  for (const auto* marks : {&page.marks, &page.foot})
    for (const auto& mark : *marks) paper.marks.push_back(moved(mark, x, y));
}

/// The cuts, and no card yet.
Page cut_lines(double width, double height, std::size_t columns, std::size_t rows) {
  Page page;
  page.width = width;
  page.height = height;
  for (std::size_t c = 1; c < columns; ++c) {
    const double x = width * static_cast<double>(c) / static_cast<double>(columns);
    page.marks.emplace_back(FillMark{x - 0.2, 0, 0.4, height, kHairline});
  }
  for (std::size_t r = 1; r < rows; ++r) {
    const double y = height * static_cast<double>(r) / static_cast<double>(rows);
    page.marks.emplace_back(FillMark{0, y - 0.2, width, 0.4, kHairline});
  }
  return page;
}

std::vector<Page> cards(const Document& document, double width, double height) {
  const auto columns =
      std::max<std::size_t>(1, static_cast<std::size_t>((width + kSlack) / document.width));
  const auto rows =
      std::max<std::size_t>(1, static_cast<std::size_t>((height + kSlack) / document.height));
  const auto piles = columns * rows;
  const auto papers = (document.pages.size() + piles - 1) / piles;
  std::vector<Page> pages(papers, cut_lines(width, height, columns, rows));
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    const auto pile = i / papers;
    const auto column = pile % columns;
    const auto row = pile / columns;
    put(pages[i % papers],
        document.pages[i],
        static_cast<double>(column) * width / static_cast<double>(columns),
        static_cast<double>(row) * height / static_cast<double>(rows));
  }
  return pages;
}

std::vector<Page> booklet(const Document& document) {
  const auto pages = (document.pages.size() + 3) / 4 * 4;
  std::vector<Page> sides;
  const auto add = [&](std::size_t left, std::size_t right) {
    auto& side = sides.emplace_back();
    side.width = 2 * document.width;
    side.height = document.height;
    if (left < document.pages.size()) put(side, document.pages[left], 0, 0);
    if (right < document.pages.size()) put(side, document.pages[right], document.width, 0);
  };
  for (std::size_t i = 0; i < pages / 2; i += 2) {
    add(pages - 1 - i, i);
    add(i + 1, pages - 2 - i);
  }
  return sides;
}

}  // namespace

Document impose(Document document, double paper_width, double paper_height) {
  if (document.pages.empty() || document.imposition == Imposition::Single) return document;
  if (document.imposition == Imposition::Cards) {
    document.pages = cards(document, paper_width, paper_height);
  } else {
    document.pages = booklet(document);
  }
  document.width = document.pages.front().width;
  document.height = document.pages.front().height;
  document.imposition = Imposition::Single;
  return document;
}

}  // namespace sheets
