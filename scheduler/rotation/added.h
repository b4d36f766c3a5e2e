/// More people than a design holds.
#pragma once

#include <cstdint>

#include "scheduler/rotation/rounds.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// `rounds` with further people up to `people`, at most one more per group: each joins in every
/// round the group that costs them the fewest repeats, ties drawn.
[[nodiscard]] Rounds with_added(const Rounds& rounds, std::int32_t people, Random& random);

}  // namespace scheduler
