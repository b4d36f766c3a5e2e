#include "sheets/people/badge_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/shapes.h"
#include "sheets/drawing/typography.h"

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

class Drawing {
 public:
  Drawing(const Press& press, double width, double height)
      : press_(press), width_(width), height_(height) {}

  [[nodiscard]] Page page(const Badge& badge) const {
    Block block;
    front(block, badge, 0);
    if (badge.rounds.empty())
      front(block, badge, width_ / 2);
    else
      back(block, badge, width_ / 2);
    for (const double y : {0.0, height_ - 8})
      block.marks.emplace_back(FillMark{width_ / 2 - 0.2, y, 0.4, 8, kGrey});
    Page page;
    page.marks = std::move(block.marks);
    page.outline = badge.first_name + " " + badge.family_name;
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
    double y = kBorder;
    const auto line = [&](Paragraph text, double gap) {
      text.one_line = true;
      y += block.write(press_.ruler, left, y, width, std::move(text)) + gap;
    };
    line(paragraph(badge.first_name + " " + badge.family_name, {.size = 10, .colour = kGrey}), 0);
    line(paragraph(badge.rotation, {.size = 12, .weight = Weight::Bold}), 7);
    const double room = height_ - 28 - y;
    const double each = std::clamp(room / static_cast<double>(badge.rounds.size()), 12.5, 34.0);
    const auto fit = static_cast<std::size_t>(room / each);
    const bool all = badge.rounds.size() <= fit;
    const auto shown = all ? badge.rounds.size() : std::max<std::size_t>(fit, 1) - 1;
    for (std::size_t r = 0; r < shown; ++r, y += each)
      round(block, badge.rounds[r], {left, y, width}, each);
    if (!all)
      line(paragraph(press_.words({"… la suite est sur votre carte", "… the rest is on your card"}),
                     {.size = 8, .colour = kGrey}),
           0);
  }

  /// The hours above the station where there is room for two lines, else before it.
  void round(Block& block, const BadgeRound& round, Spot spot, double tall) const {
    const bool above = tall >= 26;
    const double size = above ? std::min(15.0, (tall - 12) / 1.25) : std::min(15.0, tall / 1.38);
    if (!round.hours.empty()) {
      const double small = above ? 9 : std::max(8.0, size * 0.85);
      auto text = paragraph(round.hours, {.size = small, .colour = kGrey, .tabular = true});
      text.one_line = true;
      const double drop = above ? 0 : baseline_drop(size, small);
      const double tall_text =
          block.write(press_.ruler, spot.x, spot.y + drop, spot.width, std::move(text));
      if (above) {
        spot.y += tall_text;
      } else {
        spot.x += small * 7.2;
        spot.width -= small * 7.2;
      }
    }
    block.write(press_.ruler,
                spot.x,
                spot.y,
                spot.width,
                fitting(press_.ruler,
                        round.station,
                        {.size = 0, .weight = Weight::Semibold},
                        {size, size * 0.85, std::max(8.0, size * 0.7)},
                        spot.width));
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
