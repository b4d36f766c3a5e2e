#include "scheduler/series/slack.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "engine/model/words.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "engine/problem/items.h"
#include "engine/rules/all.h"
#include "scheduler/explain/first_look.h"
#include "scheduler/series/order_bounds.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Board;
using engine::Day;
using engine::Gathering;
using engine::Interval;
using engine::Minute;
using engine::Problem;
using engine::say;
using engine::Slack;
using engine::Text;
using engine::Timing;
using engine::Words;

constexpr Words kNoDayLeft{"{0} est possible, sans un jour de marge ({1}).",
                           "{0} is feasible with no day to spare ({1})."};
constexpr Words kDays{
    "{0} laisse {3} {3:date possible|dates possibles} de marge ({1})\u00a0: {2} est encore "
    "tenable, sans un jour de "
    "marge.",
    "{0} leaves {3} possible {3:date|dates} to spare ({1}): {2} is feasible with no day to spare."};
constexpr Words kAtLeast{
    "{0} laisse au moins {3} {3:date possible|dates possibles} de marge ({1})\u00a0: {2} est "
    "tenable.",
    "{0} leaves at least {3} possible {3:date|dates} to spare ({1}): {2} is feasible."};

/// Later dates tried with a whole plan before it is left at "at least".
constexpr int kTries = 6;
constexpr std::int64_t kSteps = 2'000;

/// A French date in running text: "le jeudi 7 novembre 2024".
Text date_text(Day day, bool begins) {
  auto text = engine::long_date(day);
  text.fr.insert(0, begins ? "Le " : "le ");
  return text;
}

/// Blocks that follow one another on one day, as one thing to move.
struct Group {
  Day day = 0;
  std::vector<BlockId> blocks;
};

Day day_of(const Board& board, BlockId block) {
  return engine::day_of(board.start(block));
}

bool waits_elsewhere(const Board& board, const Group& group) {
  const auto& problem = board.problem();
  return std::any_of(
      problem.precedences.begin(), problem.precedences.end(), [&](const engine::Precedence& row) {
        return std::binary_search(group.blocks.begin(), group.blocks.end(), row.earlier) &&
               board.placed(row.later) && day_of(board, row.later) > group.day;
      });
}

/// Joins blocks of one day that `after` or `same_start` ties together.
std::vector<Group> groups_of(const Board& board) {
  const auto& problem = board.problem();
  std::vector<std::size_t> root(problem.blocks.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t at) {
    while (root[at] != at) at = root[at];
    return at;
  };
  const auto join = [&](BlockId a, BlockId b) {
    if (board.placed(a) && board.placed(b) && day_of(board, a) == day_of(board, b))
      root[find(b.index())] = find(a.index());
  };
  for (const auto& row : problem.precedences) join(row.earlier, row.later);
  for (const auto& [a, b] : problem.same_start) join(a, b);
  std::map<std::size_t, Group> groups;
  problem.blocks.each([&](BlockId b) {
    if (!board.placed(b)) return;
    auto& group = groups[find(b.index())];
    group.day = day_of(board, b);
    group.blocks.push_back(b);
  });
  std::vector<Group> list;
  for (auto& [at, group] : groups)
    if (waits_elsewhere(board, group)) list.push_back(std::move(group));
  std::stable_sort(
      list.begin(), list.end(), [](const Group& a, const Group& b) { return a.day < b.day; });
  return list;
}

class SlackFinder {
 public:
  SlackFinder(const Gathering& gathering,
              const Board& board,
              std::chrono::steady_clock::time_point deadline)
      : gathering_(gathering), board_(board), problem_(board.problem()), deadline_(deadline) {
    problem_.blocks.each([&](BlockId b) {
      const auto starts = problem_.starts[b];
      starts_.emplace_back(starts.begin(), starts.end());
    });
  }

  [[nodiscard]] Slack of(const Group& group) const {
    Slack slack;
    slack.day = group.day;
    slack.items = items(group);
    slack.latest = group.day;
    slack.proved = true;
    int tries = 0;
    for (auto day = problem_.days.rbegin(); day != problem_.days.rend(); ++day) {
      if (day->date <= group.day) break;
      if (!fits(group, *day) || !order_allows(group, day->date)) continue;
      if (follows(group, day->date) || plan_exists(group, day->date)) {
        slack.latest = day->date;
        break;
      }
      slack.proved = false;
      if (++tries == kTries || std::chrono::steady_clock::now() > deadline_) break;
    }
    slack.days = static_cast<std::int32_t>(
        std::count_if(problem_.days.begin(), problem_.days.end(), [&](const auto& day) {
          return group.day < day.date && day.date <= slack.latest;
        }));
    slack.text = words(group, slack);
    return slack;
  }

 private:
  [[nodiscard]] Minute moved(BlockId block, const Group& group, Day day) const {
    return board_.start(block) + (day - group.day) * engine::kMinutesPerDay;
  }

  /// Inside the hours of that day, and the windows written with dates.
  [[nodiscard]] bool fits(const Group& group, const engine::DayHours& day) const {
    const Interval open{engine::moment_at(day.date, day.opens),
                        engine::moment_at(day.date, day.closes)};
    return std::all_of(group.blocks.begin(), group.blocks.end(), [&](BlockId b) {
      const Minute start = moved(b, group, day.date);
      const Interval held{start, start + problem_.blocks[b].minutes};
      return open.contains(held) && inside_windows(b, held);
    });
  }

