#include "scheduler/timetable/placing_order.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>

#include "scheduler/timetable/best_spot.h"

namespace scheduler {

using engine::BlockId;
using engine::Problem;

Blocks hardest_first(const Problem& problem, const Spots& spots, const Blocks& blocks) {
  Blocks order;
  for (const BlockId b : blocks)
    if (!spots[b].empty()) order.push_back(b);
  std::stable_sort(order.begin(), order.end(), [&](BlockId a, BlockId b) {
    const auto key = [&](BlockId x) {
      const auto& row = problem.blocks[x];
      const auto size = std::int64_t{row.minutes} * std::max(1, row.people);
      return std::tuple(!may_be_as_published(problem, spots, x),
                        static_cast<std::int64_t>(spots.count(x)),
                        -size);
    };
    return key(a) < key(b);
  });
  return order;
}

Blocks after_their_predecessors(const Problem& problem, const Blocks& order) {
  std::vector<int> waiting(problem.blocks.size());
  for (const auto& row : problem.precedences) ++waiting[row.later.index()];
  std::vector<std::size_t> rank(problem.blocks.size(), order.size());
  std::set<std::size_t> ready;  // ranks
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i].index()] = i;
    if (waiting[order[i].index()] == 0) ready.insert(i);
  }
  Blocks sorted;
  std::vector<bool> done(problem.blocks.size());
  while (!ready.empty()) {
    const BlockId block = order[*ready.begin()];
    ready.erase(ready.begin());
    done[block.index()] = true;
    sorted.push_back(block);
    for (const auto i : problem.precedences_of[block]) {
      const auto& row = problem.precedences[static_cast<std::size_t>(i)];
      const auto later = row.later.index();
      if (row.earlier == block && --waiting[later] == 0 && rank[later] < order.size())
        ready.insert(rank[later]);
    }
  }
  for (const BlockId block : order)
    if (!done[block.index()]) sorted.push_back(block);  // follows something that fits nowhere
  return sorted;
}

}  // namespace scheduler
