/// Those who drive have their breaks: no trip ends later than `max_drive` minutes at the wheel
/// after the last one (engine/rules/fleet.h). One point per vehicle and trip too much.
#pragma once

#include <algorithm>

#include "engine/rules/trip_rule.h"

namespace engine {

class DriverBreak : public TripRule<DriverBreak> {
 public:
  static constexpr RuleId kId = RuleId::DriverBreak;
  using TripRule::TripRule;

  static bool matters(const Problem& problem) {
    return std::any_of(problem.vehicles.begin(), problem.vehicles.end(), [](const VehicleRow& v) {
      return v.max_drive < INT32_MAX;
    });
  }

  template <class F>
  static void each_fault(const Problem& problem, std::span<const TripCount> trips, F found) {
    const auto fleet = send_fleet(problem, trips);
    for (const auto& leg : fleet.sent.legs)
      if (leg.without_break)
        found(1, static_cast<std::size_t>(fleet.of_ride[static_cast<std::size_t>(leg.ride)]));
  }
};

}  // namespace engine
