/// From a plan back to decisions: the board that a stored plan was written from.
#pragma once

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"

namespace engine {

/// `problem` must be compiled from `gathering`, and `plan` be made from the same gathering; what
/// the plan names and the gathering does not know is left out. A station that rests in a round has
/// no room there unless it has only one to choose from.
[[nodiscard]] Board board_of(const Gathering& gathering, const Problem& problem, const Plan& plan);

}  // namespace engine
