/// Sets of vertices that are all joined to one another, the heaviest of them.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/graph/graph.h"

namespace scheduler {

/// Cliques of three or more, ascending, each once: all maximal ones where vertices are few
/// (Bron & Kerbosch 1973), else one grown from each vertex, heaviest neighbours first. `weight` is
/// per vertex.
[[nodiscard]] std::vector<std::vector<int>> heavy_cliques(const Graph& graph,
                                                          const std::vector<std::int64_t>& weight);

}  // namespace scheduler
