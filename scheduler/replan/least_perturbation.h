/// Room for what has been added to a programme that is out: few people are to hear of changes.
#pragma once

#include <vector>

#include "engine/plan/board.h"
#include "scheduler/replan/told.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {

/// `board` breaks no hard rule and leaves something out. The board found leaves out no more; of
/// those that leave out as little it moves the items that the fewest people attend, each counted as
/// often as they attend one: the minimal perturbation problem (Barták, Müller & Rudová, CSCLP
/// 2003), by annealing, so without a proof. Ends with the limits, or when looking on has gained
/// nothing for long.
[[nodiscard]] engine::Board least_perturbed(const engine::Board& board,
                                            const std::vector<Told>& told,
                                            const Limits& limits,
                                            const Monitor& monitor);

}  // namespace scheduler
