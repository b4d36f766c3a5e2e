/// A small set of items that have no plan together, found by asking an oracle about parts.
#pragma once

#include "engine/model/gathering.h"
#include "scheduler/explain/oracle.h"
#include "scheduler/explain/part_of.h"

namespace scheduler {

struct Core {
  Items items;          ///< ascending; empty: none was found
  bool proved = false;  ///< no plan of these items exists
};

/// Takes items away as long as the rest has no plan: halves first, then smaller pieces, down to
/// single items (deletion filtering; Chinneck & Dravnieks 1991, in the pieces of Zeller &
/// Hildebrandt 2002). `suspects` come first: items a search left out. Parts grow from them to the
/// first that has no plan, since a small part is soon decided. `all` is what was answered about all
/// items: where they were proved to have no plan, so are those of the core. A part that a longer
/// look finds a plan for was none: it grows again, by longer questions, and is then taken apart in
/// large pieces. What is left when the effort is over is not minimal.
[[nodiscard]] Core find_core(const engine::Gathering& gathering,
                             const Items& suspects,
                             Answer all,
                             Oracle& oracle);

}  // namespace scheduler
