/// Which way round the groups of a carousel go.
#pragma once

#include <cstdint>

#include "engine/problem/problem.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Groups are the people of the answer, as many as there are stations in every round and people for
/// their minimum sizes. Each goes one station further in every round, neighbours first, so that no
/// two meet and none comes back (a Latin rectangle); a search of `steps` changes goes round
/// stations that rest, and shortens the way.
[[nodiscard]] Rounds ways(const engine::Problem& problem,
                          engine::RotationId rotation,
                          std::int64_t steps,
                          Random& random,
                          Budget& budget);

}  // namespace scheduler
