#include "scheduler/graph/cliques.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/bron_kerbosch_all_cliques.hpp>

namespace scheduler {
namespace {

/// All cliques of a graph are listed up to this many vertices: 3^(n/3) at worst (Moon & Moser
/// 1965), below 60 000.
constexpr int kFewVertices = 30;

using Cliques = std::set<std::vector<int>>;

struct Collect {
  Cliques& found;

  template <class Clique, class List>
  void clique(const Clique& clique, const List&) const {
    std::vector<int> members;
    for (const auto v : clique) members.push_back(static_cast<int>(v));
    std::sort(members.begin(), members.end());
    found.insert(std::move(members));
  }
};

void list_all(const Graph& graph, Cliques& found) {
  boost::adjacency_matrix<boost::undirectedS> matrix(static_cast<std::size_t>(graph.vertices));
  for (const auto& [a, b] : graph.edges)
    boost::add_edge(static_cast<std::size_t>(a), static_cast<std::size_t>(b), matrix);
  boost::bron_kerbosch_all_cliques(matrix, Collect{found}, 3);
}

void grow_from_each(const Graph& graph, const std::vector<std::int64_t>& weight, Cliques& found) {
  const auto size = static_cast<std::size_t>(graph.vertices);
  std::vector<std::vector<int>> near(size);
  for (const auto& [a, b] : graph.edges) {
    near[static_cast<std::size_t>(a)].push_back(b);
    near[static_cast<std::size_t>(b)].push_back(a);
  }
  for (auto& row : near) std::sort(row.begin(), row.end());
  const auto joined = [&](int a, int b) {
    const auto& row = near[static_cast<std::size_t>(a)];
    return std::binary_search(row.begin(), row.end(), b);
  };
  for (int v = 0; v < graph.vertices; ++v) {
    auto candidates = near[static_cast<std::size_t>(v)];
    std::stable_sort(candidates.begin(), candidates.end(), [&](int a, int b) {
      return weight[static_cast<std::size_t>(a)] > weight[static_cast<std::size_t>(b)];
    });
    std::vector<int> clique{v};
    for (const int other : candidates)
      if (std::all_of(clique.begin(), clique.end(), [&](int one) { return joined(one, other); }))
        clique.push_back(other);
    std::sort(clique.begin(), clique.end());
    if (clique.size() > 2) found.insert(std::move(clique));
  }
}

}  // namespace

std::vector<std::vector<int>> heavy_cliques(const Graph& graph,
                                            const std::vector<std::int64_t>& weight) {
  Cliques found;
  if (graph.vertices <= kFewVertices)
    list_all(graph, found);
  else
    grow_from_each(graph, weight, found);
  return {found.begin(), found.end()};
}

}  // namespace scheduler
