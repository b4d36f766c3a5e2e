/// Plans a gathering whose dates are put to the vote: each date that may win is planned in turn.
#pragma once

#include "engine/model/gathering.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {

/// As solve(), which moves one item at a time and so never carries a whole day to another date.
/// Dates are tried in the order of what their answers cost, until one alone costs more than the
/// best plan; of the time there is, each gets a fair part of what is left. Without polls it is
/// solve().
[[nodiscard]] Solution solve_dates(const engine::Gathering& gathering,
                                   const engine::Problem& problem,
                                   const Limits& limits,
                                   const Monitor& monitor);

}  // namespace scheduler
