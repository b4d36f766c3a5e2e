/// Few changes of room: one point per person and two sessions in a row on one day that are in
/// different rooms. Welcomes, meals and breaks in between do not count, nor what has no room; going
/// from station to station is what a rotation is for, so its rounds cost nothing among themselves.
#pragma once

#include "engine/rules/day_rule.h"

namespace engine {

class RoomChange : public DayRule<RoomChange> {
 public:
  static constexpr RuleId kId = RuleId::RoomChange;
  static constexpr bool kTurns = false;
  using DayRule::DayRule;

  static bool uses_rooms(const Problem&) { return true; }

  template <class V, class F>
  static void judge(const V& view, std::span<const DayItem> items, F found) {
    const DayItem* last = nullptr;
    for (const DayItem& item : items) {
      if (!is_session(view.problem(), view.block_of(item.part))) continue;
      if (!item.activity.exists() || !view.room(item.activity).exists()) continue;
      if (last != nullptr && view.room(last->activity) != view.room(item.activity) &&
          !same_item(view.problem(), last->part, item.part))
        found(1, last->part, item.part);
      last = &item;
    }
  }
};

}  // namespace engine
