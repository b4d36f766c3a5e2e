#include "sheets/rooms/room_setup_page.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "sheets/drawing/table.h"
#include "sheets/drawing/together.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kText = 10;
constexpr Style kQuiet{.size = kText, .colour = kGrey};

/// One column of the table: its head, and what it says of a use.
struct Column {
  TableColumn table;
  std::function<Paragraph(const SetupRow&)> cell;
};

bool says_something(const Paragraph& cell) {
  return std::any_of(
      cell.runs.begin(), cell.runs.end(), [](const Run& run) { return !run.text.empty(); });
}

class Drawing {
 public:
  Drawing(const Press& press, const SetupSheet& sheet, double width)
      : press_(press),
        sheet_(sheet),
        width_(width),
        columns_(columns_in_use(press, sheet)),
        table_(press.ruler, tables(columns_), width) {}

  [[nodiscard]] Chapter chapter() const {
    Heading words{press_.words({"PRÉPARATION DE SALLE", "ROOM SETUP"}),
                  sheet_.room,
                  sheet_.capacity,
                  {sheet_.date}};
    if (!sheet_.site.empty()) words.lines.push_back(sheet_.site);
    auto chapter = headed(press_, words, width_, table_.head());
    chapter.outline = sheet_.room + ", " + sheet_.date;
    chapter.key = sheet_.room_key + " " + sheet_.day_key;
    chapter.about.rooms = {sheet_.room_key};
    for (const auto& one : sheet_.rows) chapter.sections.push_back({{row(one)}, {}});
    return chapter;
  }

 private:
  [[nodiscard]] Block row(const SetupRow& row) const {
    std::vector<Paragraph> cells;
    for (const auto& column : columns_) cells.push_back(column.cell(row));
    return table_.row(std::move(cells), RowLine::Hair, 7);
  }

  static std::vector<Column> all_columns(const Press& press) {
    return {{{press.words({"Mise en place", "Set up"}), 62},
             [](const SetupRow& row) { return time(row.ready, 13, Weight::Semibold); }},
            {{press.words({"Séance", "Session"}), 70}, hours},
            {{press.words({"Quoi", "What"}), -2},
             [](const SetupRow& row) {
               return paragraph(row.title, {.size = 11, .weight = Weight::Semibold});
             }},
            {{press.words({"Disposition", "Layout"}), -2}, layout},
            {{press.words({"Apporter", "Bring"}), -1.5},
             [](const SetupRow& row) {
               return stacked(row.bring,
                              {.size = kText, .weight = Weight::Semibold, .colour = kAccent});
             }},
            {{press.words({"Remporter ensuite", "Take away after"}), -1.5},
             [](const SetupRow& row) { return stacked(row.take, {.size = kText}); }},
            {{press.words({"Salle libre", "Room clear"}), 56},
             [](const SetupRow& row) { return time(row.clear, 11, Weight::Regular); }}};
  }

  static std::vector<Column> columns_in_use(const Press& press, const SetupSheet& sheet) {
    std::vector<Column> used;
    for (auto& column : all_columns(press))
      if (std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const SetupRow& row) {
            return says_something(column.cell(row));
          }))
        used.push_back(std::move(column));
    return used;
  }

  static std::vector<TableColumn> tables(const std::vector<Column>& columns) {
    std::vector<TableColumn> list;
    for (const auto& column : columns) list.push_back(column.table);
    return list;
  }

  static Paragraph time(const std::string& text, double size, Weight weight) {
    return paragraph(text, {.size = size, .weight = weight, .colour = kInk, .tabular = true});
  }

  static Paragraph hours(const SetupRow& row) {
    auto text = time(row.start, 13, Weight::Bold);
    text.runs.push_back({"\n–\u202f" + row.end, {.size = kText, .colour = kGrey, .tabular = true}});
    return text;
  }

  static Paragraph layout(const SetupRow& row) {
    Paragraph text = paragraph(row.layout, {.size = kText});
    if (!row.seats.empty())
      text.runs.insert(text.runs.begin(),
                       {row.seats + (row.layout.empty() ? "" : "\n"),
                        {.size = kText, .weight = Weight::Semibold}});
    for (const auto& need : row.needs) text.runs.push_back({"\n" + need, kQuiet});
    return text;
  }

  const Press& press_;
  const SetupSheet& sheet_;
  double width_;
  std::vector<Column> columns_;
  TableDrawing table_;
};

}  // namespace

Document draw_room_setups(const std::vector<SetupSheet>& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8).turned();
  const auto draw = [&](const SetupSheet& one) {
    return Drawing(press, one, sheet.text_width()).chapter();
  };
  const auto chapters = together(chapters_of(sheets, draw), sheet, 22);
  return flowing(press, sheet, chapters, {"Préparation des salles", "Room setup"});
}

}  // namespace sheets
