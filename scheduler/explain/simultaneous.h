/// Items that certainly run at the same moment, against the rooms, people and equipment there are.
#pragma once

#include <vector>

#include "scheduler/explain/conflict.h"
#include "scheduler/explain/domains.h"

namespace scheduler {

/// Looks at each moment that several blocks cannot avoid (between their last possible start and
/// their first possible end), and at blocks that must start together at each start they share: a
/// room each (matching), people for all open places (matching), pieces of equipment. `domains` as
/// for `overbooked.h`.
[[nodiscard]] std::vector<Conflict> simultaneous(const engine::Problem& problem,
                                                 const std::vector<Domain>& domains);

}  // namespace scheduler
