/// The earliest and latest starts that the order of items leaves, for starts given as lists.
#pragma once

#include <optional>
#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

/// Per block, ascending candidate starts; a block without any takes no part.
using StartLists = std::vector<std::vector<engine::Minute>>;

/// Per block, the earliest start that goes with those of all others, once `after` (minutes, days)
/// and `same_start` have cut both ends of each list as far as they go: together these starts keep
/// the order. nullopt when some block has none left: then no choice from the lists keeps it. Blocks
/// that may be left out take no part, and their row means nothing.
[[nodiscard]] std::optional<std::vector<engine::Minute>> earliest_in_order(
    const engine::Problem& problem, const StartLists& starts);

}  // namespace scheduler
