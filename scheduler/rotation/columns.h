/// Schedules made of columns of people who never meet: what mixes profiles and keeps cliques apart.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/plan/meeting_bound.h"
#include "scheduler/rotation/start.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// A schedule without a repeat in which person c × stations + y is in column c: every table has at
/// most one person of a column in each round. By formula, else from a difference matrix found in
/// `steps` tried changes; nothing when neither gives one. Groups are even, and without `revisit`
/// nobody is at a station twice.
[[nodiscard]] std::optional<Schedule> in_columns(const engine::RotationSize& size,
                                                 std::int64_t steps,
                                                 Random& random,
                                                 Budget& budget);

}  // namespace scheduler
