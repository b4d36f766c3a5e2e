/// What is known of a gathering before the search for a plan begins.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/board.h"
#include "scheduler/explain/conflict.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {

struct FirstLook {
  std::vector<Conflict> conflicts;     ///< some: no plan exists
  std::optional<engine::Board> start;  ///< keeps every hard rule; found while looking for a proof
};

/// `impossible`, and where it finds nothing a complete search of what is small enough for one. It
/// takes a part of the time of `limits`; with a limit in steps the clock plays no part.
[[nodiscard]] FirstLook look_first(const engine::Problem& problem,
                                   const Limits& limits,
                                   const Monitor& monitor);

/// What is left to do afterwards: where no plan exists, the best part of one is soon found.
[[nodiscard]] Limits limits_after(const FirstLook& look, const Limits& limits);

}  // namespace scheduler
