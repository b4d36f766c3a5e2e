#include "scheduler/timetable/spots.h"

#include <vector>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::RoomId;

/// Open places of its team that nobody holds yet: they count against any start alike.
std::int64_t open_places(const engine::Problem& problem, BlockId block) {
  const auto weight = problem.weights[static_cast<std::size_t>(engine::RuleId::TeamComplete)].hard;
  std::int64_t n = 0;
  engine::each_moved_activity(problem, Change::place(block, 0), [&](engine::ActivityId a) {
    n += static_cast<std::int64_t>(problem.slots_of[a].size());
  });
  return n * weight;
}

std::vector<RoomId> rooms_to_try(const engine::Problem& problem, BlockId block) {
  const auto& row = problem.blocks[block];
  if (row.rotation.exists()) return {RoomId{}};
  const auto choices = problem.room_choices[problem.parts[row.first_part].first_activity];
  if (choices.empty()) return {RoomId{}};
  return {choices.begin(), choices.end()};
}

}  // namespace

engine::Lists<BlockId, Spot> spots_of(const engine::PlanEvaluator& evaluator) {
  const auto& problem = evaluator.problem();
  engine::Lists<BlockId, Spot> spots;
  std::vector<Spot> row;
  problem.blocks.each([&](BlockId block) {
    row.clear();
    const auto allowed = open_places(problem, block);
    const auto rooms = rooms_to_try(problem, block);
    const bool rotation = problem.blocks[block].rotation.exists();
    const auto starts = problem.starts[block];
    for (std::uint32_t i = 0; i < starts.size(); ++i)
      for (const auto room : rooms) {
        const auto change =
            rotation ? Change::place(block, starts[i]) : Change::place(block, starts[i], room);
        if (evaluator.delta(change, -1).hard <= allowed) row.push_back({starts[i], i, room});
      }
    spots.add(row);
  });
  return spots;
}

}  // namespace scheduler
