#include "sheets/services/transport_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/shapes.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

using engine::say;

constexpr std::size_t kNameColumns = 4;

class Drawing {
 public:
  Drawing(const Press& press, double width) : press_(press), width_(width) {}

  [[nodiscard]] Chapter chapter(const Trip& trip) const {
    const Heading words{press_.words({"TRANSPORT", "TRANSPORT"}),
                        trip.title,
                        trip.mode,
                        {trip.date, press_.gathering}};
    auto chapter = headed(press_, words, width_);
    chapter.outline = trip.leaves + " " + trip.title;
    chapter.key = trip.key;
    chapter.about.people = trip.people;
    chapter.sections.push_back(
        {{stop(trip.leaves, press_.words({"Départ", "Departure"}), trip.from, true)}, {}});
    chapter.sections.push_back(
        {{stop(trip.arrives, press_.words({"Arrivée", "Arrival"}), trip.to, false)}, {}});
    chapter.sections.push_back({{counts(trip)}, {}});
    if (!trip.contacts.empty()) chapter.sections.push_back({{contacts(trip)}, {}});
    if (!trip.names.empty()) chapter.sections.push_back(riders(trip));
    return chapter;
  }

 private:
  [[nodiscard]] Block stop(const std::string& time,
                           const std::string& label,
                           const std::string& place,
                           bool strong) const {
    Block block;
    block.fill({0, 0, width_, strong ? 1.0 : 0.5, strong ? kInk : kHairline});
    const double size = strong ? 40 : 26;
    block.write(press_.ruler,
                0,
                8,
                150,
                paragraph(time,
                          {.size = size,
                           .weight = strong ? Weight::Bold : Weight::Regular,
                           .colour = kInk,
                           .tabular = true}));
    Paragraph where = paragraph(label, {.size = 10, .colour = kGrey});
    where.runs.push_back(
        {"\n" + (place.empty() ? std::string("______________________________") : place),
         {.size = strong ? 15.0 : 13.0,
          .weight = place.empty() ? Weight::Regular : Weight::Semibold}});
    block.write(press_.ruler, 160, 12, width_ - 160, std::move(where));
    block.height += 10;
    return block;
  }

  [[nodiscard]] Block counts(const Trip& trip) const {
    const auto language = press_.options.language;
    Block block;
    Paragraph text;
    const auto add = [&](std::size_t number, const std::string& words) {
      text.runs.push_back(
          {(text.runs.empty() ? "" : "     ") + std::to_string(number) + "\u00a0",
           {.size = 18, .weight = Weight::Bold, .colour = kAccent, .tabular = true}});
      text.runs.push_back({words, {.size = 12}, true});
    };
    add(trip.riders,
        trip.riders == 1 ? press_.words({"personne", "person"})
                         : press_.words({"personnes", "people"}));
    if (trip.seats > 0) add(trip.seats, press_.words({"places", "seats"}));
    if (trip.step_free > 0)
      add(trip.step_free, press_.words({"besoin de plain-pied", "step-free"}));
    const double tall = press_.ruler.height(text, width_ - 24);
    block.fill({0, 4, width_, tall + 18, kTint});
    block.write(press_.ruler, 12, 13, width_ - 24, std::move(text));
    block.height += 14;
    if (trip.seats > 0 && trip.riders > trip.seats)
      block.write(press_.ruler,
                  0,
                  block.height,
                  width_,
                  paragraph(say({"Il manque {0} places.", "{0} seats are missing."},
                                trip.riders - trip.seats)
                                .in(language),
                            {.size = 13, .weight = Weight::Bold}));
    block.height += 8;
    return block;
  }

  [[nodiscard]] Block contacts(const Trip& trip) const {
    Block block;
    double y = 0;
    for (const auto& line : trip.contacts)
      y +=
          block.write(
              press_.ruler, 0, y, width_, paragraph(line, {.size = 13, .weight = Weight::Medium})) +
          3;
    block.height += 14;
    return block;
  }

  /// First names in columns, read down, with a box to tick each.
  [[nodiscard]] Section riders(const Trip& trip) const {
    Section section;
    Block head;
    head.write(
        press_.ruler,
        0,
        0,
        width_,
        paragraph(press_.words({"À bord", "On board"}), {.size = 12, .weight = Weight::Semibold}));
    head.height += 4;
    section.rows.push_back(std::move(head));
    const auto rows = (trip.names.size() + kNameColumns - 1) / kNameColumns;
    const double each = width_ / static_cast<double>(kNameColumns);
    for (std::size_t r = 0; r < rows; ++r) {
      Block row;
      for (std::size_t c = 0; c < kNameColumns && c * rows + r < trip.names.size(); ++c) {
        const double x = static_cast<double>(c) * each;
        for (const auto& side : tick_box(x, 4, 9)) row.fill(side);
        auto name = paragraph(trip.names[c * rows + r], {.size = 11});
        name.one_line = true;
        row.write(press_.ruler, x + 15, 2, each - 22, std::move(name));
      }
      row.height += 4;
      section.rows.push_back(std::move(row));
    }
    return section;
  }

  const Press& press_;
  double width_;
};

}  // namespace

Document draw_trips(const std::vector<Trip>& trips, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  const Drawing drawing(press, sheet.text_width());
  const auto chapters = chapters_of(trips, [&](const Trip& trip) { return drawing.chapter(trip); });
  return flowing(press, sheet, chapters, {"Transport", "Transport"});
}

}  // namespace sheets
