/// From decisions to a plan people can read: the board, written out with keys, scores and remarks.
#pragma once

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"

namespace engine {

[[nodiscard]] Plan make_plan(const Gathering& gathering,
                             const Problem& problem,
                             const Board& board);

}  // namespace engine
