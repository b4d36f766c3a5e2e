#include "scheduler/rotation/seat_limits.h"

#include <algorithm>

#include "engine/rules/rule.h"

namespace scheduler {
namespace {

SeatLimits limits_of(const engine::Problem& problem, engine::ActivityId a) {
  const auto& row = problem.activities[a];
  SeatLimits limits{row.min_people, row.max_people};
  std::int32_t largest = 0;
  for (const auto room : problem.room_choices[a])
    largest = std::max(largest, problem.rooms[room].capacity);
  if (!problem.room_choices[a].empty()) limits.max = std::min(limits.max, largest);
  return limits;
}

}  // namespace

std::vector<SeatLimits> seat_limits(const engine::Problem& problem, engine::RotationId rotation) {
  std::vector<SeatLimits> limits;
  for (const auto part : problem.rotations[rotation].parts)
    engine::each_activity(
        problem, part, [&](engine::ActivityId a) { limits.push_back(limits_of(problem, a)); });
  return limits;
}

}  // namespace scheduler
