/// Each group mirrors the whole: for every value of every attribute to mix, one point per whole
/// person that a group is away from its proportional share.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "engine/rules/seat_rule.h"

namespace engine {

class ProfileMix : public SeatRule<ProfileMix> {
 public:
  static constexpr RuleId kId = RuleId::ProfileMix;

  ProfileMix(const Problem& problem, const Board& board)
      : SeatRule(problem, board), totals_(count_values(problem)) {}

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    if (change.kind != Change::Kind::Station) return false;
    const auto place = place_of(board.problem(), SeatId{change.row});
    return !board.problem().rotations[place.rotation].mix.empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const SeatId seat{change.row};
    const auto before = view.board().station(seat);
    if (before == change.value) return 0;
    std::int64_t sum = 0;
    for (const auto station : {before, change.value})
      if (station != kNoStation)
        sum += distance(view, activity_of(view.problem(), seat, station), totals_, here_);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    const auto totals = count_values(problem);
    std::vector<std::int64_t> here;
    each_seated_rotation(problem, [&](RotationId, const RotationRow& rotation) {
      for (const PartId part : rotation.parts)
        each_activity(problem, part, [&](ActivityId a) {
          if (const auto n = distance(view, a, totals, here); n > 0)
            sink(Finding{kId, n, part, {}, a, {}});
        });
    });
  }

 private:
  /// Per rotation and attribute: how many participants have each value.
  using Totals = std::vector<std::vector<std::vector<std::int64_t>>>;

  static Totals count_values(const Problem& problem) {
    Totals totals(problem.rotations.size());
    each_seated_rotation(problem, [&](RotationId id, const RotationRow& rotation) {
      for (const auto& values : rotation.mix) {
        auto& counts = totals[id.index()].emplace_back();
        for (const auto v : values) {
          counts.resize(std::max(counts.size(), static_cast<std::size_t>(v) + 1));
          ++counts[static_cast<std::size_t>(v)];
        }
      }
    });
    return totals;
  }

  template <class V>
  static std::int64_t distance(const V& view,
                               ActivityId a,
                               const Totals& totals,
                               std::vector<std::int64_t>& here) {
    const auto& problem = view.problem();
    const auto& row = problem.activities[a];
    const auto id = problem.parts[row.part].rotation;
    const auto& rotation = problem.rotations[id];
    const auto everyone = static_cast<std::int64_t>(rotation.participants.size());
    const std::int64_t size = view.seated(a);
    if (size == 0) return 0;
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < rotation.mix.size(); ++m) {
      const auto& wanted = totals[id.index()][m];
      here.assign(wanted.size(), 0);
      each_seated(view, a, [&](SeatId seat) {
        const auto participant = static_cast<std::size_t>(problem.seats[seat].participant);
        ++here[static_cast<std::size_t>(rotation.mix[m][participant])];
      });
      for (std::size_t value = 0; value < wanted.size(); ++value)
        sum += std::abs(here[value] * everyone - size * wanted[value]) / everyone;
    }
    return sum;
  }

  /// Calls `f(seat)` for everyone at the station, read through the view.
  template <class V, class F>
  static void each_seated(const V& view, ActivityId a, F f) {
    const auto& problem = view.problem();
    const auto& row = problem.activities[a];
    const SeatId mover = view.changed_seat();
    for (const SeatId seat : view.board().seated(a))
      if (seat != mover) f(seat);
    if (mover.exists() && problem.seats[mover].part == row.part &&
        view.station(mover) == row.station)
      f(mover);
  }

  Totals totals_;
  mutable std::vector<std::int64_t> here_;
};

}  // namespace engine
