/// Improves who sits with whom: simulated annealing on exchanges of seats.
#pragma once

#include "engine/rules/all.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Leaves `evaluator` with the best seating found for `rotation`. Ends when nothing is left to gain
/// (no broken rule, repeats at their proved bound), after a number of steps that grows with the
/// rotation, or with the budget. People exchange seats within a round; in a carousel they exchange
/// their whole paths, so that groups stay whole.
void polish(engine::PlanEvaluator& evaluator,
            engine::RotationId rotation,
            Random& random,
            Budget& budget);

}  // namespace scheduler
