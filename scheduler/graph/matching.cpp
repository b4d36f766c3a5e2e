#include "scheduler/graph/matching.h"

#include <algorithm>
#include <cstddef>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/max_cardinality_matching.hpp>

namespace scheduler {
namespace {

using List = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Vertex = boost::graph_traits<List>::vertex_descriptor;

/// The left rows that alternating paths reach from one that has nothing: all their choices are
/// taken by others of the set.
void name_those_short(const Choices& choices,
                      const std::vector<int>& left_of,
                      std::size_t from,
                      Matching& matching) {
  std::vector<bool> met(static_cast<std::size_t>(choices.right));
  matching.too_many = {static_cast<int>(from)};
  for (std::size_t i = 0; i < matching.too_many.size(); ++i)
    for (const int r : choices.of_left[static_cast<std::size_t>(matching.too_many[i])]) {
      const auto right = static_cast<std::size_t>(r);
      if (met[right]) continue;
      met[right] = true;
      matching.too_few.push_back(r);
      matching.too_many.push_back(left_of[right]);
    }
  std::sort(matching.too_many.begin(), matching.too_many.end());
  std::sort(matching.too_few.begin(), matching.too_few.end());
}

}  // namespace

Matching match(const Choices& choices) {
  const auto left = choices.of_left.size();
  List graph(left + static_cast<std::size_t>(choices.right));
  for (std::size_t i = 0; i < left; ++i)
    for (const int r : choices.of_left[i])
      boost::add_edge(i, left + static_cast<std::size_t>(r), graph);
  std::vector<Vertex> mate(boost::num_vertices(graph));
  boost::edmonds_maximum_cardinality_matching(graph, mate.data());

  Matching matching;
  std::vector<int> left_of(static_cast<std::size_t>(choices.right), -1);
  for (std::size_t i = 0; i < left; ++i) {
    const bool has = mate[i] != boost::graph_traits<List>::null_vertex();
    matching.right_of.push_back(has ? static_cast<int>(mate[i] - left) : -1);
    if (has) left_of[mate[i] - left] = static_cast<int>(i);
  }
  const auto alone = std::find(matching.right_of.begin(), matching.right_of.end(), -1);
  if (alone != matching.right_of.end())
    name_those_short(
        choices, left_of, static_cast<std::size_t>(alone - matching.right_of.begin()), matching);
  return matching;
}

}  // namespace scheduler
