/// A gathering with some of its items only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/problem/problem.h"
#include "scheduler/explain/conflict.h"

namespace scheduler {

/// Rows of items: the sessions first, then the rotations.
using Items = std::vector<std::size_t>;

[[nodiscard]] inline std::size_t item_count(const engine::Gathering& gathering) {
  return gathering.sessions.size() + gathering.rotations.size();
}

/// What names an item that is not kept (after, same_start, not_with, registrations, wishes) goes
/// with it. `kept` in any order.
[[nodiscard]] engine::Gathering part_of(const engine::Gathering& gathering, const Items& kept);

/// The rows of the items that have no place on the board and may not be left out. Ascending.
[[nodiscard]] Items items_left_out(const engine::Gathering& gathering,
                                   const engine::Problem& problem,
                                   const engine::Board& board);

/// The rows of the items that a conflict is about.
[[nodiscard]] Items items_of(const engine::Gathering& gathering,
                             const engine::Problem& problem,
                             const Conflict& conflict);

/// The rows of the items with these ids; ids of other things are passed over. Ascending.
[[nodiscard]] Items items_named(const engine::Gathering& gathering,
                                const std::vector<std::string>& ids);

}  // namespace scheduler
