/// Fewer people and rounds out of a design, groups still even.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// The first `count` rounds of a schedule with groups of one size, without the people above
/// `people`: those left out never meet in these rounds, so that no group loses more than one and
/// sizes differ by at most one. Nothing when no such people are found (a greedy search; in a
/// schedule made of columns the last ones of the last column always are).
[[nodiscard]] std::optional<Rounds> reduced(Rounds design, std::int32_t people, std::int32_t count);

}  // namespace scheduler
