/// Puts one block into a plan, or takes it out, with all that goes with it.
#pragma once

#include <vector>

#include "engine/rules/all.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/obstacles.h"

namespace scheduler {

/// At `start` in `room`, which a rotation leaves aside: the rooms of its stations are chosen, as
/// are the people of its teams. Whatever rule that breaks.
void put(engine::PlanEvaluator& evaluator,
         engine::BlockId block,
         engine::Minute start,
         engine::RoomId room,
         Random& random);

/// Its teams are open again.
void take_out(engine::PlanEvaluator& evaluator, engine::BlockId block);

/// Takes out, and adds to `ejected`, the blocks around the placed `block` that break most for what
/// they weigh, until no more is broken than `hard_before`; when none of them is the cause, `block`
/// itself goes. No two items further apart than `reach` minutes meet (furthest_reach()).
void eject_those_in_the_way(engine::PlanEvaluator& evaluator,
                            engine::BlockId block,
                            std::int64_t hard_before,
                            engine::Minute reach,
                            const std::vector<Weight>& weights,
                            std::vector<engine::BlockId>& ejected);

}  // namespace scheduler
