#include "sheets/programme/programme_page.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sheets/drawing/typography.h"
#include "sheets/programme/programme_cells.h"

namespace sheets {
namespace {

constexpr double kFooterSize = 8;
constexpr std::size_t kDaysOnCover = 6;

/// Draws at one scale: every size of type and every gap is multiplied by it.
class Drawing {
 public:
  Drawing(const Press& press, const Sheet& panel, double scale)
      : press_(press),
        cells_(press.ruler, scale),
        width_(panel.text_width()),
        tallest_(panel.text_height() / 2),
        scale_(scale) {}

  [[nodiscard]] Chapter chapter(const Programme& programme, const ProgrammeDay& day) const {
    Chapter chapter{head(programme, day), head_again(programme, day), {}, day.date};
    chapter.key = day.key;
    bool line = true;
    for (const auto& slot : day.slots) {
      chapter.sections.push_back(section(slot, line));
      auto& last = chapter.sections.back();
      last.flows = height_of(last) > tallest_;  // moved whole it would leave half a page empty
      if (last.flows) join_first_rows(last);
      line = !is_band(slot);  // a band separates enough
    }
    return chapter;
  }

  /// The front of the leaflet: what, when, where, how to get there.
  [[nodiscard]] Chapter cover(const Programme& programme, double height) const {
    Chapter chapter;
    chapter.key = "cover";
    auto& block = chapter.head;
    double y = height * 0.22;
    block.fill({0, y - 18, 48, 5, kAccent});
    const auto line = [&](Paragraph text, double gap) {
      y += block.write(press_.ruler, 0, y, width_, std::move(text)) + gap;
    };
    line(overline(programme.provisional
                      ? press_.words({"PROGRAMME PROVISOIRE", "PROVISIONAL PROGRAMME"})
                      : press_.words({"PROGRAMME", "PROGRAMME"}),
                  10,
                  kAccent),
         6);
    line(paragraph(programme.gathering,
                   {.size = title_size(programme.gathering), .weight = Weight::Bold}),
         18);
    const auto& days = programme.days;
    const Style date{.size = 13, .weight = Weight::Semibold};
    if (days.size() > kDaysOnCover)
      line(paragraph(programme.span, date), 7);
    else
      for (const auto& day : days) {
        line(paragraph(day.date, date), 0);
        line(paragraph(day.hours, {.size = 11, .colour = kGrey}), 7);
      }
    y += 14;
    for (const auto& place : places_of(programme)) {
      line(paragraph(place.name, {.size = 12, .weight = Weight::Semibold, .colour = kAccent}), 0);
      if (!place.address.empty()) line(paragraph(place.address, {.size = 10.5}), 5);
    }
    for (const auto& way : access_of(programme))
      line(paragraph(way, {.size = 9.5, .colour = kGrey}), 1);
    return chapter;
  }

  /// An empty page of the leaflet, for what one writes down.
  [[nodiscard]] Chapter notes(double height) const {
    constexpr double kLine = 26;
    Chapter chapter;
    chapter.key = "notes";
    auto& block = chapter.head;
    block.fill({0, 0, pt(34), pt(4), kAccent});
    block.write(
        press_.ruler,
        0,
        pt(12),
        width_,
        paragraph(press_.words({"Notes", "Notes"}), {.size = pt(16), .weight = Weight::Bold}));
    for (double y = block.height + 2 * kLine; y < height - kLine / 2; y += kLine)
      block.fill({0, y, width_, 0.5, kHairline});
    return chapter;
  }

 private:
  /// What an item is stays with the first of its stations.
  void join_first_rows(Section& section) const {
    auto& rows = section.rows;
    if (rows.size() < 2 || rows[0].height + rows[1].height > tallest_) return;
    rows[0].add(rows[1], 0, rows[0].height + rows[0].gap);
    rows[0].gap = rows[1].gap;
    rows.erase(rows.begin() + 1);
  }

