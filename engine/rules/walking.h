/// Little walking: one point per person and minute on the way from one item of a day to the next,
/// stations, meals and breaks included. What has no room lies on the way.
#pragma once

#include "engine/rules/way.h"

namespace engine {

class Walking : public DayRule<Walking> {
 public:
  static constexpr RuleId kId = RuleId::Walking;
  static constexpr bool kTurns = false;
  using DayRule::DayRule;

  static bool uses_rooms(const Problem& problem) { return !all_at_hand(problem); }

  template <class V, class F>
  static void judge(const V& view, std::span<const DayItem> items, F found) {
    const DayItem* last = nullptr;
    for (const DayItem& item : items) {
      if (!has_room(view, item)) continue;
      if (last != nullptr)
        if (const Minute minutes = way(view, *last, item); minutes > 0)
          found(minutes, last->part, item.part);
      last = &item;
    }
  }
};

}  // namespace engine
