/// Rooms for the stations of a rotation that has been given a time.
#pragma once

#include "engine/rules/all.h"

namespace scheduler {

/// Gives each station of a placed rotation the room where it is least in the way, the same in all
/// its rounds. Returns the hard points that this leaves, beyond those before.
std::int64_t choose_station_rooms(engine::PlanEvaluator& evaluator, engine::BlockId block);

}  // namespace scheduler
