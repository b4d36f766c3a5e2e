/// Which vehicle makes which trip: in order of departure, the one at hand that fits best.
///
/// Among the vehicles that may make a trip and can be there in time (empty if need be), the
/// smallest with a seat for everyone left goes first, else the largest; of two alike the one that
/// stands there, then one that did not just come from where the trip goes (its passengers have
/// been there, and keep their coach), then the first of the list. Not the fewest vehicles that
/// could do it all: what a dispatcher at a table would do.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/problem/problem.h"

namespace engine {

/// A trip that people need.
struct Ride {
  Interval time;
  PlaceId from;
  PlaceId to;
  std::int32_t people = 0;
  std::span<const std::int32_t> vehicles;  ///< rows of those that may make it
};

/// One vehicle on one trip. `people` 0: it only goes to where it is needed.
struct Leg {
  std::int32_t vehicle = 0;
  Interval time;
  PlaceId from;
  PlaceId to;
  std::int32_t people = 0;
  std::int32_t ride = 0;       ///< row of the ride it is for
  bool without_break = false;  ///< more than `max_drive` since the last break, at its end
};

struct Dispatch {
  std::vector<Leg> legs;           ///< in the order of rides, each vehicle's in order of time
  std::vector<std::int32_t> left;  ///< per ride: people without a seat
};

/// `rides` in order of departure. `travel` is [from × places + to] minutes. A break may be taken in
/// two, a third of it first (EU law 561/2006, art. 7: 45 minutes, or 15 and then 30, after 4 h 30).
[[nodiscard]] Dispatch dispatch(std::span<const Ride> rides,
                                std::span<const VehicleRow> vehicles,
                                std::span<const Minute> travel,
                                std::size_t places);

}  // namespace engine
