/// Meals on time: one point per quarter of an hour begun that a meal starts after its usual hour,
/// 13:00 for lunch and 20:00 for dinner (a choice: practice gives lengths of meals, no hours). A
/// meal that can begin before 16:00 on that day is a lunch. What cannot begin by its usual hour is
/// measured from its first possible start.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class LateMeal : public LocalRule<LateMeal> {
 public:
  static constexpr RuleId kId = RuleId::LateMeal;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind == Change::Kind::Place &&
           board.problem().blocks[BlockId{change.row}].kind == ItemKind::Meal;
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    return quarters(view, BlockId{change.row});
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto& problem = board.problem();
    problem.blocks.each([&](BlockId b) {
      if (problem.blocks[b].kind != ItemKind::Meal) return;
      if (const auto n = quarters(view_of(board), b); n > 0)
        sink(Finding{kId, n, problem.blocks[b].first_part, {}, {}, {}});
    });
  }

 private:
  template <class V>
  static std::int64_t quarters(const V& view, BlockId block) {
    if (!view.placed(block)) return 0;
    constexpr Minute kLunch = 13 * 60;
    constexpr Minute kDinner = 20 * 60;
    constexpr Minute kAfternoon = 16 * 60;
    const Minute start = view.start(block);
    const Day day = day_of(start);
    const auto starts = view.problem().starts[block];
    const Minute first = *std::lower_bound(starts.begin(), starts.end(), moment_at(day, 0));
    const Minute usual = moment_at(day, clock_of(first) < kAfternoon ? kLunch : kDinner);
    return (std::max(0, start - std::max(usual, first)) + 14) / 15;
  }
};

}  // namespace engine