  [[nodiscard]] bool inside_windows(BlockId block, Interval held) const {
    const auto& windows = engine::timing_of(gathering_, problem_.blocks[block]).windows;
    return windows.empty() || std::any_of(windows.begin(), windows.end(), [&](const auto& window) {
             const Day from = window.from.day.value_or(engine::day_of(held.from));
             const Day to = window.to.day.value_or(engine::day_of(held.from));
             return Interval{engine::moment_at(from, window.from.clock),
                             engine::moment_at(to, window.to.clock)}
                 .contains(held);
           });
  }

  [[nodiscard]] bool order_allows(const Group& group, Day day) const {
    auto starts = starts_;
    for (const auto block : group.blocks) starts[block.index()] = {moved(block, group, day)};
    return earliest_in_order(problem_, starts).has_value();
  }

  /// Whether the plan at hand does with everything else no earlier than it is, and as little later
  /// as the order allows, in the same rooms.
  [[nodiscard]] bool follows(const Group& group, Day day) const {
    auto starts = starts_;
    problem_.blocks.each([&](BlockId b) {
      auto& list = starts[b.index()];
      list.erase(list.begin(), std::lower_bound(list.begin(), list.end(), board_.start(b)));
    });
    for (const auto block : group.blocks) starts[block.index()] = {moved(block, group, day)};
    const auto earliest = earliest_in_order(problem_, starts);
    if (!earliest) return false;
    auto board = board_;
    problem_.blocks.each([&](BlockId b) {
      const bool optional = problem_.blocks[b].optional;
      board.apply(engine::Change::place(b, optional ? engine::kNever : (*earliest)[b.index()]));
    });
    return keeps_hard_rules(board, group);
  }

  /// What moves may leave a start that the file locks.
  [[nodiscard]] bool keeps_hard_rules(const Board& board, const Group& group) const {
    bool kept = true;
    engine::PlanEvaluator(board).inspect([&](const engine::Finding& f) {
      if (problem_.weights[static_cast<std::size_t>(f.rule)].hard == 0) return;
      const bool lock = f.rule == engine::RuleId::Locked &&
                        std::binary_search(
                            group.blocks.begin(), group.blocks.end(), problem_.parts[f.part].block);
      kept = kept && lock;
    });
    return kept;
  }

  [[nodiscard]] bool plan_exists(const Group& group, Day day) const {
    auto gathering = gathering_;
    for (const auto block : group.blocks) {
      auto& timing = engine::timing_of(gathering, problem_.blocks[block]);
      const Minute start = moved(block, group, day);
      timing.day.reset();
      timing.starts.clear();
      timing.start = engine::At<engine::When>{{day, engine::clock_of(start)}, {}};
      std::erase_if(gathering.polls,
                    [&](const engine::Poll& poll) { return poll.session.value == id_of(block); });
    }
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(gathering, diagnostics);
    if (!problem) return false;
    const auto whole = [&](const Board& board) {
      return engine::make_plan(gathering, *problem, board).feasible;
    };
    const Limits limits{.iterations = kSteps, .threads = 1};
    const auto look = look_first(*problem, limits, {});
    if (!look.conflicts.empty()) return false;
    return (look.start && whole(*look.start)) || whole(solve(*problem, limits, {}).board);
  }

  [[nodiscard]] const std::string& id_of(BlockId block) const {
    return engine::id_of(gathering_, problem_.blocks[block]).value;
  }

  [[nodiscard]] std::vector<std::string> items(const Group& group) const {
    std::vector<std::string> list;
    for (const auto block : group.blocks)
      if (list.empty() || list.back() != id_of(block)) list.push_back(id_of(block));
    return list;
  }

  /// The longest of a day's sessions stands for it.
  [[nodiscard]] std::string title(const Group& group) const {
    const auto longest =
        std::max_element(group.blocks.begin(), group.blocks.end(), [&](BlockId a, BlockId b) {
          return problem_.blocks[a].minutes < problem_.blocks[b].minutes;
        });
    return engine::visit_item(
        gathering_, problem_.blocks[*longest], [](const auto& item) { return item.title; });
  }

  [[nodiscard]] Text words(const Group& group, const Slack& slack) const {
    const auto& words = !slack.proved ? kAtLeast : slack.days == 0 ? kNoDayLeft : kDays;
    return say(words,
               date_text(slack.day, true),
               title(group),
               date_text(slack.latest, false),
               slack.days);
  }

  const Gathering& gathering_;
  const Board& board_;
  const Problem& problem_;
  std::chrono::steady_clock::time_point deadline_;
  StartLists starts_;
};

}  // namespace

std::vector<Slack> slack_of(const Gathering& gathering,
                            const Board& board,
                            std::chrono::steady_clock::time_point deadline) {
  std::vector<Slack> list;
  if (board.problem().days.size() < 2) return list;
  const auto groups = groups_of(board);
  if (groups.empty()) return list;
  const engine::Plan plan = engine::make_plan(gathering, board.problem(), board);
  if (!plan.feasible) return list;
  const SlackFinder finder(gathering, board, deadline);
  for (const auto& group : groups)
    if (std::chrono::steady_clock::now() < deadline) list.push_back(finder.of(group));
  return list;
}

}  // namespace scheduler
