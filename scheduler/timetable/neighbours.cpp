#include "scheduler/timetable/neighbours.h"

namespace scheduler {

using engine::BlockId;
using engine::PartId;

Neighbours::Neighbours(const engine::Problem& problem) {
  std::vector<Near> row;
  problem.blocks.each([&](BlockId block) {
    engine::each_part(problem, block, [&](PartId part) {
      const auto& own = problem.parts[part];
      for (const auto& n : problem.neighbours[part]) {
        const auto& other = problem.parts[n.part];
        row.push_back({.block = other.block,
                       .after = own.offset - other.offset - other.minutes,
                       .before = own.offset + own.minutes - other.offset});
      }
    });
    near_.add(row);
    row.clear();
  });
}

}  // namespace scheduler
