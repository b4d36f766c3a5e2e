/// A first seating of a rotation: everybody at a station in each round, in groups of even size.
#pragma once

#include <vector>

#include "engine/plan/change.h"
#include "engine/problem/problem.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Station changes that seat every participant in every round. Group sizes respect the stations'
/// limits and `runs` where the numbers allow it; who sits with whom is left to `polish`, except
/// that a carousel's groups stay whole and pass the stations in turn, and that a remix starts from
/// a design in which nobody meets twice where a formula gives one.
[[nodiscard]] std::vector<engine::Change> first_seating(const engine::Problem& problem,
                                                        engine::RotationId rotation,
                                                        Random& random);

}  // namespace scheduler
