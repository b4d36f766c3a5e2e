/// One repair of a plan, from what has happened to a new plan: cards first, then decisions.
#pragma once

#include <cstdint>

#include "scheduler/replan/repair_search.h"
#include "scheduler/replan/replan.h"
#include "scheduler/replan/seat_repair.h"

namespace scheduler {

/// A plan repaired, and how much is known of every other repair.
struct RepairedPlan {
  Replanned result;
  bool complete = false;  ///< everything was looked at
};

class Repairing {
 public:
  /// Keeps references. `standing` is what is repaired: the plan of `upset`, or that with rotations
  /// shortened.
  Repairing(const Upset& upset,
            const engine::Plan& standing,
            const Limits& limits,
            const Monitor& monitor);

  [[nodiscard]] RepairedPlan repair(Allowed allowed);

  [[nodiscard]] const Adapted& adapted() const { return adapted_; }

 private:
  /// How much of the time is over when the last search ends.
  static constexpr double kAtTheEnd = 0.92;

  [[nodiscard]] FoundRepair searched(const PeopleSet& disturbed) const;
  [[nodiscard]] Budget part(double share, double until = kAtTheEnd) const;
  [[nodiscard]] CardRepair cards_repaired();
  [[nodiscard]] PeopleSet disturbed_by(const engine::Board& board) const;
  void report(const RepairPrice& price) const;
  [[nodiscard]] Replanned written(const Repair& found) const;
  [[nodiscard]] std::vector<LastTurn> last_turns_in(const engine::Plan& plan) const;
  void name_left_out(engine::Plan& plan) const;
  [[nodiscard]] engine::Text why_shorter(const std::string& rotation, int rounds) const;
  void explain(engine::Unplaced& unplaced) const;
  [[nodiscard]] RepairKinds kinds_of(const Repair& found) const;

  const Upset& upset_;
  Limits limits_;
  const Monitor& monitor_;
  Budget::Clock::time_point begin_;  ///< of the repair at hand; the first one's cards count too
  bool repaired_once_ = false;
  Adapted adapted_;
  engine::Problem problem_;
  engine::PlanEvaluator evaluator_;
  PeopleSet untouched_;  ///< disturbed by what happened itself
  CardRepair cards_;
  RepairModel model_;
};

}  // namespace scheduler
