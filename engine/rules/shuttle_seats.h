/// Enough seats on the trips between two places, on shuttles and in vehicles
/// (engine/rules/rides.h). One point per person without a seat.
#pragma once

#include "engine/rules/trip_rule.h"

namespace engine {

class ShuttleSeats : public TripRule<ShuttleSeats> {
 public:
  static constexpr RuleId kId = RuleId::ShuttleSeats;
  using TripRule::TripRule;

  static bool matters(const Problem& problem) { return !problem.shuttles.empty(); }

  template <class F>
  static void each_fault(const Problem& problem, std::span<const TripCount> trips, F found) {
    for (std::size_t i = 0; i < trips.size(); ++i) {
      const auto& shuttle = problem.shuttles[static_cast<std::size_t>(trips[i].trip.shuttle)];
      if (shuttle.vehicles.empty() && trips[i].people > shuttle.seats)
        found(trips[i].people - shuttle.seats, i);
    }
    if (problem.vehicles.empty()) return;
    const auto fleet = send_fleet(problem, trips);
    for (std::size_t ride = 0; ride < fleet.sent.left.size(); ++ride)
      if (fleet.sent.left[ride] > 0)
        found(fleet.sent.left[ride], static_cast<std::size_t>(fleet.of_ride[ride]));
  }
};

}  // namespace engine
