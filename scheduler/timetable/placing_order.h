/// In what order blocks are placed at first.
#pragma once

#include "engine/problem/problem.h"
#include "scheduler/timetable/apart.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// Those that have a spot: what has been published before all else, so that nothing takes its
/// place; then by the number of spots, the largest of equals first.
[[nodiscard]] Blocks hardest_first(const engine::Problem& problem,
                                   const Spots& spots,
                                   const Blocks& blocks);

/// The same order, but that everything comes after what it must follow: placed as early as
/// possible, a chain then leaves no gaps.
[[nodiscard]] Blocks after_their_predecessors(const engine::Problem& problem, const Blocks& order);

}  // namespace scheduler
