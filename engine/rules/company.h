/// The base of rules about listed sets of people in each round: kept together, or kept apart.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/seat_rule.h"

namespace engine {

/// `R::sets(rotation)` are the listed sets, as positions in `participants`; `R::excess(stations)`
/// is what one set costs in one round, from the sorted stations of those who are seated.
template <class R>
class Company : public SeatRule<R> {
 public:
  using SeatRule<R>::SeatRule;

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto place = place_of(view.problem(), SeatId{change.row});
    const auto& rotation = view.problem().rotations[place.rotation];
    std::int64_t sum = 0;
    for (const auto& set : R::sets(rotation))
      if (std::find(set.begin(), set.end(), place.participant) != set.end())
        sum += cost(view, rotation, set, place.round, scratch_);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    std::vector<std::int32_t> stations;
    each_seated_rotation(board.problem(), [&](RotationId, const RotationRow& rotation) {
      for (std::int32_t r = 0; r < rotation.rounds; ++r)
        for (const auto& set : R::sets(rotation))
          if (const auto n = cost(view, rotation, set, r, stations); n > 0)
            sink(Finding{R::kId,
                         n,
                         rotation.parts[static_cast<std::size_t>(r)],
                         {},
                         {},
                         rotation.participants[static_cast<std::size_t>(set.back())]});
    });
  }

 private:
  template <class V>
  static std::int64_t cost(const V& view,
                           const RotationRow& rotation,
                           const std::vector<std::int32_t>& set,
                           std::int32_t round,
                           std::vector<std::int32_t>& stations) {
    stations.clear();
    for (const auto participant : set) {
      const auto station = view.station(seat_at(rotation, participant, round));
      if (station != kNoStation) stations.push_back(station);
    }
    std::sort(stations.begin(), stations.end());
    const auto distinct = std::unique(stations.begin(), stations.end()) - stations.begin();
    return R::excess(static_cast<std::int64_t>(stations.size()), distinct);
  }

  mutable std::vector<std::int32_t> scratch_;
};

}  // namespace engine
