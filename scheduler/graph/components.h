/// What hangs together: the connected components of a graph.
#pragma once

#include <vector>

#include <boost/pending/disjoint_sets.hpp>

#include "scheduler/graph/graph.h"

namespace scheduler {

/// The vertices of each component, ascending; components in the order of their first vertex.
using Components = std::vector<std::vector<int>>;

[[nodiscard]] Components components(const Graph& graph);

/// The same of a graph with too many edges to list: told one by one, none is kept.
class Joined {
 public:
  explicit Joined(int vertices);

  void join(int a, int b) { sets_.union_set(vertex(a), vertex(b)); }
  [[nodiscard]] Components components();

 private:
  static std::size_t vertex(int v) { return static_cast<std::size_t>(v); }

  std::size_t vertices_;
  boost::disjoint_sets_with_storage<> sets_;
};

}  // namespace scheduler
