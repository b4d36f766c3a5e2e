/// How many people a group may have at each station of a rotation, round by round.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

/// Of a group that takes place; an empty one is never too small. `max` 0: closed in that round.
struct SeatLimits {
  std::int32_t min = 0;
  std::int32_t max = 1'000'000;
  friend bool operator==(const SeatLimits&, const SeatLimits&) = default;
};

/// [round × stations + station]: the station's own limits, and the largest room it may use.
[[nodiscard]] std::vector<SeatLimits> seat_limits(const engine::Problem& problem,
                                                  engine::RotationId rotation);

}  // namespace scheduler
