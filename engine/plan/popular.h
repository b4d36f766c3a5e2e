/// Stations that more people wish for than they can hold: where another run would help.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"

namespace engine {

struct PopularStation {
  RotationId rotation;
  std::int32_t station = 0;
  std::int32_t wanted = 0;  ///< people with it among as many best wishes as there are rounds
  std::int32_t seats = 0;   ///< over all the rounds it may take place in; fewer than `wanted`
};

/// Of rotations by wishes, in the gathering's order.
[[nodiscard]] std::vector<PopularStation> popular_stations(const Problem& problem);

}  // namespace engine
