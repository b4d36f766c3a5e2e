/// Betters a repair where a search tree had no time to look at everything.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "scheduler/replan/repair_price.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Ejection chains (Glover 1996): a session is put back where it was, or somewhere else; what is
/// in its way is taken out, and put back where it does no harm, at home if it can be. Annealed on
/// loss and people disturbed. Teams and the rooms of stations stay as they are.
class RepairWalk {
 public:
  /// Keeps references.
  RepairWalk(const RepairModel& model,
             const RepairTerms& terms,
             Repair start,
             Random random,
             Budget& budget);

  /// The best repair met; never worse than the start. Ends early when all is placed and no more
  /// than `enough` people are disturbed.
  [[nodiscard]] Repair run(std::int64_t enough,
                           const std::function<void(const RepairPrice&)>& on_better);

 private:
  struct Spot {
    engine::Minute start = engine::kNever;
    engine::RoomId room;
  };

  [[nodiscard]] bool walks(const Variable& variable) const;
  [[nodiscard]] const Variable& variable_of(engine::BlockId block) const;
  [[nodiscard]] bool may_stay_home(engine::BlockId block) const;
  [[nodiscard]] std::vector<engine::BlockId> changed(bool left_out_only) const;
  [[nodiscard]] bool try_chain();
  [[nodiscard]] bool put_somewhere(engine::BlockId block, bool forced);
  [[nodiscard]] bool fits(engine::BlockId block, Spot spot);
  [[nodiscard]] Spot aim(engine::BlockId block);
  [[nodiscard]] bool take_out_those_in_the_way(engine::BlockId block);
  [[nodiscard]] const std::vector<Spot>& spots(engine::BlockId block);
  [[nodiscard]] Spot home(engine::BlockId block) const;
  void put(engine::BlockId block, Spot spot);
  void undo();
  [[nodiscard]] RepairPrice price_now() const;
  [[nodiscard]] bool accepted(const RepairPrice& next);

  const RepairModel& model_;
  const RepairTerms& terms_;
  Random random_;
  Budget& budget_;
  engine::PlanEvaluator evaluator_;
  engine::Minute reach_;
  Repair best_;
  RepairPrice current_;
  std::int64_t hard_ = 0;    ///< what was broken at the start; never more
  std::size_t misheld_ = 0;  ///< places nobody holds who could, at the start; never more
  double warmth_ = 0;        ///< people a worse repair may disturb more, at first
  std::vector<std::vector<Spot>> spots_;  ///< per block, once asked for
  std::vector<bool> known_;
  std::vector<engine::BlockId> out_;    ///< taken out by the chain, still to be put back
  std::vector<engine::BlockId> moved_;  ///< by the chain: none is put twice
  std::vector<std::pair<engine::Change, engine::Score>> made_;
};

}  // namespace scheduler
