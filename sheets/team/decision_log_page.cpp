#include "sheets/team/decision_log_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/table.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

using engine::say;

/// Three lines of handwriting.
constexpr double kRowHeight = 52;
/// Rows without a point of the agenda: there is always something else.
constexpr std::size_t kBlankRows = 2;
constexpr std::size_t kFewestRows = 7;

class Drawing {
 public:
  Drawing(const Press& press, double width)
      : press_(press),
        width_(width),
        table_(press.ruler,
               {{"", 20},
                {press.words({"Point", "Point"}), -1.1},
                {press.words({"Ce qui est décidé", "What is decided"}), -2},
                {press.words({"Qui s’en charge", "Who sees to it"}), -0.9},
                {press.words({"Pour le", "By"}), 62}},
               width) {}

  [[nodiscard]] Chapter chapter(const DecisionLog& log) const {
    Heading words{press_.words({"RELEVÉ DE DÉCISIONS", "DECISION LOG"}), log.title, {}, {log.when}};
    if (!log.place.empty()) words.lines.push_back(log.place);
    words.lines.push_back(press_.gathering);
    auto chapter = headed(press_, words, width_);
    chapter.key = log.key;
    chapter.about.people = log.team_keys;
    if (!log.room_key.empty()) chapter.about.rooms = {log.room_key};
    chapter.sections.push_back({{opening(log)}, {}});
    chapter.sections.push_back(rows(log));
    return chapter;
  }

 private:
  /// What is to be decided, who holds which role, how many are expected and how many came.
  [[nodiscard]] Block opening(const DecisionLog& log) const {
    Block block;
    double y = 0;
    if (!log.milestone.empty())
      y += 8 + block.write(press_.ruler,
                           0,
                           y,
                           width_,
                           paragraph(say({"À décider\u00a0: {0}", "To decide: {0}"}, log.milestone)
                                         .in(press_.options.language),
                                     {.size = 14, .weight = Weight::Semibold}));
    auto lines = log.team;
    lines.push_back(log.count.empty() ? press_.words({"Présences\u00a0: ______", "Present: ______"})
                                      : say({"Attendues\u00a0: {0} · Présentes\u00a0: ______",
                                             "Expected: {0} · Present: ______"},
                                            log.count)
                                            .in(press_.options.language));
    block.write(press_.ruler, 0, y, width_, stacked(lines, {.size = 11}));
    block.height += 14;
    return block;
  }

  [[nodiscard]] Section rows(const DecisionLog& log) const {
    const auto count = std::max(kFewestRows, log.points.size() + kBlankRows);
    Section section;
    section.again = table_.head();
    for (std::size_t i = 0; i < count; ++i) {
      const std::string point = i < log.points.size() ? log.points[i] : std::string();
      auto row = table_.row({paragraph(std::to_string(i + 1), {.size = 10, .colour = kGrey}),
                             paragraph(point, {.size = 11, .weight = Weight::Medium}),
                             {},
                             {},
                             {}});
      row.height = std::max(row.height, kRowHeight);
      if (i == 0) row = below(table_.head(), row);
      if (i + 1 == count) row = below(std::move(row), closing());  // never alone on a page
      section.rows.push_back(std::move(row));
    }
    return section;
  }

  [[nodiscard]] static Block below(Block head, const Block& row) {
    const double y = head.height;
    head.add(row, 0, y);
    head.height = y + row.height;
    return head;
  }

  [[nodiscard]] Block closing() const {
    Block block;
    block.fill({0, 0, width_, 1, kInk});
    block.write(press_.ruler,
                0,
                10,
                width_,
                stacked({press_.words({"Prochaine réunion\u00a0: ______________________________",
                                       "Next meeting: ______________________________"}),
                         press_.words({"Relevé envoyé le\u00a0: ______________, par\u00a0: "
                                       "______________",
                                       "Log sent on: ______________, by: ______________"})},
                        {.size = 11}));
    return block;
  }

  const Press& press_;
  double width_;
  TableDrawing table_;
};

}  // namespace

Document draw_decision_logs(const std::vector<DecisionLog>& logs, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  const Drawing drawing(press, sheet.text_width());
  const auto chapters =
      chapters_of(logs, [&](const DecisionLog& log) { return drawing.chapter(log); });
  return flowing(press, sheet, chapters, {"Relevés de décisions", "Decision logs"});
}

}  // namespace sheets
