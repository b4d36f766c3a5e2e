/// Those who drive have their breaks: no trip ends later than `max_drive` minutes at the wheel after
/// the last one (engine/rules/fleet.h). One point per vehicle and trip too much.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/rides.h"

namespace engine {

class DriverBreak : public LocalRule<DriverBreak> {
 public:
  static constexpr RuleId kId = RuleId::DriverBreak;

  DriverBreak(const Problem& problem, const Board& board) : LocalRule(problem, board) {
    matters_ = any_limit(problem);
  }

  [[nodiscard]] bool concerns(const Board&, const Change&) const { return matters_; }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change&) const {
    std::int64_t sum = 0;
    each_leg_without_break(view, [&](PartId) { ++sum; });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    if (!any_limit(board.problem())) return;
    each_leg_without_break(view_of(board),
                           [&](PartId towards) { sink(Finding{kId, 1, towards, {}, {}, {}}); });
  }

 private:
  static bool any_limit(const Problem& problem) {
    return std::any_of(problem.vehicles.begin(), problem.vehicles.end(), [](const VehicleRow& v) {
      return v.max_drive < INT32_MAX;
    });
  }

  template <class V, class F>
  static void each_leg_without_break(const V& view, F found) {
    std::vector<PartId> towards;
    const auto plan = dispatch_trips(view.problem(), trips_on(view), towards);
    for (const auto& leg : plan.legs)
      if (leg.without_break) found(towards[static_cast<std::size_t>(leg.ride)]);
  }

  bool matters_ = false;
};

}  // namespace engine
