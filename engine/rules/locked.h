/// What is fixed stays: one point per item away from its locked start, one per locked room left.
#pragma once

#include "engine/rules/rule.h"

namespace engine {

class Locked : public LocalRule<Locked> {
 public:
  static constexpr RuleId kId = RuleId::Locked;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board&, const Change& change) const {
    return change.kind == Change::Kind::Place || change.kind == Change::Kind::Room;
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    if (change.kind == Change::Kind::Place) sum += moved(view, BlockId{change.row});
    each_moved_activity(view.problem(), change, [&](ActivityId a) { sum += elsewhere(view, a); });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    problem.blocks.each([&](BlockId b) {
      if (moved(view, b)) sink(Finding{kId, 1, problem.blocks[b].first_part, {}, {}, {}});
    });
    problem.activities.each([&](ActivityId a) {
      if (elsewhere(view, a)) sink(Finding{kId, 1, problem.activities[a].part, {}, a, {}});
    });
  }

 private:
  template <class V>
  static bool moved(const V& view, BlockId block) {
    const Minute fixed = view.problem().locked_start[block];
    return fixed != kNever && view.placed(block) && view.start(block) != fixed;
  }
  template <class V>
  static bool elsewhere(const V& view, ActivityId a) {
    const RoomId fixed = view.problem().locked_room[a];
    return fixed.exists() && view.placed(view.block_of(a)) && view.room(a) != fixed;
  }
};

}  // namespace engine
