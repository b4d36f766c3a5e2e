/// A programme that is out already: planned so that as few people as possible are disturbed.
#pragma once

#include <optional>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {

/// The plan nearest to what is published. Nothing when some session has no published start and
/// room, when there are rotations, or when no plan with every session was found so.
[[nodiscard]] std::optional<engine::Plan> keep_published(const engine::Gathering& gathering,
                                                         const engine::Problem& problem,
                                                         const Limits& limits,
                                                         const Monitor& monitor);

}  // namespace scheduler
