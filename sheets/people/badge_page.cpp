#include "sheets/people/badge_page.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/shapes.h"
#include "sheets/drawing/typography.h"
#include "sheets/lookup/person_names.h"

namespace sheets {
namespace {

constexpr double kBand = 58;    // the group's colour, at the left edge
constexpr double kBorder = 16;  // kept free: printers leave a border, guillotines slip
constexpr Colour kWhite{1, 1, 1};

/// Where a line of a badge begins and how wide it may be, in points from its top left corner.
struct Spot {
  double x = 0;
  double y = 0;
  double width = 0;
};

/// Type of the back, from the largest that fits.
struct BackType {
  double title;
  double station;
  double hours;
  double gap;
};
constexpr std::array kBackTypes{BackType{13, 17, 11, 6},
                                BackType{12, 14, 10, 4},
                                BackType{11, 12, 9, 3},
                                BackType{10, 10.5, 9, 2},
                                BackType{9, 9.5, 8.5, 1},
                                BackType{8.5, 8.5, 8, 0.5}};
constexpr std::size_t kHours = std::string_view("09:00–10:00").size();  // longer: with a date

class Drawing {
 public:
  Drawing(const Press& press, double width, double height)
      : press_(press), width_(width), height_(height) {}

  [[nodiscard]] Page page(const Badge& badge) const {
    Block block;
    front(block, badge, 0);
    if (badge.rotations.empty())
      front(block, badge, width_ / 2);
    else
      back(block, badge, width_ / 2);
    for (const double y : {0.0, height_ - 8})
      block.marks.emplace_back(FillMark{width_ / 2 - 0.2, y, 0.4, 8, kGrey});
    Page page;
    page.marks = std::move(block.marks);
    page.outline = full_name(badge.first_name, badge.family_name);
    page.key = badge.person_key;
    page.about.people = {badge.person_key};
    for (const double x : {0.0, width_ / 2}) page.foot.emplace_back(foot(badge, x));
    return page;
  }

 private:
  [[nodiscard]] static double left_of(const Badge& badge) {
    return badge.group ? kBand + 14 : kBorder;
  }

  [[nodiscard]] TextMark foot(const Badge& badge, double x) const {
    auto line = paragraph(press_.version, {.size = 8, .colour = kGrey});
    line.one_line = true;
    const double left = left_of(badge);
    return {x + left, height_ - 22, width_ / 2 - left - 10, std::move(line)};
  }

  void band(Block& block, const Group& group, double x) const {
    block.fill({x, 0, kBand, height_, group.colour});
    auto letter = fitting(press_.ruler,
                          group.letter,
                          {.size = 0, .weight = Weight::Bold, .colour = kWhite},
                          {46, 34, 24},
                          kBand);
    letter.align = Align::Centre;
    block.write(press_.ruler, x, height_ * 0.2, kBand, std::move(letter));
    auto shape = group_shape(group.index, x + kBand / 2 - 14, height_ * 0.56, 28);
    shape.colour = kWhite;
    block.marks.emplace_back(std::move(shape));
  }

  void front(Block& block, const Badge& badge, double x) const {
    if (badge.group)
      band(block, *badge.group, x);
    else
      block.fill({x + kBorder, kBorder, 30, 4, kAccent});
    const double left = x + left_of(badge);
    const double width = x + width_ / 2 - kBorder - left;
    const auto line = [&](double y, Paragraph text) {
      text.one_line = true;
      return y + block.write(press_.ruler, left, y, width, std::move(text));
    };
    line(badge.group ? 14 : 23, paragraph(press_.gathering, {.size = 8.5, .colour = kGrey}));
    double y = line(badge.group ? 28 : 35,
                    fitting(press_.ruler,
                            badge.first_name,
                            {.size = 0, .weight = Weight::Bold},
                            {72, 64, 56, 50, 44, 38, 32, 26},
                            width));
    y = std::max(y, 88.0);
    if (!badge.family_name.empty())
      y = line(y,
               fitting(press_.ruler,
                       badge.family_name,
                       {.size = 0, .weight = Weight::Medium},
                       {20, 17, 14, 12},
                       width));
    if (!badge.organisation.empty())
      y = line(y + 4,
               fitting(press_.ruler,
                       badge.organisation,
                       {.size = 0, .colour = kGrey},
                       {13, 11.5, 10, 9},
                       width));
    auto last = paragraph(badge.part, {.size = 10, .weight = Weight::Semibold, .colour = kAccent});
    if (badge.group)
      last.runs.push_back(
          {(badge.part.empty() ? "" : " · ") + badge.group->name,
           {.size = 10, .weight = Weight::Semibold, .colour = badge.group->colour}});
    line(std::max(y + 4, height_ - 40), std::move(last));
  }

