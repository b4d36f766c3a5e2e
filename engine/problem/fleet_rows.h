/// The vehicles of a gathering, each for itself: of `count = 3` there are three.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/problem/problem.h"

namespace engine {

struct FleetRow {
  VehicleRow row;           ///< its site is a row of Gathering::sites
  std::size_t vehicle = 0;  ///< row of Gathering::vehicles
  int number = 0;           ///< 1, 2 … among those of its kind; 0: there is one only
};

/// In the gathering's order. Where nothing is said, vehicles with more than 8 passengers need a
/// break after 4 h 30 at the wheel (EU law 561/2006, art. 2 and 7).
[[nodiscard]] std::vector<FleetRow> fleet_of(const Gathering& gathering);

}  // namespace engine
