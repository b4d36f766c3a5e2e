/// No two turns in a row: one point whenever someone with a role in a session has a role in another
/// less than 15 minutes later (the shortest break that practice gives). Stations of one rotation
/// are one turn; roles at a welcome, a meal or a break are none.
#pragma once

#include "engine/rules/day_rule.h"

namespace engine {

class BackToBack : public DayRule<BackToBack> {
 public:
  static constexpr RuleId kId = RuleId::BackToBack;
  static constexpr bool kTurns = true;
  using DayRule::DayRule;

  static bool uses_rooms(const Problem&) { return false; }

  template <class V, class F>
  static void judge(const V& view, std::span<const DayItem> items, F found) {
    constexpr Minute kPause = 15;
    const DayItem* last = nullptr;
    for (const DayItem& item : items) {
      if (!item.turn || !is_session(view.problem(), view.block_of(item.part))) continue;
      if (last != nullptr && item.time.from - last->time.to < kPause &&
          !same_item(view.problem(), last->part, item.part))
        found(1, last->part, item.part);
      last = &item;
    }
  }
};

}  // namespace engine
