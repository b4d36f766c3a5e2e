#include "scheduler/timetable/station_rooms.h"

#include <limits>

namespace scheduler {

using engine::BlockId;
using engine::Change;
using engine::PartId;
using engine::RoomId;

std::int64_t choose_station_rooms(engine::PlanEvaluator& evaluator, BlockId block) {
  const auto& problem = evaluator.problem();
  const auto& row = problem.blocks[block];
  const auto hard_before = evaluator.score().hard;
  const auto stations = problem.parts[row.first_part].activity_count;
  const auto move_all = [&](std::int32_t station, RoomId room) {
    engine::each_part(problem, block, [&](PartId part) {
      evaluator.apply(Change::room({problem.parts[part].first_activity.value + station}, room));
    });
  };
  for (std::int32_t s = 0; s < stations; ++s) {
    const auto choices =
        problem.room_choices[{problem.parts[row.first_part].first_activity.value + s}];
    if (choices.size() < 2) continue;
    RoomId best = choices[0];
    auto least = std::numeric_limits<std::int64_t>::max();
    for (const RoomId room : choices) {
      move_all(s, room);
      if (evaluator.score().hard >= least) continue;
      least = evaluator.score().hard;
      best = room;
    }
    move_all(s, best);
  }
  return evaluator.score().hard - hard_before;
}

}  // namespace scheduler
