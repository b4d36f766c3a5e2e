/// Groups are of the right size: within [min, max] at each station in use, and a station takes
/// place in no more rounds than its `runs`. One point per person too many or too few, or round too
/// many.
#pragma once

#include <algorithm>

#include "engine/rules/seat_rule.h"

namespace engine {

class StationCapacity : public SeatRule<StationCapacity> {
 public:
  static constexpr RuleId kId = RuleId::StationCapacity;
  using SeatRule::SeatRule;

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const SeatId seat{change.row};
    const auto& problem = view.problem();
    const auto rotation = problem.parts[problem.seats[seat].part].rotation;
    const auto before = view.board().station(seat);
    std::int64_t sum = 0;
    for (const auto station : {before, change.value}) {
      if (station == kNoStation) continue;
      sum += misfit(view, activity_of(problem, seat, station)) +
             extra_runs(view, problem.rotations[rotation], station);
    }
    return before == change.value ? 0 : sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    each_seated_rotation(problem, [&](RotationId, const RotationRow& rotation) {
      for (const PartId part : rotation.parts)
        each_activity(problem, part, [&](ActivityId a) {
          if (const auto n = misfit(view, a); n > 0) sink(Finding{kId, n, part, {}, a, {}});
        });
      for (std::int32_t s = 0; s < rotation.stations; ++s)
        if (const auto n = extra_runs(view, rotation, s); n > 0)
          sink(Finding{
              kId, n, rotation.parts[0], {}, station_in(problem, rotation.parts[0], s), {}});
    });
  }

 private:
  static ActivityId station_in(const Problem& problem, PartId part, std::int32_t station) {
    return {problem.parts[part].first_activity.value + station};
  }

  template <class V>
  static std::int64_t misfit(const V& view, ActivityId a) {
    const auto n = view.seated(a);
    if (n == 0) return 0;
    const auto& row = view.problem().activities[a];
    return std::max({0, n - row.max_people, row.min_people - n});
  }

  template <class V>
  static std::int64_t extra_runs(const V& view, const RotationRow& rotation, std::int32_t station) {
    std::int32_t used = 0;
    for (const PartId part : rotation.parts)
      if (view.seated(station_in(view.problem(), part, station)) > 0) ++used;
    return std::max(0, used - rotation.runs[static_cast<std::size_t>(station)]);
  }
};

}  // namespace engine
