/// Says who and what would be in the way of a block where it stands on a board.
#pragma once

#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/plan/placement.h"

namespace scheduler {

/// What `block`, placed, has to do with violations of `rules`: people are gathered ("Ana Roux et 11
/// autres"), and each sentence is said once. Never empty unless `rules` is.
[[nodiscard]] std::vector<engine::InTheWay> in_the_way(const engine::Gathering& gathering,
                                                       const engine::Board& board,
                                                       engine::BlockId block,
                                                       const std::vector<engine::RuleId>& rules);

}  // namespace scheduler
