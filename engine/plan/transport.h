/// All that a plan has on the road: people's trips, and equipment that is carried.
#pragma once

#include <vector>

#include "engine/plan/equipment_route.h"
#include "engine/plan/trips.h"

namespace engine {

struct Transport {
  std::vector<Trip> trips;
  std::vector<EquipmentMove> moves;
};

[[nodiscard]] inline Transport transport_of(const Gathering& gathering, const Plan& plan) {
  return {trips_of(gathering, plan), equipment_moves(gathering, plan)};
}

}  // namespace engine
