#include "scheduler/graph/flow.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace scheduler {
namespace {

constexpr std::int64_t kFar = INT64_MAX / 4;

/// What may still be sent along each arc, and back. Arc i is edge 2 i, the way back 2 i + 1.
class Residual {
 public:
  Residual(int vertices, const std::vector<Arc>& arcs)
      : potential_(index(vertices)), level_(index(vertices)), next_(index(vertices)) {
    first_.resize(index(vertices) + 1);
    for (const auto& arc : arcs) {
      edges_.push_back({arc.to, arc.capacity, arc.cost});
      edges_.push_back({arc.from, 0, -arc.cost});
      ++first_[index(arc.from) + 1];
      ++first_[index(arc.to) + 1];
    }
    for (std::size_t v = 1; v < first_.size(); ++v) first_[v] += first_[v - 1];
    out_.resize(edges_.size());
    auto place = first_;
    for (std::size_t e = 0; e < edges_.size(); ++e) out_[place[index(edges_[e ^ 1].to)]++] = e;
  }

  /// Sends as much as can be sent over cheapest ways, all of one price at once.
  void run(int source, int sink) {
    while (raise_potentials(source, sink))
      while (find_levels(source, sink)) {
        std::copy(first_.begin(), first_.end() - 1, next_.begin());
        while (send(source, sink, kFar) > 0) {
        }
      }
  }

  [[nodiscard]] std::int64_t sent(std::size_t arc) const { return edges_[2 * arc + 1].capacity; }

 private:
  struct Edge {
    int to;
    std::int64_t capacity;
    std::int64_t cost;
  };

  static std::size_t index(int i) { return static_cast<std::size_t>(i); }
  [[nodiscard]] int from(std::size_t edge) const { return edges_[edge ^ 1].to; }
  [[nodiscard]] std::int64_t price(std::size_t edge) const {
    return edges_[edge].cost + potential_[index(from(edge))] - potential_[index(edges_[edge].to)];
  }
  template <class F>
  void each_open_edge(int vertex, F f) const {
    for (auto i = first_[index(vertex)]; i < first_[index(vertex) + 1]; ++i)
      if (edges_[out_[i]].capacity > 0) f(out_[i]);
  }

  /// Distances by Dijkstra, so that the cheapest ways become free; false when nothing leads to the
  /// sink any more.
  bool raise_potentials(int source, int sink) {
    std::vector<std::int64_t> distance(potential_.size(), kFar);
    using Entry = std::pair<std::int64_t, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    distance[index(source)] = 0;
    open.emplace(0, source);
    while (!open.empty()) {
      const auto [far, vertex] = open.top();
      open.pop();
      if (far > distance[index(vertex)]) continue;
      each_open_edge(vertex, [&, far = far](std::size_t edge) {
        auto& known = distance[index(edges_[edge].to)];
        if (far + price(edge) >= known) return;
        known = far + price(edge);
        open.emplace(known, edges_[edge].to);
      });
    }
    const auto to_sink = distance[index(sink)];
    if (to_sink == kFar) return false;
    for (std::size_t v = 0; v < potential_.size(); ++v)
      potential_[v] += std::min(distance[v], to_sink);
    return true;
  }

  /// Steps from the source over free edges (Dinic 1970); false when the sink is out of reach.
  bool find_levels(int source, int sink) {
    std::fill(level_.begin(), level_.end(), -1);
    level_[index(source)] = 0;
    std::vector<int> queue{source};
    for (std::size_t i = 0; i < queue.size(); ++i)
      each_open_edge(queue[i], [&](std::size_t edge) {
        const auto to = edges_[edge].to;
        if (price(edge) != 0 || level_[index(to)] >= 0) return;
        level_[index(to)] = level_[index(queue[i])] + 1;
        queue.push_back(to);
      });
    return level_[index(sink)] >= 0;
  }

  /// Along one way down the levels; an edge that leads nowhere is not looked at again.
  std::int64_t send(int vertex, int sink, std::int64_t most) {
    if (vertex == sink) return most;
    for (auto& i = next_[index(vertex)]; i < first_[index(vertex) + 1]; ++i) {
      auto& edge = edges_[out_[i]];
      if (edge.capacity == 0 || price(out_[i]) != 0 ||
          level_[index(edge.to)] != level_[index(vertex)] + 1)
        continue;
      const auto through = send(edge.to, sink, std::min(most, edge.capacity));
      if (through == 0) continue;
      edge.capacity -= through;
      edges_[out_[i] ^ 1].capacity += through;
      return through;
    }
    return 0;
  }

  std::vector<Edge> edges_;
  std::vector<std::size_t> first_;  ///< [vertex]: its edges in `out_`
  std::vector<std::size_t> out_;
  std::vector<std::int64_t> potential_;
  std::vector<int> level_;
  std::vector<std::size_t> next_;  ///< [vertex]: the first edge that may lead on
};

}  // namespace

Flow cheapest_flow(int vertices, const std::vector<Arc>& arcs, int source, int sink) {
  Residual residual(vertices, arcs);
  residual.run(source, sink);
  Flow flow;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    flow.on.push_back(residual.sent(i));
    flow.cost += flow.on.back() * arcs[i].cost;
    if (arcs[i].from == source) flow.value += flow.on.back();
  }
  return flow;
}

}  // namespace scheduler
