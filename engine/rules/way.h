/// The minutes that people need from one item of their day to the next.
#pragma once

#include <algorithm>

#include "engine/problem/travel.h"
#include "engine/rules/day_rule.h"

namespace engine {

/// Whether every room is next to every other.
[[nodiscard]] inline bool all_at_hand(const Problem& problem) {
  return std::all_of(problem.travel.begin(), problem.travel.end(), [](Minute m) { return m == 0; });
}

template <class V>
bool has_room(const V& view, const DayItem& item) {
  return item.activity.exists() && view.room(item.activity).exists();
}

/// Both have a room.
template <class V>
Minute way(const V& view, const DayItem& from, const DayItem& to) {
  return minutes_between(view.problem(), view.room(from.activity), view.room(to.activity));
}

}  // namespace engine
