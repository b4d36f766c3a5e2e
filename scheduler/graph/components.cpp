#include "scheduler/graph/components.h"

#include <cstddef>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>

namespace scheduler {

std::vector<std::vector<int>> components(const Graph& graph) {
  using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  const auto size = static_cast<std::size_t>(graph.vertices);
  const List list(graph.edges.begin(), graph.edges.end(), size);
  std::vector<int> component_of(size);
  const int count = size == 0 ? 0 : boost::connected_components(list, component_of.data());
  std::vector<std::vector<int>> members(static_cast<std::size_t>(count));
  for (std::size_t v = 0; v < size; ++v)
    members[static_cast<std::size_t>(component_of[v])].push_back(static_cast<int>(v));
  return members;
}

}  // namespace scheduler
