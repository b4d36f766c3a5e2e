/// Places every block so that no hard rule is broken, taking others out where they are in the way.
#pragma once

#include <functional>
#include <vector>

#include "engine/rules/all.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/apart.h"
#include "scheduler/timetable/best_spot.h"
#include "scheduler/timetable/incumbent.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// Ejection search: the board never breaks a hard rule; a block that has no place takes the spot
/// where the blocks in its way weigh least, and these go back to the queue. Whoever had to push
/// others aside weighs more from then on (Nagata & Bräysy 2009), and after each push a block
/// somewhere moves to another free spot, which opens places that no push would (docs/adr/0011).
class Placing {
 public:
  /// `evaluator` may leave comfort aside (Scope::HardRules): nothing here asks for it.
  Placing(engine::PlanEvaluator& evaluator, const Spots& spots, Random& random, Budget& budget);

  using OnBetter = std::function<void(engine::Score)>;
  using Ends = std::function<bool()>;

  /// Leaves the evaluator with the board that left out least. `on_better(score)` is called each
  /// time less is left out. `apart` are the groups of blocks that no rule joins: after the first
  /// plan one is searched after the other, each for its share of the budget, from one at random on.
  void run(const std::vector<Blocks>& apart, const OnBetter& on_better);

 private:
  void place_first();
  void search(const Blocks& group, double until, const OnBetter& on_better);
  void push_until_stuck(const Blocks& group,
                        std::int64_t patience,
                        Incumbent& best,
                        const Ends& ends,
                        const OnBetter& on_better);
  bool is_left_out(engine::BlockId block) const;
  std::vector<engine::BlockId> left_out(const Blocks& group) const;
  BestSpot::Choice first_choice(engine::BlockId block);
  void place_by_saturation(const Blocks& order);
  bool place_by_times(const Blocks& group, std::int64_t sweeps, const Ends& ends);
  Blocks take_out_movable(const Blocks& order);
  void push_in(std::vector<engine::BlockId>& queue);
  engine::BlockId take_next(std::vector<engine::BlockId>& queue);
  void put(engine::BlockId block, const BestSpot::Choice& choice);
  void put_if_free(engine::BlockId block, const BestSpot::Choice& choice);
  void push(engine::BlockId block);
  void shift_any(const Blocks& group);
  void level_weights(const Blocks& group);

  engine::PlanEvaluator& evaluator_;
  const Spots& spots_;
  Random& random_;
  Budget& budget_;
  std::vector<Weight> weight_;  ///< per block: what it costs to take it out
  std::vector<std::vector<Weight>>
      refused_;  ///< per block and row of its spots: for the times it came to nothing
  std::vector<engine::BlockId> ejected_;
  engine::Minute reach_ = 0;  ///< minutes between items that may still be in each other's way
  BestSpot best_spot_;
};

}  // namespace scheduler
