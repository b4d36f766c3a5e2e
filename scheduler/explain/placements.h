/// Where a session or rotation could go in a plan, and what each start and room would cost.
#pragma once

#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/plan/placement.h"

namespace scheduler {

/// Of the item that `block` belongs to: one entry, or one per round where rounds are placed one by
/// one. Everything else stays as it is, the item's team and groups included; the stations of a
/// rotation keep their rooms. What is not in the plan yet gets a team, groups and rooms first. The
/// candidate starts are those that the file leaves it (start, starts, day, window, grid).
/// Cost: one evaluation per start and room, and a look at the people concerned where it would break
/// a rule.
[[nodiscard]] std::vector<engine::Placements> placements_of(const engine::Gathering& gathering,
                                                            const engine::Board& board,
                                                            engine::BlockId block);

}  // namespace scheduler
