/// The earliest and latest starts that the order of items leaves, for starts given as lists.
#pragma once

#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

/// Per block, ascending candidate starts; a block without any takes no part.
using StartLists = std::vector<std::vector<engine::Minute>>;

/// Whether every block keeps a start once `after`, in minutes and days, and `same_start` have cut
/// both ends of each list as far as they go. Blocks that may be left out take no part.
[[nodiscard]] bool order_allows(const engine::Problem& problem, const StartLists& starts);

}  // namespace scheduler
