/// The base of rules about who sits where in a rotation: they look at one changed seat.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/rules/rule.h"

namespace engine {

/// Where a seat stands: its rotation, the participant's position in it, the round.
struct SeatPlace {
  RotationId rotation;
  std::int32_t participant = 0;
  std::int32_t round = 0;
};

[[nodiscard]] inline SeatPlace place_of(const Problem& problem, SeatId seat) {
  const auto& row = problem.seats[seat];
  const auto& part = problem.parts[row.part];
  return {part.rotation, row.participant, part.round};
}

[[nodiscard]] inline SeatId seat_at(const RotationRow& rotation,
                                    std::int32_t participant,
                                    std::int32_t round) {
  const auto people = static_cast<std::int32_t>(rotation.participants.size());
  return {rotation.first_seat.value + round * people + participant};
}

/// Calls `f(seat)` for the seats of all rounds, round after round.
template <class F>
void each_seat(const RotationRow& rotation, F f) {
  const auto seats = rotation.rounds * static_cast<std::int32_t>(rotation.participants.size());
  for (std::int32_t i = 0; i < seats; ++i) f(SeatId{rotation.first_seat.value + i});
}

template <class R>
class SeatRule : public LocalRule<R> {
 public:
  using LocalRule<R>::LocalRule;
  [[nodiscard]] bool concerns(const Board&, const Change& change) const {
    return change.kind == Change::Kind::Station;
  }
};

/// Calls `f(rotation id, row)` for the rotations that seat people.
template <class F>
void each_seated_rotation(const Problem& problem, F f) {
  problem.rotations.each([&](RotationId id) {
    if (!problem.rotations[id].participants.empty()) f(id, problem.rotations[id]);
  });
}

}  // namespace engine
