/// The cards of the rotations after an absence or an arrival, on the board of a whole plan.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/rules/all.h"
#include "scheduler/replan/adapted.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

struct CardRepair {
  std::int64_t least = 0;  ///< proved: so many cards change at least, those concerned aside
  std::vector<std::pair<engine::PersonId, engine::RotationId>> turned_away;  ///< no seat left
};

/// Repairs each rotation by itself (scheduler/rotation/repair.h). Newcomers for whom no seat is
/// left stay without one.
[[nodiscard]] CardRepair repair_cards(engine::PlanEvaluator& evaluator,
                                      const Adapted& adapted,
                                      const Clock& clock,
                                      Random& random,
                                      Budget& budget);

}  // namespace scheduler
