/// The times of a gathering as its plan has them.
#pragma once

#include <vector>

#include "data/write/exports/pinned.h"
#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace data {

/// Days and windows that the place given does not keep go.
void pin_start(engine::Timing& timing, engine::Minute start, engine::Minute end);

/// The same for rounds that lie one by one: any of them may take any of their starts.
void pin_starts(engine::Timing& timing, const std::vector<engine::PlannedRound>& rounds);

/// Phases grow or shrink with it.
void pin_length(engine::Session& session, engine::Minute minutes);

/// Limits the hours of people and rooms that changed, and makes the grid fine enough for every
/// start. `gathering` has its starts pinned.
void keep_within_plan(engine::Gathering& gathering,
                      const engine::Plan& plan,
                      const InForce& in_force);

}  // namespace data
