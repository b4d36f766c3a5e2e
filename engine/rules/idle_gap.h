/// No long waits: one point per person and full half-hour between two items of a day, the way from
/// one to the other taken off. A shorter gap is a welcome pause.
#pragma once

#include "engine/rules/way.h"

namespace engine {

class IdleGap : public DayRule<IdleGap> {
 public:
  static constexpr RuleId kId = RuleId::IdleGap;
  static constexpr bool kTurns = false;
  using DayRule::DayRule;

  static bool uses_rooms(const Problem& problem) { return !all_at_hand(problem); }

  template <class V, class F>
  static void judge(const V& view, std::span<const DayItem> items, F found) {
    constexpr Minute kUnit = 30;
    const DayItem* last = nullptr;  // of those so far, one that ends last
    for (const DayItem& item : items) {
      if (last != nullptr) {
        Minute wait = item.time.from - last->time.to;
        if (has_room(view, *last) && has_room(view, item)) wait -= way(view, *last, item);
        if (wait >= kUnit) found(wait / kUnit, last->part, item.part);
      }
      if (last == nullptr || item.time.to > last->time.to) last = &item;
    }
  }
};

}  // namespace engine
