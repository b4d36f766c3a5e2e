/// Makes a plan that keeps the rules more comfortable: simulated annealing on its times, rooms and
/// teams.
#pragma once

#include <functional>

#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// How warm a search begins and ends.
struct Warmth {
  double first = 2;   ///< in typical steps: the root mean square of what sound moves cost or gain
  double last = 0.5;  ///< in soft points of the lightest rule in force
};

/// The evaluator's board must break no hard rule; it never does in between. Leaves the evaluator
/// with the best board found. Ends when nothing costs anything, when cooling down again and again
/// gains nothing, or with the budget. `on_better(score)` is called each time there is a better
/// board.
void anneal(engine::PlanEvaluator& evaluator,
            const Spots& spots,
            Warmth warmth,
            Random& random,
            Budget& budget,
            const std::function<void(engine::Score)>& on_better);

}  // namespace scheduler
