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

class Drawing {
 public:
  Drawing(const Press& press, const Sheet& paper)
      : press_(press),
        width_(paper.text_width()),
        height_(paper.text_height()),
        table_(press.ruler,
               {{"", 20},
                {press.words({"Point", "Point"}), -1.6},
                {press.words({"Ce qui est décidé", "What is decided"}), -2},
                {press.words({"Qui s’en charge", "Who sees to it"}), -0.9},
                {press.words({"Pour le", "By"}), 56}},
               paper.text_width()) {}

  [[nodiscard]] Chapter chapter(const DecisionLog& log) const {
    Heading words{press_.words({"RELEVÉ DE DÉCISIONS", "DECISION LOG"}), log.title, {}, {log.when}};
    if (!log.place.empty()) words.lines.push_back(log.place);
    words.lines.push_back(press_.gathering);
    auto chapter = headed(press_, words, width_);
    chapter.key = log.key;
    chapter.about.people = log.team_keys;
    if (!log.room_key.empty()) chapter.about.rooms = {log.room_key};
    chapter.sections.push_back({{opening(log)}, {}});
    chapter.sections.push_back(
        rows(log, height_ - chapter.head.height - chapter.sections.front().rows.front().height));
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

  /// The points, then empty ones as far as `room`, the points of height left on the page, goes.
  [[nodiscard]] Section rows(const DecisionLog& log, double room) const {
    Section section;
    section.again = table_.head();
    room -= section.again.height + closing().height;
    for (const auto& point : log.points) {
      section.rows.push_back(row(section.rows.size() + 1, point));
      room -= section.rows.back().height;
    }
    const auto fitting = static_cast<std::size_t>(std::max(room, 0.0) / kRowHeight);
    for (auto blank = std::max(kBlankRows, fitting); blank > 0; --blank)
      section.rows.push_back(row(section.rows.size() + 1, {}));
    section.rows.front() = below(table_.head(), section.rows.front());
    section.rows.back() = below(std::move(section.rows.back()), closing());  // never alone
    return section;
  }

  [[nodiscard]] Block row(std::size_t number, const std::string& point) const {
    auto row = table_.row({paragraph(std::to_string(number), {.size = 10, .colour = kGrey}),
                           paragraph(point, {.size = 11, .weight = Weight::Medium}),
                           {},
                           {},
                           {}});
    row.height = std::max(row.height, kRowHeight);
    return row;
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
  double height_;
  TableDrawing table_;
};

}  // namespace

Document draw_decision_logs(const std::vector<DecisionLog>& logs, const Press& press) {
  const auto sheet = sheet_of(press.options.paper, 8);
  const Drawing drawing(press, sheet);
  const auto chapters =
      chapters_of(logs, [&](const DecisionLog& log) { return drawing.chapter(log); });
  return flowing(press, sheet, chapters, {"Relevés de décisions", "Decision logs"});
}

}  // namespace sheets
