/// Nobody is in two places at once. One point per person and pair of items that overlap.
#pragma once

#include "engine/rules/person_pairs.h"

namespace engine {

struct OverlapCost {
  static constexpr RuleId kId = RuleId::PersonOverlap;
  static constexpr bool kUsesPlaces = false;

  static bool never(const Problem&) { return false; }

  template <class V>
  static std::int64_t pair(const V& view, Presence a, Presence b) {
    return view.time(a.part).overlaps(view.time(b.part)) ? 1 : 0;
  }
};

using PersonOverlap = PersonPairs<OverlapCost>;

}  // namespace engine
