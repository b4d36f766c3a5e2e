/// More to do than there is time: items that take turns in a person's day, a room, a pool of
/// either.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

/// One item and when it may begin; it keeps its server busy for `length` minutes.
struct Load {
  engine::BlockId block;
  engine::Minute length = 0;
  std::vector<engine::Minute> starts;  ///< ascending, not empty
};

/// Whoever takes one load at a time: a person, a room.
struct Server {
  std::vector<engine::Minute> starts;    ///< at which some load may begin here, ascending
  std::vector<engine::Interval> within;  ///< in which loads may lie here: apart, ascending
};

/// Loads that all lie in `during` and need more than the servers have there.
struct Overfull {
  std::vector<engine::BlockId> blocks;  ///< ascending, each once; few enough: fewer would fit
  engine::Interval during;
  bool counted = false;  ///< `needed` and `available` count loads, not minutes
  std::int64_t needed = 0;
  std::int64_t available = 0;
};

/// What all loads together can use of one server.
[[nodiscard]] Server server_of(const std::vector<Load>& loads);

/// Energetic reasoning (Erschler & Lopez 1990) on the stretches between the first start of one load
/// and the last end of another, by minutes and by how many of the shortest load fit one after the
/// other. Cost: the square of the loads times the servers.
[[nodiscard]] std::optional<Overfull> overfull(const std::vector<Load>& loads,
                                               const std::vector<Server>& servers);

}  // namespace scheduler
