/// Where each block could go if it were alone: the starts and rooms that break no rule by
/// themselves.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "engine/rules/all.h"

namespace scheduler {

/// A start of a block, and the rooms it may have then (`Spots::rooms`).
struct Spot {
  engine::Minute start = engine::kNever;
  std::uint32_t tick = 0;  ///< row of Problem::ticks
  std::uint32_t room_list = 0;
};

/// Starts that allow the same rooms share one list of them: a large gathering has millions of
/// starts and rooms, and few different lists.
class Spots {
 public:
  /// In the order of their starts. None for a block that breaks a hard rule wherever it goes.
  [[nodiscard]] std::span<const Spot> operator[](engine::BlockId block) const {
    return spots_[block];
  }
  /// Those that the fewest others could use first, so that whoever takes the first leaves large
  /// rooms to those who need them. Never empty; the one room "none" when the block needs no room,
  /// or is a rotation, whose rooms are chosen station by station when it is placed.
  [[nodiscard]] std::span<const engine::RoomId> rooms(const Spot& spot) const {
    return room_lists_[engine::Id<Spots>{static_cast<std::int32_t>(spot.room_list)}];
  }
  /// The spot that begins at `start`, or null.
  [[nodiscard]] const Spot* at(engine::BlockId block, engine::Minute start) const;
  /// Pairs of a start and a room.
  [[nodiscard]] std::size_t count(engine::BlockId block) const;
  [[nodiscard]] std::size_t blocks() const { return spots_.size(); }

 private:
  friend Spots spots_of(const engine::PlanEvaluator& evaluator);

  engine::Lists<engine::BlockId, Spot> spots_;
  engine::Lists<engine::Id<Spots>, engine::RoomId> room_lists_;
};

/// `evaluator` must have nothing placed. Cost: one evaluation per start and room, fewer where the
/// hour does not matter to the room.
[[nodiscard]] Spots spots_of(const engine::PlanEvaluator& evaluator);

}  // namespace scheduler
