/// The cards of the rotations after an absence or an arrival, on the board of a whole plan.
#pragma once

#include "engine/rules/all.h"
#include "scheduler/replan/adapted.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Repairs each rotation by itself (scheduler/rotation/repair.h). Returns a proved lower bound of
/// the people whose card changes, those the changes are about aside.
std::int64_t repair_cards(engine::PlanEvaluator& evaluator,
                          const Adapted& adapted,
                          const Clock& clock,
                          Random& random,
                          Budget& budget);

}  // namespace scheduler