  /// A very long name must leave room for the days.
  [[nodiscard]] double title_size(const std::string& name) const {
    for (const double size : {34.0, 28.0, 22.0})
      if (press_.ruler.height(paragraph(name, {.size = size, .weight = Weight::Bold}), width_) <
          5 * size)
        return size;
    return 16;
  }

  /// Every place of every day once, in order of appearance.
  [[nodiscard]] static std::vector<Place> places_of(const Programme& programme) {
    std::vector<Place> places;
    for (const auto& day : programme.days)
      for (const auto& place : day.places)
        if (std::none_of(places.begin(), places.end(), [&](const auto& known) {
              return known.name == place.name && known.address == place.address;
            }))
          places.push_back(place);
    return places;
  }

  [[nodiscard]] static std::vector<std::string> access_of(const Programme& programme) {
    std::vector<std::string> ways;
    for (const auto& day : programme.days)
      for (const auto& way : day.access)
        if (std::find(ways.begin(), ways.end(), way) == ways.end()) ways.push_back(way);
    return ways;
  }

  [[nodiscard]] double pt(double points) const { return points * scale_; }

  [[nodiscard]] Block head(const Programme& programme, const ProgrammeDay& day) const {
    Block block;
    block.fill({0, 0, pt(34), pt(4), kAccent});
    double y = pt(12);
    const auto line = [&](Paragraph text, double gap) {
      y += block.write(press_.ruler, 0, y, width_, std::move(text)) + gap;
    };
    line({.runs = {{day.date, {.size = pt(16), .weight = Weight::Bold}}}}, pt(1));
    Paragraph where = paragraph(day.hours, {.size = pt(10.5), .weight = Weight::Semibold});
    if (programme.days.size() > 1)
      for (const auto& place : day.places)
        where.runs.push_back({"   " + place.name, {.size = pt(10.5), .colour = kGrey}});
    line(std::move(where), 0);
    block.height = y + pt(10);
    return block;
  }

  [[nodiscard]] Block head_again(const Programme& programme, const ProgrammeDay& day) const {
    Block block;
    double y = block.write(press_.ruler,
                           0,
                           0,
                           width_,
                           {.runs = {{programme.gathering, {.size = pt(9.5), .colour = kGrey}}},
                            .one_line = true}) +
               pt(2);
    y += block.write(press_.ruler,
                     0,
                     y,
                     width_,
                     {.runs = {{day.date, {.size = pt(12), .weight = Weight::Semibold}},
                               {press_.words(kContinued), {.size = pt(12), .colour = kGrey}}}});
    block.height = y + pt(10);
    return block;
  }

  [[nodiscard]] static bool is_band(const ProgrammeSlot& slot) {
    return slot.items.size() == 1 && slot.items.front().light;
  }

  [[nodiscard]] Section section(const ProgrammeSlot& slot, bool line) const {
    if (is_band(slot)) return light(slot.items.front());
    return slot.items.size() == 1 ? alone(slot.items.front(), line) : side_by_side(slot, line);
  }

  /// A quiet band: welcome, meal, break, journey.
  [[nodiscard]] Section light(const ProgrammeItem& item) const {
    Block block;
    const double pad = pt(5.5);
    Block words_of_row;
    words_of_row.write(press_.ruler, 0, baseline_gap(), time_width(), time_text(item.start, 11));
    words_of_row.write(press_.ruler,
                       left(),
                       baseline_gap(),
                       what_width(),
                       {.runs = {{item.title, {.size = pt(11)}},
                                 {"  " + item.length, {.size = pt(9.5), .colour = kGrey}}}});
    const auto room = cells_.room(item, Align::Right);
    if (!room.runs.empty())
      words_of_row.write(
          press_.ruler, room_left(), baseline_drop(pt(11), pt(10)), room_width(), room);
    block.fill({-pt(8), pt(3), width_ + pt(16), words_of_row.height + 2 * pad, kTint});
    block.add(words_of_row, 0, pt(3) + pad);
    block.height += pt(3);
    return {{std::move(block)}, {}};
  }

