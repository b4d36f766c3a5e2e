/// What a participant's wishes in a rotation come to, given where they sit in all rounds.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/problem/reach.h"
#include "engine/rules/seat_rule.h"

namespace engine {

struct WishOutcome {
  std::int64_t ranks_lost = 0;  ///< sum of ranks obtained, less the least possible sum
  bool none_met = false;        ///< wishes were made that can be granted, and none of these is met
  std::int32_t best_missed =
      -1;  ///< best-wished station not obtained although it cost a rank, or -1
};

/// A station without a wish counts as one rank after the person's last wish. A wish for a station
/// out of reach is refused, whatever the plan: a rank is lost, and nobody counts as without any.
class Wishes {
 public:
  [[nodiscard]] static bool any(const RotationRow& rotation) { return !rotation.wish_rank.empty(); }

  template <class V>
  [[nodiscard]] WishOutcome outcome(const V& view,
                                    const RotationRow& rotation,
                                    std::int32_t participant) const {
    const auto row =
        static_cast<std::size_t>(participant) * static_cast<std::size_t>(rotation.stations);
    const std::span<const std::int32_t> ranks{rotation.wish_rank.data() + row,
                                              static_cast<std::size_t>(rotation.stations)};
    const std::int32_t last = *std::max_element(ranks.begin(), ranks.end());
    if (last == 0) return {};
    WishOutcome out{.none_met = can_be_granted(rotation, participant, ranks)};
    obtained_.assign(ranks.size(), 0);
    std::int64_t paid = 0;
    std::size_t rounds = 0;
    for (std::int32_t r = 0; r < rotation.rounds; ++r) {
      const auto station = view.station(seat_at(rotation, participant, r));
      if (station == kNoStation) continue;
      ++rounds;
      const auto rank = ranks[static_cast<std::size_t>(station)];
      if (rank > 0 && !kept_from(rotation, participant, station)) out.none_met = false;
      paid += rank > 0 ? rank : last + 1;
      obtained_[static_cast<std::size_t>(station)] = 1;
    }
    if (rounds == 0) return {};
    out.ranks_lost = std::max<std::int64_t>(0, paid - least(ranks, last, rounds, rotation.revisit));
    if (out.ranks_lost > 0) out.best_missed = best_missed(ranks);
    return out;
  }

 private:
  [[nodiscard]] static bool can_be_granted(const RotationRow& rotation,
                                           std::int32_t participant,
                                           std::span<const std::int32_t> ranks) {
    if (rotation.out_of_reach.empty()) return true;
    for (std::int32_t s = 0; s < rotation.stations; ++s)
      if (ranks[static_cast<std::size_t>(s)] > 0 && !kept_from(rotation, participant, s))
        return true;
    return false;
  }

  [[nodiscard]] std::int64_t least(std::span<const std::int32_t> ranks,
                                   std::int32_t last,
                                   std::size_t rounds,
                                   bool revisit) const {
    sorted_.clear();
    for (const auto rank : ranks) sorted_.push_back(rank > 0 ? rank : last + 1);
    std::sort(sorted_.begin(), sorted_.end());
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < rounds; ++i)
      sum += sorted_[revisit ? 0 : std::min(i, sorted_.size() - 1)];
    return sum;
  }

  [[nodiscard]] std::int32_t best_missed(std::span<const std::int32_t> ranks) const {
    std::int32_t best = -1;
    for (std::size_t s = 0; s < ranks.size(); ++s)
      if (ranks[s] > 0 && obtained_[s] == 0 &&
          (best < 0 || ranks[s] < ranks[static_cast<std::size_t>(best)]))
        best = static_cast<std::int32_t>(s);
    return best;
  }

  mutable std::vector<std::int8_t> obtained_;
  mutable std::vector<std::int32_t> sorted_;
};

/// Rules over the outcome of each participant: `R::amount(outcome)`.
template <class R>
class WishRule : public SeatRule<R> {
 public:
  using SeatRule<R>::SeatRule;

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto place = place_of(view.problem(), SeatId{change.row});
    const auto& rotation = view.problem().rotations[place.rotation];
    if (!Wishes::any(rotation)) return 0;
    return R::amount(wishes_.outcome(view, rotation, place.participant));
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const Wishes wishes;
    each_seated_rotation(board.problem(), [&](RotationId, const RotationRow& rotation) {
      if (!Wishes::any(rotation)) return;
      for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
        const auto outcome = wishes.outcome(view, rotation, static_cast<std::int32_t>(p));
        const auto n = R::amount(outcome);
        if (n == 0) continue;
        const auto& part = board.problem().parts[rotation.parts[0]];
        const ActivityId missed = outcome.best_missed < 0
                                      ? ActivityId{}
                                      : ActivityId{part.first_activity.value + outcome.best_missed};
        sink(Finding{R::kId, n, rotation.parts[0], {}, missed, rotation.participants[p]});
      }
    });
  }

 private:
  Wishes wishes_;
};

}  // namespace engine
