/// What hangs together: the connected components of a graph.
#pragma once

#include "scheduler/graph/graph.h"

namespace scheduler {

/// The vertices of each component, ascending; components in the order of their first vertex.
[[nodiscard]] std::vector<std::vector<int>> components(const Graph& graph);

}  // namespace scheduler
