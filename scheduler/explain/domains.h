/// Where each block could go if it were alone, and which rules keep it from everywhere else.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/explain/conflict.h"

namespace scheduler {

[[nodiscard]] inline bool is_hard(const engine::Problem& problem, engine::RuleId rule) {
  return problem.weights[static_cast<std::size_t>(rule)].hard > 0;
}

/// A room that a block may use.
struct RoomDomain {
  engine::RoomId room;
  std::vector<bool> open;  ///< by row of Domain::starts; empty: at all of them

  [[nodiscard]] bool at(std::size_t start_row) const { return open.empty() || open[start_row]; }
};

/// The starts and rooms at which a block breaks no hard rule by itself. Each start has a room.
struct Domain {
  std::vector<engine::Minute> starts;  ///< ascending
  std::vector<RoomDomain> rooms;  ///< of a session that needs one; else empty: rooms do not matter
};

/// Per block. Whatever else a plan does, a block that keeps the hard rules lies in its domain; the
/// rooms of a rotation's stations are looked at only where there is no choice. Cost: each start and
/// each room once, each start in each room where the room has hours of its own.
[[nodiscard]] std::vector<Domain> domains_of(const engine::Problem& problem);

/// Why `block`, whose domain is empty, has no place: rules of which none can be spared, with the
/// people and rooms concerned.
[[nodiscard]] std::vector<Cause> causes_of_no_place(const engine::Problem& problem,
                                                    engine::BlockId block);

}  // namespace scheduler
