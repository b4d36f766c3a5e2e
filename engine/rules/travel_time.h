/// Between two items of a person there is time to get from one room to the other. One point per
/// person and journey too short. Any two items count, not only neighbours in time: with travel
/// minutes that break the triangle inequality this is the stricter reading (CSPLib prob046).
#pragma once

#include <algorithm>

#include "engine/problem/travel.h"
#include "engine/rules/person_pairs.h"

namespace engine {

struct JourneyCost {
  static constexpr RuleId kId = RuleId::TravelTime;
  static constexpr bool kUsesPlaces = true;

  static bool never(const Problem& problem) {
    return std::all_of(
        problem.travel.begin(), problem.travel.end(), [](Minute m) { return m == 0; });
  }

  template <class V>
  static std::int64_t pair(const V& view, Presence a, Presence b) {
    if (!a.activity.exists() || !b.activity.exists()) return 0;
    const RoomId from = view.room(a.activity);
    const RoomId to = view.room(b.activity);
    if (!from.exists() || !to.exists()) return 0;
    const auto first = view.time(a.part);
    const auto second = view.time(b.part);
    if (first.overlaps(second)) return 0;
    return first.from < second.from ? too_short(view.problem(), first.to, from, second.from, to)
                                    : too_short(view.problem(), second.to, to, first.from, from);
  }

 private:
  static std::int64_t too_short(
      const Problem& problem, Minute end, RoomId from, Minute start, RoomId to) {
    return start - end < minutes_between(problem, from, to) ? 1 : 0;
  }
};

using TravelTime = PersonPairs<JourneyCost>;

}  // namespace engine
