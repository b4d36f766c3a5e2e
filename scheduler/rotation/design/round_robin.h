/// Everybody meets everybody once, two by two.
#pragma once

#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// 2 × `pairs` people in 2 × `pairs` − 1 rounds: person ∞ meets r, and r + i meets r − i (Kirkman
/// 1847; the circle method of tournaments).
[[nodiscard]] Rounds round_robin(std::int32_t pairs);

}  // namespace scheduler
