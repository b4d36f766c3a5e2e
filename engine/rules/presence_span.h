/// Compact days for the team: one point per person and full hour on site that is not needed, that
/// is without anything that expects them between their first and their last role of a day.
#pragma once

#include "engine/rules/day_rule.h"

namespace engine {

class PresenceSpan : public DayRule<PresenceSpan> {
 public:
  static constexpr RuleId kId = RuleId::PresenceSpan;
  static constexpr bool kTurns = true;
  using DayRule::DayRule;

  static bool uses_rooms(const Problem&) { return false; }

  template <class V, class F>
  static void judge(const V&, std::span<const DayItem> items, F found) {
    constexpr Minute kUnit = 60;
    const DayItem* first = nullptr;
    Minute end = 0;
    Minute idle = 0;          // since the first role
    Minute idle_between = 0;  // up to the last role
    for (const DayItem& item : items) {
      if (first == nullptr && !item.turn) continue;
      if (first == nullptr)
        first = &item;
      else
        idle += std::max(0, item.time.from - end);
      end = std::max(end, item.time.to);
      if (item.turn) idle_between = idle;
    }
    if (idle_between >= kUnit) found(idle_between / kUnit, first->part, PartId{});
  }
};

}  // namespace engine
