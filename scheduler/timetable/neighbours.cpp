#include "scheduler/timetable/neighbours.h"

#include <algorithm>

namespace scheduler {

using engine::BlockId;
using engine::Minute;
using engine::PartId;

Neighbours::Neighbours(const engine::Problem& problem)
    : blocks_(problem.blocks.size()),
      shares_people_(blocks_ * blocks_),
      of_any_(blocks_),
      of_all_(blocks_, {-engine::kMinutesPerDay, engine::kMinutesPerDay}) {
  std::vector<Near> row;
  problem.blocks.each([&](BlockId block) {
    auto& any = of_any_[block.index()];
    auto& all = of_all_[block.index()];
    engine::each_part(problem, block, [&](PartId part) {
      const auto& own = problem.parts[part];
      for (const auto& n : problem.neighbours[part]) {
        const auto& other = problem.parts[n.part];
        const Reach reach{.after = own.offset - other.offset - other.minutes,
                          .before = own.offset + own.minutes - other.offset};
        row.push_back({other.block, reach});
        any = {std::min(any.after, reach.after), std::max(any.before, reach.before)};
        all = {std::max(all.after, reach.after), std::min(all.before, reach.before)};
        shares_people_[block.index() * blocks_ + other.block.index()] = true;
      }
    });
    std::stable_sort(
        row.begin(), row.end(), [](const Near& a, const Near& b) { return a.block < b.block; });
    near_.add(row);
    row.clear();
  });
}

bool Neighbours::too_close(BlockId block, BlockId other, Minute later) const {
  const auto row = near_[block];
  auto near = std::lower_bound(
      row.begin(), row.end(), other, [](const Near& n, BlockId b) { return n.block < b; });
  for (; near != row.end() && near->block == other; ++near)
    if (near->reach.holds(later)) return true;
  return false;
}

}  // namespace scheduler
