/// A room is used only when it is open to the item. One point per item in a closed room, one more
/// when the item's own windows for that room do not hold it.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class RoomUnavailable : public RoomedRule<RoomUnavailable> {
 public:
  static constexpr RuleId kId = RuleId::RoomUnavailable;
  using RoomedRule::RoomedRule;

  template <class V>
  static std::int64_t amount(const V& view, ActivityId a) {
    const auto closed = view.problem().room_closed[view.room(a)];
    const auto use = view.use(a);
    const bool shut =
        std::any_of(closed.begin(), closed.end(), [&](Interval i) { return i.overlaps(use); });
    return (shut ? 1 : 0) + (outside_windows(view, a) ? 1 : 0);
  }

 private:
  template <class V>
  static bool outside_windows(const V& view, ActivityId a) {
    bool limited = false;
    for (const auto& w : view.problem().room_windows[a]) {
      if (w.room != view.room(a)) continue;
      if (w.window.contains(view.time(view.problem().activities[a].part))) return false;
      limited = true;
    }
    return limited;
  }
};

}  // namespace engine
