/// The other compound move of the timetable search: a block takes a spot, and whatever is in its
/// way there waits aside until it finds one itself.
#pragma once

#include <vector>

#include "scheduler/search/random.h"
#include "scheduler/timetable/neighbours.h"
#include "scheduler/timetable/spots.h"
#include "scheduler/timetable/trial.h"

namespace scheduler {

/// Where every room is full all day, no chain of moves leads from one good plan to a better one;
/// with a few blocks aside there are holes to move through (partial timetables: Nagata 2018). Each
/// block aside costs a price, in soft points, so that few are, and none in the end.
class Eviction {
 public:
  Eviction(engine::PlanEvaluator& evaluator, const Spots& spots, const Neighbours& neighbours);

  /// Blocks that wait now, of those that may move; to be called when others have changed the board.
  /// Each block is as dear as any other again.
  void list_waiting(const std::vector<engine::BlockId>& movable);
  [[nodiscard]] const std::vector<engine::BlockId>& waiting() const { return waiting_; }

  /// Tries to put a block in a spot and to take out who is in the way. Keeps the move when it costs
  /// at most `tolerance`, all prices counted (`price` for each block aside, more where it became
  /// dearer); else the board is as it was. Not for rotations.
  bool attempt(
      engine::BlockId block, const Spot& spot, double price, double tolerance, Random& random);

  /// A block that tried a spot in vain pushes harder from then on, so that the last ones come back
  /// (weights of what is hard to place: Nagata & Bräysy 2009).
  void make_dearer(engine::BlockId block);

 private:
  [[nodiscard]] bool find_evicted(engine::BlockId block, const Spot& spot, engine::RoomId room);
  [[nodiscard]] bool may_wait(engine::BlockId block) const;
  [[nodiscard]] std::int64_t estimate(engine::BlockId block, const Spot& spot) const;
  bool make(const engine::Change& change, double most);

  engine::PlanEvaluator& evaluator_;
  const Spots& spots_;
  const Neighbours& neighbours_;
  Trial trial_;
  std::vector<double> dearness_;  ///< of a block, in prices
  std::vector<engine::BlockId> waiting_;
  std::vector<engine::BlockId> evicted_;
};

}  // namespace scheduler
