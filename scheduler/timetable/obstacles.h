/// How much stands in the way of one block, at each of its starts, in each place and room.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/plan/board.h"
#include "engine/problem/problem.h"

namespace scheduler {

/// How much it costs to take a block out, or several of them together.
using Weight = std::int32_t;

/// Each placed item that shares people or a room with the block forbids one stretch of starts; the
/// stretches are added up once for all starts, instead of trying each start against each item. The
/// sums guide the choice only: what breaks a rule is for the rules to say. Cost of `look`: items in
/// the way times the places the block may go to, plus its starts times its places and rooms.
class Obstacles {
 public:
  explicit Obstacles(const engine::Problem& problem);

  /// Adds up `weight` of the blocks in the way of `block`, which must not be placed. Board and
  /// weights must stay as they are while the sums are asked for.
  void look(const engine::Board& board, engine::BlockId block, const std::vector<Weight>& weight);

  /// A row per place, the last for no room: rooms of one row have the same `people`.
  [[nodiscard]] std::size_t place(engine::RoomId room) const;
  /// By row of Problem::ticks: blocks that people of this one attend, when it is in `room` (none:
  /// wherever it is, travel left aside).
  [[nodiscard]] std::span<const Weight> people(engine::RoomId room) const;
  /// By row of Problem::ticks: blocks that use `room` then.
  [[nodiscard]] std::span<const Weight> room(engine::RoomId room);

 private:
  /// Sums over ticks; row −1 of places (travel left aside) is kept last.
  using Sums = std::vector<Weight>;

  void look_at_people(engine::BlockId block);
  void look_at_room(engine::RoomId room);
  void forbid(Sums& sums, engine::Minute after, engine::Minute before, Weight weight) const;
  Sums& reset(Sums& sums) const;

  const engine::Problem& problem_;
  const engine::Board* board_ = nullptr;
  const std::vector<Weight>* weight_ = nullptr;
  engine::PartRow part_;
  std::vector<Sums> by_place_;
  std::vector<Sums> by_room_;          ///< added up when first asked for
  Sums nothing_;                       ///< no room, nobody in it
  std::vector<std::uint32_t> looked_;  ///< per room: the last look that added it up
  std::uint32_t look_ = 0;
  std::vector<std::size_t> places_;
};

}  // namespace scheduler
