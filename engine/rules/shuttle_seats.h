/// Enough seats on the trips between two places, on shuttles and in vehicles
/// (engine/rules/rides.h). One point per person without a seat.
#pragma once

#include <vector>

#include "engine/rules/rides.h"

namespace engine {

class ShuttleSeats : public TripRule<ShuttleSeats> {
 public:
  static constexpr RuleId kId = RuleId::ShuttleSeats;
  using TripRule::TripRule;

  static bool matters(const Problem& problem) { return !problem.shuttles.empty(); }

  template <class V, class F>
  static void each_fault(const V& view, F found) {
    const auto& problem = view.problem();
    const auto trips = trips_on(view);
    for (const auto& [key, riders] : trips) {
      const auto& shuttle = problem.shuttles[static_cast<std::size_t>(key.shuttle)];
      if (shuttle.vehicles.empty() && riders.people > shuttle.seats)
        found(riders.people - shuttle.seats, riders.towards);
    }
    if (problem.vehicles.empty()) return;
    std::vector<PartId> towards;
    const auto sent = dispatch_trips(problem, trips, towards);
    for (std::size_t i = 0; i < sent.left.size(); ++i)
      if (sent.left[i] > 0) found(sent.left[i], towards[i]);
  }
};

}  // namespace engine
