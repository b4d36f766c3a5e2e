/// Which rotations can make up for lost time by leaving out their last rounds (DOMAIN 5: drop a
/// round).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "scheduler/replan/replan.h"

namespace scheduler {

/// How many of its last rounds each rotation leaves out.
struct Shortening {
  std::map<std::string, int> rounds;
  std::int64_t loss = 0;  ///< people × rounds
};

/// More are not tried: so much is better planned by hand.
inline constexpr std::size_t kMostShortenings = 16;

/// Combinations of rounds of the rotations that a delay pushes, or that `repaired` has later or not
/// at all; the smallest loss first, kMostShortenings at most. Rounds that have begun stay, one at
/// least, and so do rotations that are locked.
[[nodiscard]] std::vector<Shortening> shortenings(const Upset& upset,
                                                  const Adapted& adapted,
                                                  const engine::Plan& repaired);

/// The plan without these rounds.
[[nodiscard]] engine::Plan shortened(engine::Plan plan, const Shortening& by);

}  // namespace scheduler
