/// What a core is about: the rules and things without which its items would have a plan.
#pragma once

#include "engine/model/gathering.h"
#include "engine/plan/repair.h"
#include "scheduler/explain/core.h"

namespace scheduler {

/// Names each rule, person, room, site, day and kind of equipment that, given free rein alone,
/// would let the items of `core` be planned, beside the items themselves; all rules that play a
/// part when no single one does. The sentence is that of a proof where there is one.
[[nodiscard]] engine::Obstruction obstruction_of(const engine::Gathering& gathering,
                                                 const Core& core,
                                                 Oracle& oracle);

/// The rows of the items that a conflict is about.
[[nodiscard]] Items items_of(const engine::Gathering& gathering,
                             const engine::Problem& problem,
                             const Conflict& conflict);

}  // namespace scheduler
