/// How far apart two blocks must start: nearly every rule about two blocks is about this number.
#pragma once

#include <utility>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/explain/alone.h"
#include "scheduler/explain/domains.h"

namespace scheduler {

/// Stretches [from, to], both ends included, of allowed values of "start of b − start of a".
using Differences = std::vector<engine::Interval>;

/// Beyond any difference between two starts.
inline constexpr engine::Minute kFar = 1 << 29;

/// Two blocks and what keeps them apart, in order or together.
struct Relation {
  engine::BlockId a;
  engine::BlockId b;
  Differences allowed;
  RuleSet rules = 0;     ///< that take something away from `allowed`
  bool in_days = false;  ///< `days_fit` must be asked too
};

/// Rooms of the two blocks of a pair; none: any of its domain, or no choice.
struct PairOfRooms {
  engine::RoomId a;
  engine::RoomId b;
};

class PairRules {
 public:
  /// Keeps references: both must outlive it.
  PairRules(const engine::Problem& problem, const std::vector<Domain>& domains);

  /// What holds for the two blocks whatever their rooms are, or with given rooms. Gaps in days
  /// (`gap_days`) are left to `days_fit`.
  [[nodiscard]] Relation between(engine::BlockId a,
                                 engine::BlockId b,
                                 PairOfRooms rooms = {}) const;
  /// Whether the order asked for in days, if any, allows these starts.
  [[nodiscard]] bool days_fit(const Relation& relation,
                              engine::Minute start_a,
                              engine::Minute start_b) const;
  /// Every two blocks that some hard rule relates, each once, a < b; blocks that may be left out
  /// are not among them.
  [[nodiscard]] std::vector<std::pair<engine::BlockId, engine::BlockId>> pairs() const;
  /// Minutes it takes at least to get from one part to the other, wherever both are.
  [[nodiscard]] engine::Minute least_travel(engine::PartId from, engine::PartId to) const {
    return travel(from, {}, to, {});
  }

 private:
  void part_people(Relation& relation, PairOfRooms rooms) const;
  void part_rooms(Relation& relation, PairOfRooms rooms) const;
  void part_equipment(Relation& relation) const;
  void keep_order(Relation& relation) const;
  [[nodiscard]] engine::Minute travel(engine::PartId from,
                                      engine::RoomId from_room,
                                      engine::PartId to,
                                      engine::RoomId to_room) const;

  const engine::Problem& problem_;
  const std::vector<Domain>& domains_;
  engine::Lists<engine::PartId, engine::PlaceId> places_;  ///< where people may be; empty: anywhere
};

}  // namespace scheduler
