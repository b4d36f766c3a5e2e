/// Which stations somebody is kept from by what they need.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "engine/problem/problem.h"

namespace engine {

/// Is the station out of the participant's reach, and others enough for all rounds are not?
inline bool kept_from(const RotationRow& rotation, std::int32_t participant, std::int32_t station) {
  if (rotation.out_of_reach.empty()) return false;
  const auto first =
      rotation.out_of_reach.begin() + static_cast<std::ptrdiff_t>(participant) * rotation.stations;
  if (first[station] == 0) return false;
  const auto within = std::count(first, first + rotation.stations, std::uint8_t{0});
  return within >= (rotation.revisit ? 1 : rotation.rounds);
}

}  // namespace engine
