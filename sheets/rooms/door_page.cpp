#include "sheets/rooms/door_page.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/shapes.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

/// How the hour and the words of an item stand.
enum class Stand : std::uint8_t {
  Row,    ///< side by side
  High,   ///< the hour above the words, both as large as a poster's; for days of few items
  Tower,  ///< begin, end and words one above the other, as large as they go; for one item
};

class Drawing {
 public:
  Drawing(const Press& press, double width, double scale)
      : press_(press), width_(width), scale_(scale) {}

  [[nodiscard]] Chapter chapter(const DoorSheet& sheet, Stand stand) const {
    Chapter chapter;
    chapter.head = head(sheet);
    chapter.again = again(sheet);
    chapter.outline = called(sheet.room, sheet.date, press_.options.language);
    chapter.key = sheet.room_key + " " + sheet.day_key;
    chapter.about.rooms = {sheet.room_key};
    for (const auto& one : sheet.items)
      chapter.sections.push_back({{stand == Stand::Row ? item(one) : high_item(one, stand)}, {}});
    return chapter;
  }

  /// False where a word of a title is cut for want of width.
  [[nodiscard]] bool words_have_room(const DoorSheet& sheet, Stand stand) const {
    return std::all_of(sheet.items.begin(), sheet.items.end(), [&](const DoorItem& one) {
      return words_fit(press_.ruler, title(one, larger(stand)), width_);
    });
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
    if (!sheet.site.empty()) {
      line.runs.push_back({"   " + sheet.site, {.size = 15, .colour = kGrey}});
      if (press_.ruler.height(line, width_ * 0.74) >= 1.9 * 15)
        line.runs.back().text = "\n" + sheet.site;
    }
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

  /// Times the usual type of the words.
  [[nodiscard]] static double larger(Stand stand) {
    if (stand == Stand::Row) return 1;
    return stand == Stand::High ? 1.35 : 1.5;
  }

  [[nodiscard]] Block high_item(const DoorItem& item, Stand stand) const {
    const bool tower = stand == Stand::Tower;
    Block block;
    block.fill({0, 0, width_, 1, item.light ? kHairline : kInk});
    auto hours = paragraph(
        item.start, {.size = pt(tower ? 100 : 56), .weight = weight_of(item), .tabular = !tower});
    hours.runs.push_back({(tower ? "\n–\u202f" : "\u2009–\u202f") + item.end,
                          {.size = pt(tower ? 60 : 34), .colour = kGrey, .tabular = !tower}});
    double y = pt(16);
    y += block.write(press_.ruler, 0, y, width_, std::move(hours)) + pt(tower ? 14 : 4);
    block.height = add_words(block, item, 0, y, larger(stand)) + pt(22);
    return block;
  }

  [[nodiscard]] Paragraph title(const DoorItem& item, double larger) const {
    return paragraph(
        item.title,
        {.size = pt(24 * larger), .weight = item.light ? Weight::Regular : Weight::Semibold});
  }

  /// What it is, who leads it, where to go after; `larger` times the usual type. Returns where they
  /// end.
  [[nodiscard]] double add_words(
      Block& block, const DoorItem& item, double left, double y, double larger) const {
    const auto size = [&](double points) { return pt(points * larger); };
    const auto line = [&](Paragraph text, double gap) {
      y += block.write(press_.ruler, left, y, width_ - left, std::move(text)) + size(gap);
    };
    line(title(item, larger), 3);
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
    for (const auto stand : {Stand::Tower, Stand::High})
      for (const double scale : {1.5, 1.25, 1.0}) {
        const Drawing drawing(press, sheet.text_width(), scale);
        if (stand == Stand::Tower && one.items.size() > 1) continue;
        if (scale > 1 && !drawing.words_have_room(one, stand)) continue;
        auto chapter = drawing.chapter(one, stand);
        if (height_of(chapter) <= sheet.text_height()) return chapter;
      }
    return on_one_page(sheet, {1.25, 1, 0.8, 0.65}, [&](double scale) {
      return Drawing(press, sheet.text_width(), scale).chapter(one, Stand::Row);
    });
  });
  return flowing(press, sheet, chapters, {"Affiches de salle", "Door sheets"}, 9);
}

}  // namespace sheets
