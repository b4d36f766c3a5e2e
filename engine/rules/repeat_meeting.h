/// New people to meet in every round of a remix: a pair that meets m times costs m (m − 1) / 2, so
/// that repeats are spread. Other patterns keep people together on purpose and cost nothing.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rules/seat_rule.h"

namespace engine {

class RepeatMeeting : public SeatRule<RepeatMeeting> {
 public:
  static constexpr RuleId kId = RuleId::RepeatMeeting;

  RepeatMeeting(const Problem& problem, const Board& board)
      : SeatRule(problem, board), meetings_(problem.rotations.size()) {
    each_seated_rotation(problem, [&](RotationId id, const RotationRow& rotation) {
      if (rotation.pattern == Pattern::Remix) meetings_[id.index()] = count(board, rotation);
    });
  }

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    if (change.kind != Change::Kind::Station) return 0;
    std::int64_t sum = 0;
    each_meeting(board, change, [&](std::size_t rotation, std::size_t pair, int step) {
      const std::int64_t m = meetings_[rotation][pair];
      sum += step > 0 ? m : 1 - m;
    });
    return sum;
  }

  [[nodiscard]] std::int64_t amount_after(const Board& board, const Change& change) const {
    return delta(board, change);
  }

  void apply(const Board& board, const Change& change) {
    if (change.kind != Change::Kind::Station) return;
    each_meeting(board, change, [&](std::size_t rotation, std::size_t pair, int step) {
      meetings_[rotation][pair] = static_cast<std::uint16_t>(meetings_[rotation][pair] + step);
    });
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    each_seated_rotation(board.problem(), [&](RotationId, const RotationRow& rotation) {
      if (rotation.pattern != Pattern::Remix) return;
      const auto meetings = count(board, rotation);
      for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
        std::int64_t cost = 0;
        for (std::size_t q = 0; q < p; ++q) {
          const std::int64_t m = meetings[pair_of(p, q)];
          cost += m * (m - 1) / 2;
        }
        if (cost > 0) sink(Finding{kId, cost, rotation.parts[0], {}, {}, rotation.participants[p]});
      }
    });
  }

  /// Row of a pair of participants in the triangle below the diagonal.
  static constexpr std::size_t pair_of(std::size_t p, std::size_t q) {
    return p > q ? p * (p - 1) / 2 + q : q * (q - 1) / 2 + p;
  }

  /// How often each pair meets, counted from the board.
  static std::vector<std::uint16_t> count(const Board& board, const RotationRow& rotation) {
    const std::size_t people = rotation.participants.size();
    std::vector<std::uint16_t> meetings(people * (people - 1) / 2);
    for (const PartId part : rotation.parts)
      each_activity(board.problem(), part, [&](ActivityId a) {
        const auto seats = board.seated(a);
        for (std::size_t i = 0; i < seats.size(); ++i)
          for (std::size_t j = 0; j < i; ++j)
            ++meetings[pair_of(position(board, seats[i]), position(board, seats[j]))];
      });
    return meetings;
  }

 private:
  static std::size_t position(const Board& board, SeatId seat) {
    return static_cast<std::size_t>(place_of(board.problem(), seat).participant);
  }

  /// Calls `f(rotation, pair, -1 or +1)` for each meeting that the change ends or begins.
  template <class F>
  void each_meeting(const Board& board, const Change& change, F f) const {
    const SeatId seat{change.row};
    const auto rotation = place_of(board.problem(), seat).rotation.index();
    const auto before = board.station(seat);
    if (meetings_[rotation].empty() || before == change.value) return;
    const auto mover = position(board, seat);
    const auto each_at = [&](std::int32_t station, int step) {
      if (station == kNoStation) return;
      for (const SeatId other : board.seated(activity_of(board.problem(), seat, station)))
        if (other != seat) f(rotation, pair_of(mover, position(board, other)), step);
    };
    each_at(before, -1);
    each_at(change.value, +1);
  }

  std::vector<std::vector<std::uint16_t>>
      meetings_;  ///< per rotation, per pair; empty: not counted
};

}  // namespace engine
