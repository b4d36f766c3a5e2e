/// Groups stay whole: those who begin a carousel at one station are a group, and in each later
/// round one point per person who is not where most of the group is. Other patterns have no groups.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/seat_rule.h"

namespace engine {

class GroupSplit : public SeatRule<GroupSplit> {
 public:
  static constexpr RuleId kId = RuleId::GroupSplit;
  using SeatRule::SeatRule;

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    const auto place = place_of(view.problem(), SeatId{change.row});
    const auto& rotation = view.problem().rotations[place.rotation];
    if (rotation.pattern != Pattern::Carousel) return 0;
    std::int64_t sum = 0;
    for (std::int32_t round = 1; round < rotation.rounds; ++round)
      if (place.round == 0 || place.round == round)
        each_apart(view, rotation, round, together_, [&](std::size_t) { ++sum; });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    std::vector<std::int32_t> together;
    each_seated_rotation(board.problem(), [&](RotationId, const RotationRow& rotation) {
      if (rotation.pattern != Pattern::Carousel) return;
      for (std::int32_t round = 1; round < rotation.rounds; ++round)
        each_apart(view, rotation, round, together, [&](std::size_t participant) {
          sink(Finding{kId,
                       1,
                       rotation.parts[static_cast<std::size_t>(round)],
                       {},
                       {},
                       rotation.participants[participant]});
        });
    });
  }

 private:
  /// Calls `f(participant)` for those who are seated away from their group in a round. `together`
  /// counts, [group × stations + station], members of each group at each station.
  template <class V, class F>
  static void each_apart(const V& view,
                         const RotationRow& rotation,
                         std::int32_t round,
                         std::vector<std::int32_t>& together,
                         F f) {
    const auto stations = static_cast<std::size_t>(rotation.stations);
    together.assign(stations * stations, 0);
    const auto each_member = [&](auto g) {
      for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
        const auto participant = static_cast<std::int32_t>(p);
        const auto group = view.station(seat_at(rotation, participant, 0));
        const auto station = view.station(seat_at(rotation, participant, round));
        if (group != kNoStation && station != kNoStation)
          g(p, static_cast<std::size_t>(group) * stations, static_cast<std::size_t>(station));
      }
    };
    each_member(
        [&](std::size_t, std::size_t row, std::size_t station) { ++together[row + station]; });
    each_member([&](std::size_t p, std::size_t row, std::size_t station) {
      const auto group = together.begin() + static_cast<std::ptrdiff_t>(row);
      const auto most = std::max_element(group, group + rotation.stations);
      if (static_cast<std::size_t>(most - group) != station) f(p);
    });
  }

  mutable std::vector<std::int32_t> together_;
};

}  // namespace engine
