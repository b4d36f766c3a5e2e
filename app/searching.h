/// Hands a request to search on to the scheduler.
#pragma once

#include "app/check.h"
#include "app/search_request.h"
#include "scheduler/timetable/solve.h"

namespace app {

[[nodiscard]] scheduler::Limits limits_of(const SearchRequest& request);
[[nodiscard]] scheduler::Monitor monitor_of(const SearchRequest& request);

[[nodiscard]] scheduler::Solution solved(const engine::Problem& problem,
                                         const SearchRequest& request);

/// The same, with what has been published where people have been told, and every date of its polls
/// tried. `problem` is that of `gathering`.
[[nodiscard]] scheduler::Solution solved(const engine::Gathering& gathering,
                                         const engine::Problem& problem,
                                         const SearchRequest& request);

/// `checked` must be ok.
[[nodiscard]] scheduler::Solution solved(const Checked& checked, const SearchRequest& request);

/// The time a search took, as a plan tells it: 0 with a limit in steps, since the same input then
/// gives the same bytes, which a clock would spoil.
[[nodiscard]] double seconds_told(const SearchRequest& request,
                                  const scheduler::Solution& solution);

}  // namespace app
