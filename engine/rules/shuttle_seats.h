/// Enough seats on the trips between two places, on shuttles and in vehicles (engine/rules/rides.h).
/// One point per person without a seat.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/rides.h"

namespace engine {

class ShuttleSeats : public LocalRule<ShuttleSeats> {
 public:
  static constexpr RuleId kId = RuleId::ShuttleSeats;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change&) const {
    return !board.problem().shuttles.empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change&) const {
    std::int64_t sum = 0;
    each_trip_too_full(view, [&](std::int64_t people, PartId) { sum += people; });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    if (board.problem().shuttles.empty()) return;
    each_trip_too_full(view_of(board), [&](std::int64_t people, PartId towards) {
      sink(Finding{kId, people, towards, {}, {}, {}});
    });
  }

 private:
  template <class V, class F>
  static void each_trip_too_full(const V& view, F found) {
    const auto& problem = view.problem();
    const auto trips = trips_on(view);
    for (const auto& [key, riders] : trips) {
      const auto& shuttle = problem.shuttles[static_cast<std::size_t>(key.shuttle)];
      if (shuttle.vehicles.empty() && riders.people > shuttle.seats)
        found(riders.people - shuttle.seats, riders.towards);
    }
    if (problem.vehicles.empty()) return;
    std::vector<PartId> towards;
    const auto plan = dispatch_trips(problem, trips, towards);
    for (std::size_t i = 0; i < plan.left.size(); ++i)
      if (plan.left[i] > 0) found(plan.left[i], towards[i]);
  }
};

}  // namespace engine
