/// Few changes of room: one point per person and two sessions in a row on one day that are in
/// different rooms, although one of them could be in the other's (that people go from the hall to
/// the workshop's own room is nobody's fault). Welcomes, meals and breaks in between do not count,
/// nor what has no room; going from station to station is what a rotation is for, so its rounds
/// cost nothing among themselves.
#pragma once

#include <algorithm>

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
          !same_item(view.problem(), last->part, item.part) &&
          (could_be_in(view, item, view.room(last->activity)) ||
           could_be_in(view, *last, view.room(item.activity))))
        found(1, last->part, item.part);
      last = &item;
    }
  }

 private:
  template <class V>
  static bool could_be_in(const V& view, const DayItem& item, RoomId room) {
    const auto rooms = view.problem().room_choices[item.activity];
    return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
  }
};

}  // namespace engine
