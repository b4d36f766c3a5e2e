/// A programme that is out already: planned so that as few people as possible are disturbed.
#pragma once

#include "engine/model/gathering.h"
#include "engine/problem/problem.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {

/// As solve_dates(), with what has been published where people have been told, or as near to it as
/// a repair comes; what nobody knows of yet goes round it.
[[nodiscard]] Solution solve_published(const engine::Gathering& gathering,
                                       const engine::Problem& problem,
                                       const Limits& limits,
                                       const Monitor& monitor);

}  // namespace scheduler
