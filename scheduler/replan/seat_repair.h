/// Who sits where after an absence or an arrival: as few cards as possible change.
#pragma once

#include "engine/rules/all.h"
#include "scheduler/replan/adapted.h"
#include "scheduler/replan/people_set.h"

namespace scheduler {

struct SeatRepair {
  PeopleSet moved;         ///< whose card changes, those the changes are about aside
  std::int64_t least = 0;  ///< proved: at least so many cards must change
};

/// Newcomers join at the next round, at a station with a seat left; a station that has become too
/// small gets people from elsewhere. Rounds that have begun stay.
[[nodiscard]] SeatRepair repair_seats(engine::PlanEvaluator& evaluator,
                                      const Adapted& adapted,
                                      const Clock& clock);

}  // namespace scheduler
