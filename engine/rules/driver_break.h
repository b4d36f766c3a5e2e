/// Those who drive have their breaks: no trip ends later than `max_drive` minutes at the wheel
/// after the last one (engine/rules/fleet.h). One point per vehicle and trip too much.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/rides.h"

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

  template <class V, class F>
  static void each_fault(const V& view, F found) {
    std::vector<PartId> towards;
    const auto sent = dispatch_trips(view.problem(), trips_on(view), towards);
    for (const auto& leg : sent.legs)
      if (leg.without_break) found(1, towards[static_cast<std::size_t>(leg.ride)]);
  }
};

}  // namespace engine
