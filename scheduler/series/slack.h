/// How far a date may slip before what follows no longer fits: total float on the days there are.
#pragma once

#include <chrono>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/plan/series.h"

namespace scheduler {

/// For every date of `board` that something on a later date waits for: the items of that date that
/// follow one another move as they are to a later day of the gathering, even where the file fixes
/// their day, and everything else is planned again. That no later date works is proved by the
/// order alone (bounds consistency on starts: every relation of order is monotone, so the bounds
/// are exact); that a date works is proved by a plan that keeps every hard rule. Where the order
/// allows a date and no plan is found until `deadline`, an earlier date is given and `proved` is
/// false. `board` must keep every hard rule and leave nothing out; else nothing is said.
[[nodiscard]] std::vector<engine::Slack> slack_of(const engine::Gathering& gathering,
                                                  const engine::Board& board,
                                                  std::chrono::steady_clock::time_point deadline);

}  // namespace scheduler
