/// Where each block could go if it were alone: the starts and rooms that break no rule by
/// themselves.
#pragma once

#include "engine/rules/all.h"

namespace scheduler {

/// A start, and the room of a block with a single activity (none: it needs no room, or the block is
/// a rotation, whose rooms are chosen station by station when it is placed).
struct Spot {
  engine::Minute start = engine::kNever;
  std::uint32_t start_row = 0;  ///< of Problem::starts
  engine::RoomId room;
};

/// By start, then in the order of `Problem::room_choices`. Empty for a block that breaks a hard
/// rule wherever it goes. `evaluator` must have nothing placed. Cost: one evaluation per start and
/// room.
[[nodiscard]] engine::Lists<engine::BlockId, Spot> spots_of(const engine::PlanEvaluator& evaluator);

/// The spots of one block that begin at `start`.
[[nodiscard]] std::span<const Spot> spots_at(std::span<const Spot> spots, engine::Minute start);

}  // namespace scheduler