  /// The only thing at its time: title and team in the middle, room at the right.
  [[nodiscard]] Section alone(const ProgrammeItem& item, bool line) const {
    Section section;
    Block row = row_start(item.start, item.end, line);
    const double full = width_ - left();
    const double top = pt(kPad);
    const auto room = cells_.room(item, Align::Right);
    const double column = room_column(item, room);
    const double beside_room = room.runs.empty() ? full : full - column - pt(12);
    double y = top + row.write(press_.ruler, left(), top, beside_room, cells_.title(item));
    double room_end = 0;
    if (!room.runs.empty()) {
      const double room_top = top + baseline_drop(pt(kTitle), pt(10));
      room_end = room_top + row.write(press_.ruler, width_ - column, room_top, column, room);
    }
    // Below the room its column is free, and steps want wide lines.
    if (!item.phases.empty()) y = std::max(y, room_end);
    y += cells_.details(row, item, left(), y, room_end > y ? beside_room : full);
    if (item.rotation) add_rounds(row, *item.rotation, left(), std::max(y, room_end));
    row.height = std::max(row.height, y) + pt(item.rotation ? 4 : kPad);
    section.rows.push_back(std::move(row));
    section.again = again(item);
    if (item.rotation) add_stations(section, *item.rotation);
    return section;
  }

  /// Points for the room: as few as usual, unless its name wants more and the title can do with
  /// less.
  [[nodiscard]] double room_column(const ProgrammeItem& item, const Paragraph& room) const {
    const auto title = cells_.title(item);
    const auto title_beside = [&](double column) {
      return press_.ruler.height(title, width_ - left() - column - pt(12));
    };
    double best = room_width();
    for (const double share : {0.3, 0.36, 0.42}) {
      const double column = width_ * share;
      if (title_beside(column) > title_beside(room_width())) break;
      if (press_.ruler.height(room, column) < press_.ruler.height(room, best)) best = column;
    }
    return best;
  }

  [[nodiscard]] Section side_by_side(const ProgrammeSlot& slot, bool line) const {
    Section section;
    const bool one_end = std::all_of(slot.items.begin(), slot.items.end(), [&](const auto& item) {
      return item.end == slot.items.front().end;
    });
    std::vector<const ProgrammeItem*> cards;
    std::vector<const ProgrammeItem*> wide;
    for (const auto& item : slot.items) (item.rotation ? wide : cards).push_back(&item);
    const std::string end = one_end ? slot.items.front().end : std::string();
    const double room = width_ - left();
    bool first = true;
    const auto add = [&](const Block& content) {
      Block row = first ? row_start(slot.start, end, line) : Block{};
      row.add(content, left(), first ? pt(kPad) : 0);
      row.height = std::max(row.height, (first ? pt(kPad) : 0) + content.height + pt(9));
      section.rows.push_back(std::move(row));
      first = false;
    };
    for (const auto& row : cells_.cards(cards, room, !one_end)) add(row);
    for (const auto* item : wide) {
      auto card = cells_.cards({item}, room, !one_end).front();
      add_rounds(card, *item->rotation, pt(9), card.height);
      add(card);
      add_stations(section, *item->rotation);
    }
    section.again = row_start(slot.start, end, true);
    section.again.height += pt(2);
    return section;
  }

  void add_rounds(Block& block, const RotationBlock& rotation, double x, double y) const {
    auto text = cells_.rounds(rotation);
    if (!text.runs.empty())
      block.write(press_.ruler, x, y + pt(3), width_ - left() - pt(9), std::move(text));
  }

  void add_stations(Section& section, const RotationBlock& rotation) const {
    for (const auto& row : cells_.stations(rotation, width_ - left())) {
      Block moved;
      moved.add(row, left(), 0);
      section.rows.push_back(std::move(moved));
    }
    section.rows.back().height += pt(6);
  }

