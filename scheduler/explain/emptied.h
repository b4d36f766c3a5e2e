/// Sets of items that cannot all be placed, as conflicts that say what they have in common.
#pragma once

#include <vector>

#include "scheduler/explain/conflict.h"
#include "scheduler/explain/domains.h"
#include "scheduler/explain/overfull.h"
#include "scheduler/explain/propagation.h"

namespace scheduler {

[[nodiscard]] Conflict conflict_of(const engine::Problem& problem,
                                   const std::vector<Domain>& domains,
                                   const Emptied& emptied);

/// The same with numbers: more to do in one stretch of time than there is.
[[nodiscard]] Conflict conflict_of(ConflictKind kind, const Overfull& overfull);

/// The rules of a set, ascending.
[[nodiscard]] std::vector<engine::RuleId> rules_in(RuleSet rules);

}  // namespace scheduler
