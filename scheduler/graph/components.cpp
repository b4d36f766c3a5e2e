#include "scheduler/graph/components.h"

namespace scheduler {

Joined::Joined(int vertices) : vertices_(vertex(vertices)), sets_(vertex(vertices)) {}

Components Joined::components() {
  Components members;
  std::vector<std::size_t> row(vertices_, vertices_);  // of the component a vertex stands for
  for (std::size_t v = 0; v < vertices_; ++v) {
    auto& mine = row[sets_.find_set(v)];
    if (mine == vertices_) {
      mine = members.size();
      members.emplace_back();
    }
    members[mine].push_back(static_cast<int>(v));
  }
  return members;
}

Components components(const Graph& graph) {
  Joined joined(graph.vertices);
  for (const auto& [a, b] : graph.edges) joined.join(a, b);
  return joined.components();
}

}  // namespace scheduler
