/// The plain graph that this folder's functions take: vertices 0 to n − 1 and a list of edges.
#pragma once

#include <utility>
#include <vector>

namespace scheduler {

using Edge = std::pair<int, int>;

struct Graph {
  int vertices = 0;
  std::vector<Edge> edges;  ///< without direction; no loops
};

}  // namespace scheduler