  void back(Block& block, const Badge& badge, double x) const {
    if (badge.group) band(block, *badge.group, x);
    const double left = x + left_of(badge);
    const double width = x + width_ / 2 - kBorder - left;
    const double end = height_ - 26;
    double y = kBorder;
    auto name =
        paragraph(badge.first_name + " " + badge.family_name, {.size = 10, .colour = kGrey});
    name.one_line = true;
    y += block.write(press_.ruler, left, y, width, std::move(name)) + 2;
    for (const auto& type : kBackTypes) {
      const auto lines = lines_of(badge, type, width);
      const bool last = &type == &kBackTypes.back();
      if (y + height_of(lines) > end && !last) continue;
      write_back(block, lines, {left, y, width}, end);
      return;
    }
  }

  /// The titles of the rotations and their rounds, each a block.
  [[nodiscard]] std::vector<Block> lines_of(const Badge& badge,
                                            const BackType& type,
                                            double width) const {
    std::vector<Block> lines;
    for (const auto& rotation : badge.rotations) {
      auto& head = lines.emplace_back();
      const double above = lines.size() > 1 ? type.gap : 0;
      auto title =
          paragraph(rotation.title, {.size = type.title, .weight = Weight::Bold, .colour = kInk});
      if (!rotation.date.empty())
        title.runs.push_back({" · " + rotation.date, {.size = 8.5, .colour = kGrey}});
      title.one_line = press_.ruler.height(title, width) > 2.9 * type.title;
      head.write(press_.ruler, 0, above, width, std::move(title));
      head.height += type.gap;
      for (const auto& round : rotation.rounds) lines.push_back(line_of(round, type, width));
    }
    return lines;
  }

  /// The hours before the station, or above it where they have their date.
  [[nodiscard]] Block line_of(const BadgeRound& round, const BackType& type, double width) const {
    Block block;
    double x = 0;
    double y = 0;
    if (!round.hours.empty()) {
      auto hours = paragraph(round.hours, {.size = type.hours, .colour = kGrey, .tabular = true});
      hours.one_line = true;
      const bool dated = round.hours.size() > kHours;
      const double beside = type.hours * 6.6;
      const double drop = dated ? 0 : baseline_drop(type.station, type.hours);
      const double tall = block.write(press_.ruler, 0, drop, dated ? width : beside, hours);
      if (dated) y = tall;
      if (!dated) x = beside + 4;
    }
    Paragraph station = paragraph(
        round.station, {.size = type.station, .weight = Weight::Semibold, .colour = kInk});
    station.one_line = press_.ruler.height(station, width - x) > 2.9 * type.station;
    block.write(press_.ruler, x, y, width - x, std::move(station));
    block.height += type.gap;
    return block;
  }

  [[nodiscard]] static double height_of(const std::vector<Block>& lines) {
    double height = 0;
    for (const auto& line : lines) height += line.height;
    return height;
  }

  /// What does not fit above `end` is left to the card.
  void write_back(Block& block, const std::vector<Block>& lines, Spot spot, double end) const {
    auto more =
        paragraph(press_.words({"… la suite est sur votre carte", "… the rest is on your card"}),
                  {.size = 8, .colour = kGrey});
    more.one_line = true;
    if (spot.y + height_of(lines) > end) end -= press_.ruler.height(more, spot.width);
    for (const auto& line : lines) {
      if (spot.y + line.height > end) {
        block.write(press_.ruler, spot.x, spot.y, spot.width, std::move(more));
        return;
      }
      block.add(line, spot.x, spot.y);
      spot.y += line.height;
    }
  }

  const Press& press_;
  double width_;
  double height_;
};

}  // namespace

Document draw_badges(const std::vector<Badge>& badges, const Press& press) {
  constexpr double kRows = 4;
  const auto paper = sheet_of(press.options.paper, 8);
  auto document =
      titled(press, {"Badges", "Badges"}, paper.width, paper.height / kRows, Imposition::Cards);
  const Drawing drawing(press, document.width, document.height);
  for (const auto& badge : badges) document.pages.push_back(drawing.page(badge));
  return document;
}

}  // namespace sheets
