/// Stations of one round that share rooms, and so the seats in them.
#pragma once

#include <vector>

#include "engine/problem/problem.h"
#include "engine/problem/stations_to_seat.h"

namespace engine {

/// Those that may only use the same rooms, or rooms that link them (this one or that, that one or
/// a third), with the seats of as many of these rooms, the largest, as there are stations: more
/// people have no seat wherever the stations stand. No station is in two; one alone counts too. By
/// their first stations.
[[nodiscard]] std::vector<JointSeats> joint_seats(const Problem& problem, PartId round);

}  // namespace engine
