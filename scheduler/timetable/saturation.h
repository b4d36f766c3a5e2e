/// Which block is hardest to place next, and what each start of it takes from those that wait.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "engine/plan/board.h"
#include "engine/problem/problem.h"
#include "scheduler/timetable/obstacles.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// The degree of saturation of graph colouring (Brélaz 1979) for items of any length: a block has
/// the starts at which nobody it shares with placed blocks is taken. Rooms and ways between sites
/// are left aside: this chooses, the rules say what fits. Placing or asking costs a walk over the
/// neighbours of a block, times the starts of both.
class Saturation {
 public:
  /// `waiting` are the blocks to place; no other is counted.
  Saturation(const engine::Problem& problem,
             const Spots& spots,
             const std::vector<engine::BlockId>& waiting);

  [[nodiscard]] bool empty() const { return queue_.empty(); }
  /// Takes the block with the fewest starts left out of those that wait; of equals, the one with
  /// the fewest spots in all, then the first.
  engine::BlockId take();
  /// `block` is at `start` now: those that wait lose starts.
  void place(engine::BlockId block, engine::Minute start);
  /// Per row of the spots of `block`: the shares of their starts that those who wait would lose by
  /// it, added up; `unit` is all that one of them has.
  [[nodiscard]] std::vector<Weight> taken_from_others(engine::BlockId block, Weight unit) const;

 private:
  using Key = std::pair<std::uint64_t, std::int32_t>;  ///< starts left, spots, then the block

  [[nodiscard]] Key key_of(engine::BlockId block) const;
  void forbid(engine::PartId mine, engine::Minute start, engine::PartId theirs);
  void add_taken(engine::PartId mine,
                 engine::PartId theirs,
                 Weight unit,
                 std::vector<Weight>& taken) const;

  const engine::Problem& problem_;
  const Spots& spots_;
  std::vector<bool> waits_;         ///< per block
  std::vector<std::int32_t> left_;  ///< per block: starts nobody forbids yet
  std::vector<std::size_t> first_;  ///< per block: where its spots begin in `open_`
  std::vector<char> open_;  ///< per block and row of its spots: 1 when nobody forbids it yet
  std::set<Key> queue_;
};

}  // namespace scheduler
