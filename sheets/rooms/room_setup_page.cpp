#include "sheets/rooms/room_setup_page.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/table.h"
#include "sheets/drawing/together.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr double kText = 10;
constexpr double kGap = 22;  // between two days of one page

/// One column of the table: its head, and what it says of a use.
struct Column {
  TableColumn table;
  std::function<Paragraph(const SetupRow&)> cell;
};

bool says_something(const Paragraph& cell) {
  return std::any_of(
      cell.runs.begin(), cell.runs.end(), [](const Run& run) { return !run.text.empty(); });
}

/// Every size of type and every gap is multiplied by `scale`.
class Drawing {
 public:
  Drawing(const Press& press, const SetupSheet& sheet, double width, double scale)
      : press_(press),
        sheet_(sheet),
        width_(width),
        scale_(scale),
        columns_(columns_in_use()),
        table_(press.ruler, tables(columns_), width) {}

  [[nodiscard]] Chapter chapter() const {
    Heading words{press_.words({"PRÉPARATION DE SALLE", "ROOM SETUP"}),
                  sheet_.room,
                  sheet_.capacity,
                  {sheet_.date}};
    if (!sheet_.site.empty()) words.lines.push_back(sheet_.site);
    auto chapter = headed(press_, words, width_, table_.head(pt(8.5)), scale_);
    chapter.outline = called(sheet_.room, sheet_.date, press_.options.language);
    chapter.key = sheet_.room_key + " " + sheet_.day_key;
    chapter.about.rooms = {sheet_.room_key};
    for (const auto& one : sheet_.rows) chapter.sections.push_back({{row(one)}, {}});
    return chapter;
  }

  /// False where a word of a cell is cut for want of width.
  [[nodiscard]] bool words_have_room() const {
    return std::all_of(sheet_.rows.begin(), sheet_.rows.end(), [&](const SetupRow& row) {
      for (std::size_t c = 0; c < columns_.size(); ++c)
        if (!words_fit(press_.ruler, columns_[c].cell(row), table_.width(c))) return false;
      return true;
    });
  }

 private:
  [[nodiscard]] double pt(double points) const { return points * scale_; }

  [[nodiscard]] Block row(const SetupRow& row) const {
    std::vector<Paragraph> cells;
    for (const auto& column : columns_) cells.push_back(column.cell(row));
    return table_.row(std::move(cells), RowLine::Hair, pt(7));
  }

  [[nodiscard]] std::vector<Column> all_columns() const {
    const auto head = [&](const engine::Words& words) { return press_.words(words); };
    return {
        {{head({"Mise en place", "Set up"}), pt(62)},
         [&](const SetupRow& row) { return time(row.ready, 13, Weight::Semibold); }},
        {{head({"Séance", "Session"}), pt(70)}, [&](const SetupRow& row) { return hours(row); }},
        {{head({"Quoi", "What"}), -2},
         [&](const SetupRow& row) {
           return paragraph(row.title, {.size = pt(11), .weight = Weight::Semibold});
         }},
        {{head({"Disposition", "Layout"}), -2}, [&](const SetupRow& row) { return layout(row); }},
        {{head({"Apporter", "Bring"}), -1.5},
         [&](const SetupRow& row) {
           return stacked(row.bring,
                          {.size = pt(kText), .weight = Weight::Semibold, .colour = kAccent});
         }},
        {{head({"Remporter ensuite", "Take away after"}), -1.5},
         [&](const SetupRow& row) { return stacked(row.take, {.size = pt(kText)}); }},
        {{head({"Salle libre", "Room clear"}), pt(56)},
         [&](const SetupRow& row) { return time(row.clear, 11, Weight::Regular); }}};
  }

  [[nodiscard]] std::vector<Column> columns_in_use() const {
    std::vector<Column> used;
    for (auto& column : all_columns())
      if (std::any_of(sheet_.rows.begin(), sheet_.rows.end(), [&](const SetupRow& row) {
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

  [[nodiscard]] Paragraph time(const std::string& text, double size, Weight weight) const {
    return paragraph(text, {.size = pt(size), .weight = weight, .colour = kInk, .tabular = true});
  }

  [[nodiscard]] Paragraph hours(const SetupRow& row) const {
    auto text = time(row.start, 13, Weight::Bold);
    text.runs.push_back(
        {"\n–\u202f" + row.end, {.size = pt(kText), .colour = kGrey, .tabular = true}});
    return text;
  }

  [[nodiscard]] Paragraph layout(const SetupRow& row) const {
    Paragraph text = paragraph(row.layout, {.size = pt(kText)});
    if (!row.seats.empty())
      text.runs.insert(text.runs.begin(),
                       {row.seats + (row.layout.empty() ? "" : "\n"),
                        {.size = pt(kText), .weight = Weight::Semibold}});
    for (const auto& need : row.needs)
      text.runs.push_back({"\n" + need, {.size = pt(kText), .colour = kGrey}});
    return text;
  }

  const Press& press_;
  const SetupSheet& sheet_;
  double width_;
  double scale_;
  std::vector<Column> columns_;
  TableDrawing table_;
};

using Days = std::vector<SetupSheet>;

/// These days of a room, on one page where they fit one.
std::vector<Chapter> pages_of(const Days& days,
                              const Press& press,
                              const Sheet& sheet,
                              double scale) {
  const auto draw = [&](const SetupSheet& one) {
    return Drawing(press, one, sheet.text_width(), scale).chapter();
  };
  return together(chapters_of(days, draw), sheet, kGap * scale);
}

/// In type as large as one page takes; usual type where one does not take them.
std::vector<Chapter> largest(const Days& days, const Press& press, const Sheet& sheet) {
  for (const double scale : {1.8, 1.6, 1.4, 1.2}) {
    const bool room = std::all_of(days.begin(), days.end(), [&](const SetupSheet& one) {
      return Drawing(press, one, sheet.text_width(), scale).words_have_room();
    });
    if (!room) continue;
    auto pages = pages_of(days, press, sheet, scale);
    if (pages.size() == 1 && paginate(pages, sheet).size() == 1) return pages;
  }
  return pages_of(days, press, sheet, 1);
}

}  // namespace

Document draw_room_setups(const std::vector<SetupSheet>& sheets, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8).turned();
  std::vector<Chapter> chapters;
  for (auto first = sheets.begin(); first != sheets.end();) {
    // Which days share a page does not hang on the type, so that pages stay what they are.
    auto last = std::next(first);
    while (last != sheets.end() && pages_of({first, std::next(last)}, press, sheet, 1).size() == 1)
      ++last;
    for (auto& page : largest({first, last}, press, sheet)) chapters.push_back(std::move(page));
    first = last;
  }
  return flowing(press, sheet, chapters, {"Préparation des salles", "Room setup"});
}

}  // namespace sheets
