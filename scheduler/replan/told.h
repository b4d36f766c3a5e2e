/// What people have been told of a plan: when an item is, and where.
#pragma once

#include <compare>
#include <cstddef>
#include <vector>

#include "engine/plan/board.h"

namespace scheduler {

/// Of a rotation its first block speaks for all.
struct Told {
  engine::BlockId block;
  engine::Minute start = 0;
  engine::RoomId room;  ///< none: nobody has been told
};

[[nodiscard]] bool is_at(const engine::Board& board, const Told& told);

/// Who has been told something else than what a plan says, and of how many items.
struct Misled {
  std::size_t people = 0;
  std::size_t items = 0;
  friend auto operator<=>(const Misled&, const Misled&) = default;
};

[[nodiscard]] Misled misled(const engine::Board& board, const std::vector<Told>& told);

}  // namespace scheduler
