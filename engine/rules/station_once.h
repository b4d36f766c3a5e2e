/// Nobody sees a station twice, where the rotation says so, but the one they host. One point per
/// visit after the first.
#pragma once

#include "engine/rules/seat_rule.h"

namespace engine {

class StationOnce : public SeatRule<StationOnce> {
 public:
  static constexpr RuleId kId = RuleId::StationOnce;
  using SeatRule::SeatRule;

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const SeatId seat{change.row};
    const auto place = place_of(view.problem(), seat);
    const auto& rotation = view.problem().rotations[place.rotation];
    if (rotation.revisit) return 0;
    const auto before = view.board().station(seat);
    std::int64_t sum = 0;
    for (const auto station : {before, change.value})
      if (station != kNoStation) sum += extra_visits(view, rotation, place.participant, station);
    return before == change.value ? 0 : sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    each_seated_rotation(board.problem(), [&](RotationId, const RotationRow& rotation) {
      if (rotation.revisit) return;
      for (std::size_t p = 0; p < rotation.participants.size(); ++p)
        for (std::int32_t s = 0; s < rotation.stations; ++s)
          if (const auto n = extra_visits(view, rotation, static_cast<std::int32_t>(p), s); n > 0) {
            const auto& part = board.problem().parts[rotation.parts[0]];
            const ActivityId a{part.first_activity.value + s};
            sink(Finding{kId, n, rotation.parts[0], {}, a, rotation.participants[p]});
          }
    });
  }

 private:
  template <class V>
  static std::int64_t extra_visits(const V& view,
                                   const RotationRow& rotation,
                                   std::int32_t participant,
                                   std::int32_t station) {
    for (const auto& [host, own] : rotation.hosting)
      if (host == participant && own == station) return 0;
    std::int64_t visits = 0;
    for (std::int32_t r = 0; r < rotation.rounds; ++r)
      if (view.station(seat_at(rotation, participant, r)) == station) ++visits;
    return visits > 1 ? visits - 1 : 0;
  }
};

}  // namespace engine
