/// Chooses who holds the open places of a block's teams.
#pragma once

#include <vector>

#include "engine/rules/all.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// The slots of one place of a team, one in every round of its block: one person holds them all.
using TeamPlace = std::vector<engine::SlotId>;

[[nodiscard]] std::vector<TeamPlace> team_places(const engine::Problem& problem,
                                                 engine::BlockId block);

/// A session, no rotation, whose team need not be found anew for each new time.
[[nodiscard]] bool is_plain_session(const engine::Problem& problem, engine::BlockId block);

/// Fills every open place of a placed block with the person of its pool who breaks least, those who
/// hold fewest places first. A station's team stays for all rounds of its block, so a place is
/// filled with the same person in each. A place stays open when nobody makes the plan better.
void fill_teams(engine::PlanEvaluator& evaluator, engine::BlockId block, Random& random);

/// Opens the places again.
void clear_teams(engine::PlanEvaluator& evaluator, engine::BlockId block);

}  // namespace scheduler
