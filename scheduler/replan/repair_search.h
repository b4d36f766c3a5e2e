/// Looks for the repair that disturbs the fewest people, and for the proof that none disturbs
/// fewer.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "scheduler/replan/repair_price.h"
#include "scheduler/replan/violations.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// Nodes looked at again for comfort, once the fewest people are known.
inline constexpr std::int64_t kComfortSteps = 3'000;

struct FoundRepair {
  Repair repair;
  std::int64_t bound = 0;  ///< no repair that leaves out no more has a smaller `price.people`
  bool complete = false;   ///< everything was looked at
  std::int64_t steps = 0;
};

/// Branch and bound on violations: one that is there must be mended by changing one of the
/// decisions it is about, each decision changes once, and whoever it disturbs stays disturbed. So
/// what has been decided is a lower bound, and a search without a limit finds the least cost (a
/// bounded search tree, Downey & Fellows 1999; iterative repair, Minton et al. 1992).
class RepairSearch {
 public:
  /// Keeps references.
  RepairSearch(const RepairModel& model,
               const engine::Board& board,
               const RepairTerms& terms,
               Budget& budget);

  /// Only what is better than `known` is looked for.
  void start_from(const Repair& known) { best_ = known; }

  [[nodiscard]] FoundRepair run(const std::function<void(const RepairPrice&)>& on_better);

 private:
  enum class State : std::uint8_t { Free, Kept, Changed };
  struct Node {
    PeopleSet people;
    RepairPrice price;
    std::int64_t gaps = 0;
  };
  struct Priced {
    Option option;
    RepairPrice price;        ///< of the node it leads to, at least
    std::int64_t broken = 0;  ///< hard violations it leaves
  };

  void descend(Node node);
  [[nodiscard]] std::optional<std::pair<std::size_t, Priced>> nearest_mend(
      const Node& node, const Violation& violation);
  void visit(const Node& node);
  [[nodiscard]] std::vector<Violation> open_violations() const;
  [[nodiscard]] PeopleSet surely_disturbed(const Node& node,
                                           const std::vector<Violation>& list) const;
  [[nodiscard]] std::int64_t least_more(const PeopleSet& sure, const Violation& violation) const;
  [[nodiscard]] const Violation* narrowest(const std::vector<Violation>& list) const;
  void branch(const Node& node, const Violation& violation, const RepairPrice& least);
  [[nodiscard]] std::vector<Priced> priced(const Node& node,
                                           std::size_t variable,
                                           std::vector<Option> options);
  void try_options(const Node& node, std::size_t variable, std::vector<Option> options);
  void follow(const Node& node, std::size_t variable, const Priced& choice);
  void offer(const Node& node);
  [[nodiscard]] bool ended() const {
    return budget_.over() || (for_comfort_ && steps_ > kComfortSteps);
  }
  [[nodiscard]] FoundRepair cut_short();
  void leave_open(const RepairPrice& least);
  [[nodiscard]] std::int64_t bound() const;
  [[nodiscard]] bool worth(const RepairPrice& least) const;
  /// What cannot be mended is no reason to leave out what it is about.
  [[nodiscard]] std::int64_t mendable(std::int64_t hard) const {
    return std::max<std::int64_t>(0, hard - unavoidable_hard_);
  }
  [[nodiscard]] Node after(const Node& node, std::size_t variable, const Option& option) const;

  const RepairModel& model_;
  engine::PlanEvaluator evaluator_;
  const RepairTerms& terms_;
  Budget& budget_;
  std::vector<State> state_;
  std::vector<engine::Finding> unavoidable_;
  std::int64_t unavoidable_hard_ = 0;
  std::optional<Repair> best_;
  std::map<std::int64_t, std::int64_t> open_;  ///< by loss: fewest people of what was not looked at
  bool complete_ = true;
  bool for_comfort_ = false;  ///< the second look: as few people, more comfort
  std::int64_t steps_ = 0;
  const std::function<void(const RepairPrice&)>* on_better_ = nullptr;
};

}  // namespace scheduler
