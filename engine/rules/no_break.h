/// A break every 90 minutes (four blocks of 90 minutes a day are usual): one point per person and
/// break that is missing. A break is 15 minutes free, or any meal, break, welcome or journey.
/// Within a session or a rotation of any length nothing is missing: its team makes its own pauses.
#pragma once

#include "engine/rules/day_rule.h"

namespace engine {

class NoBreak : public DayRule<NoBreak> {
 public:
  static constexpr RuleId kId = RuleId::NoBreak;
  static constexpr bool kTurns = false;
  using DayRule::DayRule;

  static bool uses_rooms(const Problem&) { return false; }

  /// Takes the breaks greedily: one is missing before the first item that ends too late, and that
  /// item begins a new stretch.
  template <class V, class F>
  static void judge(const V& view, std::span<const DayItem> items, F found) {
    constexpr Minute kBreak = 15;
    constexpr Minute kLongest = 90;
    const DayItem* first = nullptr;  // of the stretch without a break
    const DayItem* entry = nullptr;  // where the item going on was entered
    Minute end = 0;
    for (const DayItem& item : items) {
      if (!is_session(view.problem(), view.block_of(item.part))) {
        first = nullptr;
        continue;
      }
      if (first == nullptr || item.time.from - end >= kBreak) {
        first = entry = &item;
        end = item.time.to;
        continue;
      }
      end = std::max(end, item.time.to);
      if (!same_item(view.problem(), entry->part, item.part)) entry = &item;
      if (entry == first || end - first->time.from <= kLongest) continue;
      found(1, entry->part, PartId{});
      first = entry;
    }
  }
};

}  // namespace engine
