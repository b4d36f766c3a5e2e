#include "sheets/team/running_order_page.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/table.h"
#include "sheets/drawing/together.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

using engine::Words;

constexpr double kText = 9.5;
constexpr std::size_t kTeamLines = 10;  // of one row
constexpr double kTitle = 11.5;
constexpr double kPad = 5;
constexpr std::size_t kWhat = 2;  // its column
constexpr int kMaterial = 5;      // its column, where there is any
constexpr Style kQuiet{.size = kText, .colour = kGrey};

class Drawing {
 public:
  Drawing(const Press& press, double width, bool material)
      : press_(press),
        width_(width),
        material_(material),
        rows_(press.ruler, columns(press, material), width),
        phones_(press.ruler,
                {{press.words({"Nom", "Name"}), -1.3},
                 {press.words({"Téléphone", "Telephone"}), 100},
                 {press.words({"Organisation", "Organisation"}), -1.3},
                 {press.words({"Ce jour-là", "On the day"}), -2.4}},
                width) {}

  [[nodiscard]] Chapter day(const RunningDay& day) const {
    const Heading words{press_.words({"CONDUCTEUR, POUR L’ÉQUIPE", "RUNNING ORDER, FOR THE TEAM"}),
                        day.date,
                        {},
                        {}};
    auto chapter = headed(press_, words, width_, rows_.head());
    chapter.key = day.key;
    for (const auto& row : day.rows) chapter.sections.push_back(section(row));
    return chapter;
  }

  /// Type and gaps of its rows are multiplied by `scale`.
  [[nodiscard]] Chapter phones(const std::vector<PhoneLine>& lines, double scale) const {
    const Style quiet{.size = kText * scale, .colour = kGrey};
    const double name = 11 * scale;
    const Heading words{press_.words({"CONDUCTEUR, POUR L’ÉQUIPE", "RUNNING ORDER, FOR THE TEAM"}),
                        press_.words({"Qui appeler", "Whom to call"}),
                        {},
                        {press_.words({"Ne pas afficher ni faire circuler hors de l’équipe.",
                                       "Not to be displayed nor passed on outside the team."})}};
    auto chapter = headed(press_, words, width_, phones_.head());
    chapter.key = "phones";
    for (const auto& line : lines)
      chapter.sections.push_back(
          {{phones_.row({paragraph(line.name, {.size = name, .weight = Weight::Semibold}),
                         paragraph(line.phone, {.size = name, .tabular = true}),
                         paragraph(line.organisation, quiet),
                         paragraph(line.parts, quiet)},
                        RowLine::Hair,
                        kPad * scale * scale)},
           {}});
    return chapter;
  }

 private:
  [[nodiscard]] static std::vector<TableColumn> columns(const Press& press, bool material) {
    std::vector<TableColumn> columns{{press.words({"Heure", "Time"}), 44},
                                     {press.words({"Durée", "Length"}), 40},
                                     {press.words({"Quoi", "What"}), -2.4},
                                     {press.words({"Qui", "Who"}), -2.2},
                                     {press.words({"Où", "Where"}), -1.4},
                                     {press.words({"Au besoin", "If need be"}), -1.5}};
    if (material)
      columns.insert(columns.begin() + kMaterial, {press.words({"Matériel", "Material"}), -1.4});
    return columns;
  }

  /// A long team goes on below its item, so that it may take several pages.
  [[nodiscard]] Section section(const RunningRow& row) const {
    Section section;
    auto part = row;
    const auto from = [&](std::size_t first) {
      const auto last = std::min(row.team.size(), first + kTeamLines);
      return std::vector<std::string>(row.team.begin() + static_cast<std::ptrdiff_t>(first),
                                      row.team.begin() + static_cast<std::ptrdiff_t>(last));
    };
    part.team = from(0);
    section.rows.push_back(item(part));
    for (std::size_t first = kTeamLines; first < row.team.size(); first += kTeamLines)
      section.rows.push_back(
          rows_.row({{}, {}, {}, stacked(from(first), {.size = kText})}, RowLine::None, 0));
    return section;
  }

  [[nodiscard]] Block item(const RunningRow& row) const {
    Paragraph time = paragraph(
        row.start,
        {.size = row.light ? 12.0 : 14.0, .weight = Weight::Bold, .colour = kInk, .tabular = true});
    time.runs.push_back({"\n–\u202f" + row.end, {.size = kText, .colour = kGrey, .tabular = true}});
    Paragraph what = paragraph(
        row.title, {.size = kTitle, .weight = row.light ? Weight::Regular : Weight::Semibold});
    Paragraph who = stacked(row.team, {.size = kText});
    if (!row.heads.empty())
      who.runs.push_back({(who.runs.empty() ? "" : "\n") + row.heads, kQuiet});
    std::vector<Paragraph> cells{
        time,
        paragraph(row.length, kQuiet),
        std::move(what),
        std::move(who),
        paragraph(row.place, {.size = kText, .weight = Weight::Medium, .colour = kAccent}),
        stacked(row.contingency, kQuiet)};
    if (material_) cells.insert(cells.begin() + kMaterial, stacked(row.material, {.size = kText}));
    const double title = press_.ruler.height(cells[kWhat], rows_.width(kWhat));
    auto block = rows_.row(std::move(cells), RowLine::Hair, kPad);
    add_cues(block, row, kPad + baseline_drop(time.runs.front().style.size, kTitle) + title);
    if (!row.light) return block;
    Block tinted;
    tinted.fill({-6, 0.5, width_ + 12, block.height - 0.5, kTint});
    tinted.add(block, 0, 0);
    return tinted;
  }

  /// Below the title, from `y` on; what is long goes on below its words, not below its hour.
  void add_cues(Block& block, const RunningRow& row, double y) const {
    if (row.cues.empty()) return;
    Paragraph text;
    text.hang = hour_width(kText);
    for (const auto& cue : row.cues) {
      text.runs.push_back(
          {(text.runs.empty() ? "" : "\n") + cue.time + "\u2002",
           {.size = kText, .weight = Weight::Medium, .colour = kAccent, .tabular = true}});
      text.runs.push_back({cue.text, {.size = kText}});
    }
    const double end =
        y + block.write(press_.ruler, rows_.left(kWhat), y, rows_.width(kWhat), std::move(text));
    block.height = std::max(block.height, end + kPad);
  }

  const Press& press_;
  double width_;
  bool material_;  ///< has its column
  TableDrawing rows_;
  TableDrawing phones_;
};

}  // namespace

Document draw_running_order(const RunningOrder& order, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8).turned();
  // Day by day, so that nothing that changes on one alters the pages of another.
  const auto draw = [&](const RunningDay& day) {
    const bool material = std::any_of(
        day.rows.begin(), day.rows.end(), [](const auto& row) { return !row.material.empty(); });
    return Drawing(press, sheet.text_width(), material).day(day);
  };
  auto chapters = together(chapters_of(order.days, draw), sheet, 22);
  if (!order.phones.empty() && !order.days.empty())
    chapters.push_back(on_one_page(sheet, {1, 0.93, 0.86}, [&](double scale) {
      return Drawing(press, sheet.text_width(), false).phones(order.phones, scale);
    }));
  return flowing(press, sheet, chapters, {"Conducteur", "Running order"});
}

}  // namespace sheets
