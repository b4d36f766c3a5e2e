#include "scheduler/timetable/windows.h"

#include <algorithm>
#include <utility>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Minute;
using engine::Precedence;
using engine::Problem;
using engine::RuleId;

bool holds(const Problem& problem, RuleId rule) {
  return problem.weights[static_cast<std::size_t>(rule)].hard > 0;
}

class Tightening {
 public:
  explicit Tightening(const Problem& problem) : problem_(problem) {
    problem.blocks.each([&](BlockId b) {
      const auto starts = problem.starts[b];
      windows_.push_back(starts.empty() ? StartWindow{1, 0}
                                        : StartWindow{starts.front(), starts.back()});
    });
    for (const auto& row : problem.precedences)
      if (can_start(row.earlier) && can_start(row.later)) orders_.push_back(row);
    for (const auto& pair : problem.same_start)
      if (can_start(pair.first) && can_start(pair.second)) companies_.push_back(pair);
  }

  std::vector<StartWindow> run() {
    const auto whole = windows_;
    narrow();
    const auto narrowed = windows_;
    windows_ = whole;
    push_back();
    for (std::size_t i = 0; i < narrowed.size(); ++i)
      if (narrowed[i].earliest <= narrowed[i].latest) windows_[i] = narrowed[i];
    return std::move(windows_);
  }

 private:
  /// What can only be left out holds nobody up.
  bool can_start(BlockId block) const { return !problem_.starts[block].empty(); }

  /// Both ends of every window, until nothing changes or a window is empty for good.
  void narrow() {
    changed_ = true;
    for (std::size_t pass = 0; changed_ && pass <= windows_.size(); ++pass) {
      changed_ = false;
      if (holds(problem_, RuleId::Precedence))
        for (const auto& row : orders_) order(row);
      if (holds(problem_, RuleId::SameStart))
        for (const auto& [a, b] : companies_) align(a, b);
    }
  }

  /// Only what comes before, and only as far as the last start: when not all of a chain fits, what
  /// is left of it keeps its order (a closing stays at the end, whatever is left out before it).
  void push_back() {
    changed_ = holds(problem_, RuleId::Precedence);
    for (std::size_t pass = 0; changed_ && pass <= windows_.size(); ++pass) {
      changed_ = false;
      for (const auto& row : orders_) {
        if (problem_.blocks[row.earlier].optional) continue;
        const Minute last = problem_.starts[row.later].back();
        const Minute end = of(row.earlier).earliest + problem_.blocks[row.earlier].minutes;
        not_before(row.later, std::min(last, end + row.gap));
      }
    }
  }

  StartWindow& of(BlockId block) { return windows_[block.index()]; }

  /// The first candidate start at or after `moment`; the last one at or before it.
  void not_before(BlockId block, Minute moment) {
    if (moment <= of(block).earliest) return;
    const auto starts = problem_.starts[block];
    const auto first = std::lower_bound(starts.begin(), starts.end(), moment);
    set(of(block).earliest, first == starts.end() ? starts.back() + 1 : *first);
  }
  void not_after(BlockId block, Minute moment) {
    if (moment >= of(block).latest) return;
    const auto starts = problem_.starts[block];
    const auto after = std::upper_bound(starts.begin(), starts.end(), moment);
    set(of(block).latest, after == starts.begin() ? starts.front() - 1 : *(after - 1));
  }
  void set(Minute& bound, Minute value) {
    changed_ = changed_ || bound != value;
    bound = value;
  }

  void order(const Precedence& row) {
    const Minute length = problem_.blocks[row.earlier].minutes;
    const auto day_after = [](Minute moment, engine::Day days) {
      return engine::moment_at(engine::day_of(moment) + days, 0);
    };
    const Minute first_end = of(row.earlier).earliest + length;
    not_before(row.later, std::max(first_end + row.gap, day_after(first_end, row.gap_days)));
    const Minute last = of(row.later).latest;
    not_after(row.earlier, std::min(last - row.gap, day_after(last, 1 - row.gap_days)) - length);
    if (row.max_gap != INT32_MAX) {
      not_after(row.later, of(row.earlier).latest + length + row.max_gap);
      not_before(row.earlier, of(row.later).earliest - row.max_gap - length);
    }
    if (row.max_gap_days != INT32_MAX)
      not_after(row.later, day_after(of(row.earlier).latest + length, row.max_gap_days + 1) - 1);
  }

  void align(BlockId a, BlockId b) {
    for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
      not_before(to, of(from).earliest);
      not_after(to, of(from).latest);
    }
  }

  const Problem& problem_;
  std::vector<Precedence> orders_;
  std::vector<std::pair<BlockId, BlockId>> companies_;
  std::vector<StartWindow> windows_;
  bool changed_ = false;
};

}  // namespace

std::vector<StartWindow> start_windows(const Problem& problem) {
  return Tightening(problem).run();
}

}  // namespace scheduler
