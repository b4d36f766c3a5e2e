/// Schedules to start from that need no search.
#pragma once

#include <optional>

#include "engine/model/text.h"
#include "engine/plan/meeting_bound.h"
#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// A schedule and how it came about, in words.
struct Schedule {
  Rounds rounds;
  engine::Text method;
};

/// A schedule without a repeat by formula: sizes of groups differ by at most one in each round, and
/// without `revisit` nobody sees a station twice. Nothing when no formula gives one.
[[nodiscard]] std::optional<Schedule> by_formula(const engine::RotationSize& size);

}  // namespace scheduler
