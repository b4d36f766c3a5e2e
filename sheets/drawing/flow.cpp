#include "sheets/drawing/flow.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sheets {
namespace {

class Pages {
 public:
  explicit Pages(const Sheet& sheet) : sheet_(sheet) {}

  void open(const Block& head, const Chapter& chapter, const std::string& outline) {
    auto& page = pages_.emplace_back();
    page.outline = outline;
    page.key = chapter.key;
    page.about = chapter.about;
    first_ = outline;
    y_ = 0;
    put(head);
    body_ = y_;
  }
  /// Below what the page has, which is then called after its first chapter and this one.
  void follow(const Chapter& chapter) {
    y_ += chapter.follows;
    put(chapter.head);
    pages_.back().outline = (first_.empty() ? "" : first_ + " – ") + chapter.outline;
  }
  void put(const Block& block) {
    for (const auto& mark : block.marks)
      pages_.back().marks.push_back(moved(mark, sheet_.side, sheet_.top + y_));
    y_ += block.height + block.gap;
  }
  [[nodiscard]] bool fits(double height) const { return y_ + height <= sheet_.text_height(); }
  [[nodiscard]] bool fresh() const { return y_ <= body_; }
  [[nodiscard]] bool none() const { return pages_.empty(); }
  [[nodiscard]] std::vector<Page> take() { return std::move(pages_); }

 private:
  const Sheet& sheet_;
  std::vector<Page> pages_;
  double y_ = 0;
  double body_ = 0;    ///< where the page's own content begins
  std::string first_;  ///< outline of the page's first chapter
};

double first_two(const Chapter& chapter) {
  const auto count = std::min<std::size_t>(2, chapter.sections.size());
  double height = chapter.head.height + chapter.head.gap;
  for (std::size_t i = 0; i < count; ++i) height += height_of(chapter.sections[i]);
  return height;
}

/// Would the chapter's last section stand alone on a page, were section `i` put here?
bool leaves_one(const Pages& pages, const Chapter& chapter, std::size_t i, double page_height) {
  if (i < 2 || i + 2 != chapter.sections.size()) return false;
  const double here = height_of(chapter.sections[i]);
  const double both = here + height_of(chapter.sections[i + 1]);
  return pages.fits(here) && !pages.fits(both) && chapter.again.height + both <= page_height;
}

void place(Pages& pages, const Section& section, const Chapter& chapter, double page_height) {
  const double whole = height_of(section) - (section.rows.empty() ? 0 : section.rows.back().gap);
  const bool fits_a_page = !section.flows && chapter.again.height + whole <= page_height;
  if (!pages.fresh() && fits_a_page && !pages.fits(whole)) pages.open(chapter.again, chapter, {});
  for (std::size_t i = 0; i < section.rows.size(); ++i) {
    const bool first = i == 0 && section.rows.size() > 1 && !section.flows;
    const auto& row = section.rows[i];
    const double needed = row.height + (first ? row.gap + section.rows[1].height : 0);
    if (!pages.fresh() && !pages.fits(needed)) {
      pages.open(chapter.again, chapter, {});
      if (i > 0) pages.put(section.again);
    }
    pages.put(row);
  }
}

}  // namespace

Mark moved(Mark mark, double x, double y) {
  std::visit(
      [&](auto& m) {
        m.x += x;
        m.y += y;
      },
      mark);
  return mark;
}

double Block::write(Ruler& ruler, double x, double y, double width, Paragraph text) {
  const double tall = ruler.height(text, width);
  marks.emplace_back(TextMark{x, y, width, std::move(text)});
  height = std::max(height, y + tall);
  return tall;
}

void Block::fill(const FillMark& fill) {
  marks.emplace_back(fill);
  height = std::max(height, fill.y + fill.height);
}

void Block::add(const Block& other, double x, double y) {
  for (const auto& mark : other.marks) marks.push_back(moved(mark, x, y));
  height = std::max(height, y + other.height);
}

double height_of(const Section& section) {
  double height = 0;
  for (const auto& row : section.rows) height += row.height + row.gap;
  return height;
}

double height_of(const Chapter& chapter) {
  double height = chapter.head.height + chapter.head.gap;
  for (const auto& section : chapter.sections) height += height_of(section);
  return height;
}

std::vector<Page> paginate(const std::vector<Chapter>& chapters, const Sheet& sheet) {
  Pages pages(sheet);
  for (const auto& chapter : chapters) {
    if (chapter.follows > 0 && !pages.none() && pages.fits(chapter.follows + first_two(chapter)))
      pages.follow(chapter);
    else
      pages.open(chapter.head, chapter, chapter.outline);
    for (std::size_t i = 0; i < chapter.sections.size(); ++i) {
      if (leaves_one(pages, chapter, i, sheet.text_height()))
        pages.open(chapter.again, chapter, {});
      place(pages, chapter.sections[i], chapter, sheet.text_height());
    }
  }
  return pages.take();
}

void number_pages(std::vector<Page>& pages,
                  const Sheet& sheet,
                  const Footer& footer,
                  Ruler& ruler) {
  constexpr double kGap = 8;
  const Style style{.size = footer.size, .colour = kGrey, .tabular = true};
  // Two lines: a long name of the gathering must not push the page number out.
  const double line = ruler.height(paragraph("X", style), sheet.text_width());
  const double y = sheet.height - sheet.bottom + kGap;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto& marks = pages[i].foot;
    marks.emplace_back(FillMark{sheet.side, y, sheet.text_width(), 0.5, kHairline});
    auto name = paragraph(footer.left, style);
    name.one_line = true;
    auto number = paragraph(fmt::format("page {}/{}", i + 1, pages.size()), style);
    number.align = Align::Right;
    marks.emplace_back(TextMark{sheet.side, y + 5, sheet.text_width() * 0.82, std::move(name)});
    marks.emplace_back(TextMark{sheet.side + sheet.text_width() * 0.84,
                                y + 5,
                                sheet.text_width() * 0.16,
                                std::move(number)});
    auto made = paragraph(footer.right, style);
    made.one_line = true;
    marks.emplace_back(TextMark{sheet.side, y + 6 + line, sheet.text_width(), std::move(made)});
  }
}

}  // namespace sheets
