/// What can be planned apart: no rule, hard or soft, joins two of these groups.
#pragma once

#include <vector>

#include "engine/plan/board.h"
#include "engine/rules/all.h"

namespace scheduler {

using Blocks = std::vector<engine::BlockId>;

/// Blocks that may share a person (whoever attends or may hold a place), a room, equipment, a
/// theme, or that are asked to be in some order or company, are in one group; all are in one where
/// vehicles run, as these go wherever they are needed. Each group ascending, by first block.
/// Cost: near the number of registrations and of rooms that blocks may choose from.
[[nodiscard]] std::vector<Blocks> planned_apart(const engine::Problem& problem);

/// Takes over from `better` how it plans each of the groups it plans better than `evaluator` does.
/// Both plan the same problem.
void take_better(engine::PlanEvaluator& evaluator,
                 const engine::Board& better,
                 const std::vector<Blocks>& groups);

}  // namespace scheduler
