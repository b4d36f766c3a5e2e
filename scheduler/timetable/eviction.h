/// The other compound move of the timetable search: a block takes a spot, and whatever is in its
/// way there waits aside until it finds one itself.
#pragma once

#include <span>
#include <vector>

#include "scheduler/search/random.h"
#include "scheduler/timetable/neighbours.h"
#include "scheduler/timetable/room_chain.h"
#include "scheduler/timetable/spots.h"
#include "scheduler/timetable/trial.h"

namespace scheduler {

/// What holds at a moment of a cooling, in soft points.
struct Climate {
  double temperature = 0;
  double price = 0;       ///< of each block left aside
  bool all_back = false;  ///< those aside have to find a place again
};

/// Where every room is full all day, no chain of moves leads from one good plan to a better one;
/// with a few blocks aside there are holes to move through (partial timetables: Nagata 2018). Each
/// block aside costs a price, in soft points, so that few are, and none in the end.
class Eviction {
 public:
  Eviction(engine::PlanEvaluator& evaluator, const Spots& spots, const Neighbours& neighbours);

  /// Lists those of the blocks that may wait, and those that do now; to be called when others have
  /// changed the board. Each block is as dear as any other again.
  void list(std::span<const engine::BlockId> blocks);
  [[nodiscard]] std::span<const engine::BlockId> waiting() const { return waiting_; }

  /// Tries to put one of the listed blocks, every other time one that waits, in a spot drawn at
  /// random. Keeps the move when it costs at most `tolerance`, all prices counted; else the board
  /// is as it was. Where all have to come back, a block that tried in vain becomes dearer.
  bool step(Climate now, double tolerance, Random& random);

 private:
  bool attempt(
      engine::BlockId block, const Spot& spot, double price, double tolerance, Random& random);
  [[nodiscard]] bool hopeless(engine::BlockId block,
                              const Spot& spot,
                              double price,
                              double tolerance) const;
  [[nodiscard]] bool find_evicted(engine::BlockId block, const Spot& spot);
  bool evict(engine::BlockId other);
  bool find_room(engine::BlockId block, const Spot& spot, Random& random);
  [[nodiscard]] bool may_wait(engine::BlockId block) const;
  [[nodiscard]] double more_waiting(engine::BlockId block) const;
  [[nodiscard]] std::int64_t estimate(engine::BlockId block, const Spot& spot) const;
  bool make(engine::BlockId block, double most);

  engine::PlanEvaluator& evaluator_;
  const Spots& spots_;
  const Neighbours& neighbours_;
  RoomChain rooms_;
  Trial trial_;
  bool comfort_;                  ///< soft rules are in force
  std::vector<double> dearness_;  ///< of a block, in prices
  std::vector<engine::BlockId> movable_;
  std::vector<engine::BlockId> waiting_;
  std::vector<engine::BlockId> evicted_;
  std::vector<engine::Change> changes_;  ///< that give the block a room
};

}  // namespace scheduler
