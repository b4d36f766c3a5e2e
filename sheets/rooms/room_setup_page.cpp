#include "sheets/rooms/room_setup_page.h"

#include <utility>

#include "sheets/drawing/table.h"
#include "sheets/drawing/together.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kText = 10;
constexpr Style kQuiet{.size = kText, .colour = kGrey};

class Drawing {
 public:
  Drawing(const Press& press, double width)
      : press_(press),
        width_(width),
        table_(press.ruler,
               {{press.words({"Mise en place", "Set up"}), 62},
                {press.words({"Séance", "Session"}), 70},
                {press.words({"Quoi", "What"}), -2},
                {press.words({"Disposition", "Layout"}), -2},
                {press.words({"Apporter", "Bring"}), -1.5},
                {press.words({"Remporter ensuite", "Take away after"}), -1.5},
                {press.words({"Salle libre", "Room clear"}), 56}},
               width) {}

  [[nodiscard]] Chapter chapter(const SetupSheet& sheet) const {
    Heading words{press_.words({"PRÉPARATION DE SALLE", "ROOM SETUP"}),
                  sheet.room,
                  sheet.capacity,
                  {sheet.date}};
    if (!sheet.site.empty()) words.lines.push_back(sheet.site);
    auto chapter = headed(press_, words, width_, table_.head());
    chapter.outline = sheet.room + ", " + sheet.date;
    chapter.key = sheet.room_key + " " + sheet.day_key;
    chapter.about.rooms = {sheet.room_key};
    for (const auto& one : sheet.rows) chapter.sections.push_back({{row(one)}, {}});
    return chapter;
  }

 private:
  [[nodiscard]] Block row(const SetupRow& row) const {
    const auto time = [](const std::string& text, double size, Weight weight) {
      return paragraph(text, {.size = size, .weight = weight, .colour = kInk, .tabular = true});
    };
    auto hours = time(row.start, 13, Weight::Bold);
    hours.runs.push_back(
        {"\n–\u202f" + row.end, {.size = kText, .colour = kGrey, .tabular = true}});
    Paragraph layout = paragraph(row.layout, {.size = kText});
    if (!row.seats.empty())
      layout.runs.insert(layout.runs.begin(),
                         {row.seats + (row.layout.empty() ? "" : "\n"),
                          {.size = kText, .weight = Weight::Semibold}});
    for (const auto& need : row.needs) layout.runs.push_back({"\n" + need, kQuiet});
    return table_.row(
        {time(row.ready, 13, Weight::Semibold),
         std::move(hours),
         paragraph(row.title, {.size = 11, .weight = Weight::Semibold}),
         std::move(layout),
         stacked(row.bring, {.size = kText, .weight = Weight::Semibold, .colour = kAccent}),
         stacked(row.take, {.size = kText}),
         time(row.clear, 11, Weight::Regular)},
        RowLine::Hair,
        7);
  }

  const Press& press_;
  double width_;
  TableDrawing table_;
};

}  // namespace

Document draw_room_setups(const std::vector<SetupSheet>& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8).turned();
  const Drawing drawing(press, sheet.text_width());
  const auto chapters = together(
      chapters_of(sheets, [&](const SetupSheet& one) { return drawing.chapter(one); }), sheet, 22);
  return flowing(press, sheet, chapters, {"Préparation des salles", "Room setup"});
}

}  // namespace sheets
