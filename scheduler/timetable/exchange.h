/// The compound move of the timetable search: a block goes to another time, and whatever stands in
/// its way there comes back to where it was, and so on (a Kempe chain).
#pragma once

#include <vector>

#include "scheduler/search/random.h"
#include "scheduler/timetable/neighbours.h"
#include "scheduler/timetable/room_chain.h"
#include "scheduler/timetable/trial.h"

namespace scheduler {

/// Morgenstern & Shapiro 1990 for colours; for items of any length the two sides move by the same
/// time, forth and back. A shift is a chain of one, a swap a chain of two.
class Exchange {
 public:
  Exchange(engine::PlanEvaluator& evaluator, const Spots& spots, const Neighbours& neighbours);

  /// Chains of more blocks are given up from now on.
  void limit_chains(std::size_t longest) { longest_ = longest; }

  /// Tries to move a block to `start`; another one, if it exists, moves back even if it is not in
  /// the way. Keeps the move when it leaves less out, or as much for at most `tolerance` soft
  /// points more; else the board is as it was. A block that is not placed only goes where nothing
  /// is in its way.
  bool attempt(engine::BlockId block,
               engine::Minute start,
               engine::BlockId other,
               double tolerance,
               Random& random);

 private:
  struct Member {
    engine::BlockId block;
    engine::Minute start = 0;  ///< where it goes
    std::size_t tick = 0;
    int side = 1;  ///< 1 goes with the first block, −1 the other way
  };

  bool gather(engine::BlockId block, engine::Minute start, engine::BlockId other);
  bool add(engine::BlockId block, engine::Minute start, int side);
  bool add_bound_ones(Member member);
  bool add_those_in_the_way(Member member, engine::Minute by);
  bool add_back(engine::BlockId block, engine::Minute by, int side);
  [[nodiscard]] bool promising(double tolerance) const;
  bool find_places(Random& random);
  bool make(double tolerance);

  engine::PlanEvaluator& evaluator_;
  const Neighbours& neighbours_;
  std::size_t longest_ = 6;  ///< longer chains take long to make and seldom gain
  RoomChain rooms_;
  Trial trial_;
  std::vector<Member> members_;
  std::vector<engine::Change> changes_;  ///< that put the members in their places
  std::vector<bool> allowed_;      ///< [block × ticks + tick]: it could be there if it were alone
  std::vector<std::int8_t> side_;  ///< per block: of the chain being gathered, 0 for none
};

}  // namespace scheduler
