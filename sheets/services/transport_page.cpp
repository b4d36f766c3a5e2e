#include "sheets/services/transport_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/shapes.h"
#include "sheets/drawing/table.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

using engine::say;

constexpr std::size_t kNameColumns = 4;

class Drawing {
 public:
  Drawing(const Press& press, double width)
      : press_(press),
        width_(width),
        ways_(press.ruler,
              {{press.words({"À prendre dès", "Ready from"}), -1.7},
               {press.words({"À livrer avant", "Needed by"}), -1.7},
               {press.words({"Route", "Road"}), 48},
               {press.words({"Pour", "For"}), -1}},
              width) {}

  [[nodiscard]] Chapter chapter(const Trip& trip) const {
    Heading words{press_.words({"TRANSPORT", "TRANSPORT"}), trip.title, {}, {trip.date}};
    if (!trip.way.empty()) words.lines.push_back(trip.way);
    words.lines.push_back(press_.gathering);
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

  [[nodiscard]] Chapter chapter(const CarriedEquipment& carried) const {
    const Heading words{
        press_.words({"MATÉRIEL EN ROUTE", "EQUIPMENT ON THE ROAD"}),
        carried.title,
        {},
        {press_.words({"De lieu en lieu", "From place to place"}), press_.gathering}};
    auto chapter = headed(press_, words, width_, ways_.head());
    chapter.outline = carried.title;
    chapter.key = carried.key;
    for (const auto& line : carried.lines) chapter.sections.push_back({{carried_row(line)}, {}});
    return chapter;
  }

 private:
  /// "Mardi 14 novembre 2023, 22h" and, below, where that is.
  [[nodiscard]] static Paragraph moment(const std::string& time, const std::string& place) {
    Paragraph text = paragraph(time, {.size = 10, .weight = Weight::Semibold, .colour = kInk});
    text.runs.push_back({"\n" + place, {.size = 10}});
    return text;
  }

  [[nodiscard]] Block carried_row(const CarriedLine& line) const {
    const auto pieces = line.count > 1 ? std::to_string(line.count) + "\u00a0× " : std::string();
    return ways_.row({moment(line.ready, line.from),
                      moment(line.needed, line.to),
                      paragraph(line.length, {.size = 10, .tabular = true}),
                      paragraph(pieces + line.what, {.size = 10})},
                     RowLine::Hair,
                     7);
  }

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
    const auto add = [&](std::size_t number, const engine::Words& words) {
      text.runs.push_back(
          {(text.runs.empty() ? "" : "     ") + std::to_string(number) + "\u00a0",
           {.size = 18, .weight = Weight::Bold, .colour = kAccent, .tabular = true}});
      text.runs.push_back({say(words, number).in(press_.options.language), {.size = 12}, true});
    };
    if (trip.riders == 0)
      text.runs.push_back(
          {press_.words({"À vide", "Empty"}), {.size = 18, .weight = Weight::Bold}});
    else
      add(trip.riders, {"{0:personne|personnes}", "{0:person|people}"});
    if (trip.seats > 0) add(trip.seats, {"{0:place|places}", "{0:seat|seats}"});
    if (trip.step_free > 0)
      add(trip.step_free, {"{0:besoin|besoins} de plain-pied", "{0:step-free|step-free}"});
    const double tall = press_.ruler.height(text, width_ - 24);
    block.fill({0, 4, width_, tall + 18, kTint});
    block.write(press_.ruler, 12, 13, width_ - 24, std::move(text));
    block.height += 14;
    if (trip.seats > 0 && trip.riders > trip.seats)
      block.write(
          press_.ruler,
          0,
          block.height,
          width_,
          paragraph(say({"Il manque {0} {0:place|places}.", "{0} {0:seat is|seats are} missing."},
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
  TableDrawing ways_;
};

}  // namespace

Document draw_transport(const TransportSheets& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  const Drawing drawing(press, sheet.text_width());
  std::vector<Chapter> chapters;
  for (const auto& trip : sheets.trips) chapters.push_back(drawing.chapter(trip));
  for (const auto& carried : sheets.carried) chapters.push_back(drawing.chapter(carried));
  return flowing(press, sheet, chapters, {"Transport", "Transport"});
}

}  // namespace sheets
