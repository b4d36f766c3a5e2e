#include <algorithm>

#include "scheduler/explain/emptied.h"
#include "scheduler/explain/overbooked.h"
#include "scheduler/explain/overfull.h"
#include "scheduler/graph/cliques.h"
#include "scheduler/graph/components.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Problem;

/// Whether the two blocks cannot overlap.
bool keeps_apart(const Problem& problem, const Relation& relation) {
  const auto after = problem.blocks[relation.a].minutes;
  const auto before = -problem.blocks[relation.b].minutes;
  return std::all_of(relation.allowed.begin(), relation.allowed.end(), [&](const auto& one) {
    return one.to <= before || one.from >= after;
  });
}

Graph conflict_graph(const Problem& problem, const std::vector<Relation>& relations) {
  Graph graph{static_cast<int>(problem.blocks.size()), {}};
  for (const auto& relation : relations)
    if (keeps_apart(problem, relation))
      graph.edges.emplace_back(relation.a.value, relation.b.value);
  return graph;
}

/// The part of `graph` on some of its vertices, numbered by their positions.
std::vector<Graph> parts_of(const Graph& graph, const std::vector<std::vector<int>>& members) {
  std::vector<Graph> parts;
  std::vector<std::pair<std::size_t, int>> place(static_cast<std::size_t>(graph.vertices));
  for (std::size_t m = 0; m < members.size(); ++m) {
    parts.push_back({static_cast<int>(members[m].size()), {}});
    for (std::size_t i = 0; i < members[m].size(); ++i)
      place[static_cast<std::size_t>(members[m][i])] = {m, static_cast<int>(i)};
  }
  for (const auto& [a, b] : graph.edges) {
    const auto& [part, first] = place[static_cast<std::size_t>(a)];
    parts[part].edges.emplace_back(first, place[static_cast<std::size_t>(b)].second);
  }
  return parts;
}

RuleSet rules_among(const std::vector<Relation>& relations, const std::vector<BlockId>& blocks) {
  RuleSet rules = 0;
  const auto among = [&](BlockId b) { return std::binary_search(blocks.begin(), blocks.end(), b); };
  for (const auto& relation : relations)
    if (among(relation.a) && among(relation.b)) rules |= relation.rules;
  return rules;
}

}  // namespace

std::vector<Conflict> never_together(const Problem& problem,
                                     const std::vector<Domain>& domains,
                                     const std::vector<Relation>& relations) {
  const auto graph = conflict_graph(problem, relations);
  const auto members = components(graph);
  const auto parts = parts_of(graph, members);
  std::vector<Conflict> found;
  for (std::size_t m = 0; m < members.size(); ++m) {
    if (members[m].size() < 3) continue;
    std::vector<std::int64_t> minutes;
    for (const int v : members[m]) minutes.push_back(problem.blocks[BlockId{v}].minutes);
    for (const auto& clique : heavy_cliques(parts[m], minutes)) {
      std::vector<Load> loads;
      for (const int i : clique) {
        const BlockId block{members[m][static_cast<std::size_t>(i)]};
        if (const auto& starts = domains[block.index()].starts; !starts.empty())
          loads.push_back({block, problem.blocks[block].minutes, starts});
      }
      const auto too_much = overfull(loads, {server_of(loads)});
      if (!too_much) continue;
      const auto rules = rules_among(relations, too_much->blocks);
      auto conflict = conflict_of(ConflictKind::NeverTogether, *too_much);
      const auto shared = conflict_of(problem, domains, {too_much->blocks, rules});
      conflict.people = shared.people;
      conflict.rooms = shared.rooms;
      conflict.rules = rules_in(rules);
      found.push_back(std::move(conflict));
    }
  }
  return found;
}

}  // namespace scheduler
