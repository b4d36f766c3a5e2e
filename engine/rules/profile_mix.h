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
        sum += distance(view, activity_of(view.problem(), seat, station), totals_);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    const auto totals = count_values(problem);
    each_seated_rotation(problem, [&](RotationId, const RotationRow& rotation) {
      for (const PartId part : rotation.parts)
        each_activity(problem, part, [&](ActivityId a) {
          if (const auto n = distance(view, a, totals); n > 0)
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
  static std::int64_t distance(const V& view, ActivityId a, const Totals& totals) {
    const auto& problem = view.problem();
    const auto& row = problem.activities[a];
    const auto id = problem.parts[row.part].rotation;
    const auto& rotation = problem.rotations[id];
    const auto everyone = static_cast<std::int64_t>(rotation.participants.size());
    const std::int64_t size = view.seated(a);
    if (size == 0) return 0;
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < rotation.mix.size(); ++m)
      for (std::size_t value = 0; value < totals[id.index()][m].size(); ++value) {
        const auto here = count(view, a, rotation, m, static_cast<std::int32_t>(value));
        sum += std::abs(here * everyone - size * totals[id.index()][m][value]) / everyone;
      }
    return sum;
  }

  /// People at the station with this value, read through the view.
  template <class V>
  static std::int64_t count(const V& view,
                            ActivityId a,
                            const RotationRow& rotation,
                            std::size_t attribute,
                            std::int32_t value) {
    const auto& problem = view.problem();
    const auto& row = problem.activities[a];
    const auto& values = rotation.mix[attribute];
    const auto has = [&](SeatId seat) {
      return values[static_cast<std::size_t>(place_of(problem, seat).participant)] == value;
    };
    std::int64_t n = 0;
    for (const SeatId seat : view.board().seated(a))
      if (view.station(seat) == row.station && has(seat)) ++n;
    const SeatId mover = view.changed_seat();
    if (mover.exists() && problem.seats[mover].part == row.part &&
        view.station(mover) == row.station && view.board().station(mover) != row.station &&
        has(mover))
      ++n;
    return n;
  }

  Totals totals_;
};

}  // namespace engine
