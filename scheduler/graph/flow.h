/// What it costs to send things through a network: cheapest flows of greatest value.
#pragma once

#include <cstdint>
#include <vector>

namespace scheduler {

struct Arc {
  int from = 0;
  int to = 0;
  std::int64_t capacity = 0;
  std::int64_t cost = 0;  ///< per unit, not negative
};

struct Flow {
  std::int64_t value = 0;
  std::int64_t cost = 0;
  std::vector<std::int64_t> on;  ///< per arc
};

/// The cheapest of the greatest flows from `source` to `sink`: shortest paths with potentials
/// (Edmonds & Karp 1972), all paths of one price at once (primal-dual, Ford & Fulkerson 1962).
/// Time: arcs × log(vertices) for each price on the way; 2,000 people and 20 workshops take some
/// hundredths of a second, where one path at a time takes a minute.
[[nodiscard]] Flow cheapest_flow(int vertices, const std::vector<Arc>& arcs, int source, int sink);

}  // namespace scheduler
