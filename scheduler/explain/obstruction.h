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

/// Only what the proof says, where there is one, and the items: for a conflict that nobody reads.
[[nodiscard]] engine::Obstruction proof_of(const engine::Gathering& gathering,
                                           const Core& core,
                                           Oracle& oracle);

}  // namespace scheduler
