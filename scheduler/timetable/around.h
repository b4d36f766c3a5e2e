/// Which placed blocks can be in the way of one another.
#pragma once

#include <vector>

#include "engine/plan/board.h"
#include "engine/problem/problem.h"

namespace scheduler {

/// Minutes: no two items further apart in time than this meet in a room, on a person's way or on a
/// shuttle.
[[nodiscard]] engine::Minute furthest_reach(const engine::Problem& problem);

/// Blocks that can be in the way of the placed `block`, ascending: same people, rooms, equipment,
/// listed pairs, or holders of its places. Of those that only meet in time, no further than
/// `reach`.
[[nodiscard]] std::vector<engine::BlockId> around(const engine::Board& board,
                                                  engine::BlockId block,
                                                  engine::Minute reach);

}  // namespace scheduler
