#include "sheets/rooms/door_page.h"

#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/shapes.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

class Drawing {
 public:
  Drawing(const Press& press, double width, double scale)
      : press_(press), width_(width), scale_(scale) {}

  /// `high`: the hour above the words, both as large as a poster's; for days of few items.
  [[nodiscard]] Chapter chapter(const DoorSheet& sheet, bool high) const {
    Chapter chapter;
    chapter.head = head(sheet);
    chapter.again = again(sheet);
    chapter.outline = sheet.room + ", " + sheet.date;
    chapter.key = sheet.room_key + " " + sheet.day_key;
    chapter.about.rooms = {sheet.room_key};
    for (const auto& one : sheet.items)
      chapter.sections.push_back({{high ? high_item(one) : item(one)}, {}});
    return chapter;
  }

 private:
  [[nodiscard]] double pt(double points) const { return points * scale_; }

  [[nodiscard]] Block head(const DoorSheet& sheet) const {
    Block block;
    block.fill({0, 0, 60, 6, kAccent});
    double y = 20;
    y += block.write(press_.ruler,
                     0,
                     y,
                     width_,
                     fitting(press_.ruler,
                             sheet.room,
                             {.size = 0, .weight = Weight::Bold},
                             {72, 60, 48, 38, 30},
                             width_));
    Paragraph line = paragraph(sheet.date, {.size = 15, .weight = Weight::Semibold});
    if (!sheet.site.empty())
      line.runs.push_back({"   " + sheet.site, {.size = 15, .colour = kGrey}});
    const double date = block.write(press_.ruler, 0, y + 4, width_ * 0.74, std::move(line));
    auto seats = paragraph(sheet.capacity, {.size = 15, .weight = Weight::Semibold});
    seats.align = Align::Right;
    block.write(press_.ruler, width_ * 0.76, y + 4, width_ * 0.24, std::move(seats));
    block.height = y + 4 + date + 16;
    return block;
  }

  [[nodiscard]] Block again(const DoorSheet& sheet) const {
    Block block;
    Paragraph line = paragraph(sheet.room, {.size = 30, .weight = Weight::Bold});
    line.runs.push_back({"  " + sheet.date, {.size = 13, .colour = kGrey}});
    block.write(press_.ruler, 0, 0, width_, std::move(line));
    block.height += 12;
    return block;
  }

  [[nodiscard]] static Weight weight_of(const DoorItem& item) {
    return item.light ? Weight::Regular : Weight::Bold;
  }

  [[nodiscard]] Block item(const DoorItem& item) const {
    Block block;
    block.fill({0, 0, width_, 1, item.light ? kHairline : kInk});
    const double left = pt(118);
    const double top = pt(12);
    const double times = block.write(
        press_.ruler,
        0,
        top,
        left - pt(10),
        paragraph(item.start, {.size = pt(32), .weight = weight_of(item), .tabular = true}));
    block.write(
        press_.ruler,
        0,
        top + times,
        left - pt(10),
        paragraph("–\u202f" + item.end, {.size = pt(16), .colour = kGrey, .tabular = true}));
    const double y = add_words(block, item, left, top + baseline_drop(pt(32), pt(24)), 1);
    block.height = std::max(block.height, y) + pt(14);
    return block;
  }

  [[nodiscard]] Block high_item(const DoorItem& item) const {
    Block block;
    block.fill({0, 0, width_, 1, item.light ? kHairline : kInk});
    auto hours =
        paragraph(item.start, {.size = pt(56), .weight = weight_of(item), .tabular = true});
    hours.runs.push_back(
        {"\u2009–\u202f" + item.end, {.size = pt(34), .colour = kGrey, .tabular = true}});
    double y = pt(16);
    y += block.write(press_.ruler, 0, y, width_, std::move(hours)) + pt(4);
    block.height = add_words(block, item, 0, y, 1.35) + pt(22);
    return block;
  }

  /// What it is, who leads it, where to go after; `larger` times the usual type. Returns where they
  /// end.
  [[nodiscard]] double add_words(
      Block& block, const DoorItem& item, double left, double y, double larger) const {
    const auto size = [&](double points) { return pt(points * larger); };
    const auto line = [&](Paragraph text, double gap) {
      y += block.write(press_.ruler, left, y, width_ - left, std::move(text)) + size(gap);
    };
    line(paragraph(item.title,
                   {.size = size(24), .weight = item.light ? Weight::Regular : Weight::Semibold}),
         3);
    for (const auto& credit : item.team)
      line(paragraph(credit, {.size = size(14), .colour = kGrey}), 1);
    if (!item.rounds.empty())
      line(paragraph(item.rounds, {.size = size(14), .colour = kGrey, .tabular = true}), 1);
    if (item.next.empty()) return y;
    y += size(5);
    block.marks.emplace_back(arrow(left, y + size(3.5), size(30), size(16), kAccent));
    const double x = left + size(40);
    return y + block.write(press_.ruler,
                           x,
                           y,
                           width_ - x,
                           paragraph(item.next,
                                     {.size = size(18),
                                      .weight = Weight::Semibold,
                                      .colour = kAccent,
                                      .tabular = true}));
  }

  const Press& press_;
  double width_;
  double scale_;
};

}  // namespace

Document draw_door_sheets(const std::vector<DoorSheet>& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 9);
  const auto chapters = chapters_of(sheets, [&](const DoorSheet& one) {
    for (const double scale : {1.5, 1.25, 1.0}) {
      auto chapter = Drawing(press, sheet.text_width(), scale).chapter(one, true);
      if (paginate({chapter}, sheet).size() == 1) return chapter;
    }
    return on_one_page(sheet, {1.25, 1, 0.8, 0.65}, [&](double scale) {
      return Drawing(press, sheet.text_width(), scale).chapter(one, false);
    });
  });
  return flowing(press, sheet, chapters, {"Affiches de salle", "Door sheets"}, 9);
}

}  // namespace sheets