  /// When it is, below a hairline where there is to be one.
  [[nodiscard]] Block row_start(const std::string& start, const std::string& end, bool line) const {
    Block block;
    if (line) block.fill({0, 0, width_, 0.6, kHairline});
    double y = pt(kPad);
    y += block.write(press_.ruler, 0, y, time_width(), time_text(start, kTitle));
    if (!end.empty())
      block.write(press_.ruler,
                  0,
                  y + pt(1),
                  time_width(),
                  paragraph("–\u202f" + end, {.size = pt(10), .colour = kGrey, .tabular = true}));
    return block;
  }

  [[nodiscard]] Block again(const ProgrammeItem& item) const {
    Block block = row_start(item.start, item.end, true);
    auto title = cells_.title(item);
    title.runs.push_back({press_.words(kContinued), {.size = pt(kTitle), .colour = kGrey}});
    block.write(press_.ruler, left(), pt(kPad), what_width(), std::move(title));
    block.height += pt(5);
    return block;
  }

  [[nodiscard]] Paragraph time_text(const std::string& time, double size) const {
    return paragraph(time, {.size = pt(size), .weight = Weight::Semibold, .tabular = true});
  }

  static constexpr double kTitle = ProgrammeCells::kTitle;
  static constexpr double kPad = 8;
  [[nodiscard]] static double baseline_gap() { return 0; }
  [[nodiscard]] double time_width() const { return pt(46); }
  [[nodiscard]] double left() const { return pt(58); }
  [[nodiscard]] double room_width() const { return width_ * 0.24; }
  [[nodiscard]] double room_left() const { return width_ - room_width(); }
  [[nodiscard]] double what_width() const { return room_left() - left() - pt(12); }

  const Press& press_;
  ProgrammeCells cells_;
  double width_;
  double tallest_;  ///< points of what moves to the next page as a whole
  double scale_;
};

/// Half of a sheet of paper, to be folded.
Sheet panel_of(Paper paper) {
  const auto turned = sheet_of(paper, kFooterSize).turned();
  return {.width = turned.width / 2,
          .height = turned.height,
          .side = 36,
          .top = 34,
          .bottom = 34 + 2.5 * kFooterSize};
}

/// The cover, then the days one below the other.
std::vector<Page> pages_at(const Programme& programme,
                           const Sheet& sheet,
                           const Press& press,
                           double scale) {
  const Drawing drawing(press, sheet, scale);
  std::vector<Chapter> chapters{drawing.cover(programme, sheet.text_height())};
  for (const auto& day : programme.days) {
    chapters.push_back(drawing.chapter(programme, day));
    if (chapters.size() > 2) chapters.back().follows = 20 * scale;
  }
  auto pages = paginate(chapters, sheet);
  // The back of the leaflet may stay empty; an empty page inside is one to write on.
  while (pages.size() % 4 == 1 || pages.size() % 4 == 2)
    pages.push_back(paginate({drawing.notes(sheet.text_height())}, sheet).front());
  return pages;
}

/// Sheets of paper for so many panels.
std::size_t papers_of(std::size_t panels) {
  return (panels + 3) / 4;
}

}  // namespace

Document draw_programme(const Programme& programme, const Press& press) {
  // The smallest type is 9 points at scale 1; 0.9 keeps it above 8.
  constexpr double kScales[] = {1.2, 1.1, 1.0, 0.9};
  constexpr double kLargestOfMany = 1.0;  // where there are several sheets of paper
  const auto sheet = panel_of(press.options.paper);
  auto document =
      titled(press, {"Programme", "Programme"}, sheet.width, sheet.height, Imposition::Booklet);
  if (programme.days.empty()) return document;
  auto& pages = document.pages;
  // As large as it goes without another sheet of paper.
  const auto fewest = papers_of(pages_at(programme, sheet, press, 0.9).size());
  for (const double scale : kScales) {
    pages = pages_at(programme, sheet, press, scale);
    if (papers_of(pages.size()) <= fewest && (fewest == 1 || scale <= kLargestOfMany)) break;
  }
  number_pages(pages, sheet, {press.gathering, press.version, kFooterSize}, press.ruler);
  return document;
}

}  // namespace sheets
