/// Which way round the groups of a carousel go.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/problem/problem.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// How many groups may go round, the best number first: as many as there are stations in every
/// round and people for all minimum sizes; then fewer; then those that have to leave out the
/// stations that ask for many.
[[nodiscard]] std::vector<std::int32_t> group_counts(const engine::Problem& problem,
                                                     engine::RotationId rotation);

/// Groups of these sizes are the people of the answer. Each goes one station further in every
/// round, neighbours first, so that no two meet and none comes back (a Latin rectangle); a search
/// of `steps` changes goes round stations that rest or do not fit, and shortens the way.
[[nodiscard]] Rounds ways(const engine::Problem& problem,
                          engine::RotationId rotation,
                          const std::vector<std::int32_t>& sizes,
                          std::int64_t steps,
                          Random& random,
                          Budget& budget);

}  // namespace scheduler
