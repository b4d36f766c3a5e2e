/// Finds places for the last sessions where nearly everything is full: annealing on plans with
/// sessions left out.
#pragma once

#include <functional>
#include <vector>

#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/apart.h"
#include "scheduler/timetable/eviction.h"
#include "scheduler/timetable/incumbent.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {

/// The plan never breaks a hard rule; what counts is how many sessions wait (partial colourings:
/// Blöchliger & Zufferey 2008). A session takes any spot, rooms are passed on along augmenting
/// paths, and those still in the way wait; now and then that may be one more than before. Millions
/// of cheap moves come to an end where the ejections of Placing circle (docs/adr/0011).
class Packing {
 public:
  /// `evaluator` may leave comfort aside (Scope::HardRules): nothing here asks for it.
  Packing(engine::PlanEvaluator& evaluator, const Spots& spots, Random& random);

  using OnBetter = std::function<void(engine::Score)>;
  using Ends = std::function<bool()>;

  /// One cooling of `steps` moves of the sessions of `group`, from the board as it is; ends earlier
  /// when none of them waits, or when `ends()`, asked at every step, says so. What is better than
  /// `best` becomes the best. False when there was nothing to pack: nobody waits, or only rotations
  /// and sessions with a team to be found.
  bool run(const Blocks& group,
           std::int64_t steps,
           Incumbent& best,
           const Ends& ends,
           const OnBetter& on_better);

 private:
  engine::PlanEvaluator& evaluator_;
  Random& random_;
  Neighbours neighbours_;
  Eviction eviction_;
};

}  // namespace scheduler
