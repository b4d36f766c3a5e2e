/// Says before any search that no plan can exist, where that can be proved quickly.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/board.h"
#include "scheduler/explain/conflict.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// What cannot all be kept, each item named once at most; all of it proved. Empty: a plan may exist
/// or not. Cost: polynomial; well below a second for hundreds of sessions.
[[nodiscard]] std::vector<Conflict> impossible(const engine::Problem& problem);

/// What is known before the search for a plan begins.
struct FirstLook {
  std::vector<Conflict> conflicts;     ///< some: no plan exists
  std::optional<engine::Board> start;  ///< keeps every hard rule; found while looking for a proof
};

/// `impossible`, and where it finds nothing a complete search of what is small enough for one.
[[nodiscard]] FirstLook look_first(const engine::Problem& problem, Budget& budget);

}  // namespace scheduler
