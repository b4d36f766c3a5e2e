/// What runs late, and what has to wait or is shortened behind it.
#pragma once

#include "scheduler/replan/adapted.h"

namespace scheduler {

/// A rotation's rounds last as long, and come as soon one after the other, as in the plan.
void keep_rounds(Adapted& to, const engine::PlannedRotation& planned);

/// What has begun ends later; what has not begins later, shorter where it may be. What shares
/// people or a room with it is shortened as far as its min_minutes allow until the delay is made
/// up: buffers first, then compression (DOMAIN 5).
void run_late(Adapted& to, const Disruption& late, const Clock& clock);

/// A start that the file fixes may come later by what is late, or for somebody of the team who is:
/// the meal waits for the talk, the round table for who moderates it.
void let_wait(Adapted& to, const Clock& clock);

}  // namespace scheduler
