#include "scheduler/graph/flow.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace scheduler {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Network = boost::adjacency_list<
    boost::vecS,
    boost::vecS,
    boost::directedS,
    boost::no_property,
    boost::property<
        boost::edge_capacity_t,
        std::int64_t,
        boost::property<boost::edge_residual_capacity_t,
                        std::int64_t,
                        boost::property<boost::edge_reverse_t,
                                        Traits::edge_descriptor,
                                        boost::property<boost::edge_weight_t, std::int64_t>>>>>;

Network network_of(int vertices,
                   const std::vector<Arc>& arcs,
                   std::vector<Traits::edge_descriptor>& edges) {
  Network network(static_cast<std::size_t>(vertices));
  const auto capacity = boost::get(boost::edge_capacity, network);
  const auto reverse = boost::get(boost::edge_reverse, network);
  const auto weight = boost::get(boost::edge_weight, network);
  for (const auto& arc : arcs) {
    const auto from = static_cast<std::size_t>(arc.from);
    const auto to = static_cast<std::size_t>(arc.to);
    const auto there = boost::add_edge(from, to, network).first;
    const auto back = boost::add_edge(to, from, network).first;
    capacity[there] = arc.capacity;
    capacity[back] = 0;
    reverse[there] = back;
    reverse[back] = there;
    weight[there] = arc.cost;
    weight[back] = -arc.cost;
    edges.push_back(there);
  }
  return network;
}

}  // namespace

Flow cheapest_flow(int vertices, const std::vector<Arc>& arcs, int source, int sink) {
  std::vector<Traits::edge_descriptor> edges;
  auto network = network_of(vertices, arcs, edges);
  boost::successive_shortest_path_nonnegative_weights(
      network, static_cast<std::size_t>(source), static_cast<std::size_t>(sink));
  const auto residual = boost::get(boost::edge_residual_capacity, network);
  Flow flow;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    flow.on.push_back(arcs[i].capacity - residual[edges[i]]);
    flow.cost += flow.on.back() * arcs[i].cost;
    if (arcs[i].from == source) flow.value += flow.on.back();
  }
  return flow;
}

}  // namespace scheduler
