/// Makes a plan that keeps the rules more comfortable: simulated annealing on its times, rooms and
/// teams.
#pragma once

#include <functional>
#include <vector>

#include "scheduler/search/budget.h"
#include "scheduler/search/cooling.h"
#include "scheduler/search/patience.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/eviction.h"
#include "scheduler/timetable/exchange.h"
#include "scheduler/timetable/incumbent.h"
#include "scheduler/timetable/spots.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {

/// How warm a search begins and ends.
struct Warmth {
  double first = 2;   ///< in typical steps: the root mean square of what moves cost or gain
  double last = 0.5;  ///< in soft points of the lightest rule in force
  /// Where less than this share of the moves of one block breaks nothing, blocks may be left aside
  /// on the way.
  double tight = 0.005;
};

/// Moves of blocks to other times and of people to other places in teams, each priced before it is
/// kept.
class Annealing {
 public:
  /// The evaluator's board must break no hard rule; it never does in between.
  Annealing(engine::PlanEvaluator& evaluator, const Spots& spots, Random& random, Budget& budget);

  /// Leaves the evaluator with the best board found. Ends when nothing costs anything, when cooling
  /// down again and again gains nothing, or with the budget. `on_better(score)` is called each time
  /// there is a better board.
  void run(Warmth warmth, Patience patience, const std::function<void(engine::Score)>& on_better);

 private:
  using OnBetter = std::function<void(engine::Score)>;

  [[nodiscard]] bool done() const;
  struct Sample {
    /// Root mean square of what moves cost or gain, if it is not 0. Of all moves: where a plan is
    /// tight too few are sound.
    double typical_step = 1;
    double sound = 1;  ///< share of the moves drawn that break nothing
  };
  Sample sample();
  template <class F>
  void cool(F climate, double share, const OnBetter& on_better);
  void draw_together(const OnBetter& on_better);
  bool step(Climate now);
  bool move(double tolerance);
  [[nodiscard]] engine::BlockId occupant(engine::BlockId block, const Spot& spot);
  bool recast(double tolerance);

  engine::PlanEvaluator& evaluator_;
  const Spots& spots_;
  Random& random_;
  Budget& budget_;
  Neighbours neighbours_;
  Exchange exchange_;
  Eviction eviction_;
  Trial trial_;
  double evictions_ = 0;  ///< share of the moves that may leave blocks aside
  std::vector<engine::BlockId> movable_;
  std::vector<TeamPlace> places_;
  Incumbent best_;
};

}  // namespace scheduler
