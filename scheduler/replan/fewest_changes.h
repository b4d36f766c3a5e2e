/// Proves how few people a repair disturbs, and finds the repair.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "scheduler/replan/place_search.h"
#include "scheduler/replan/repair_price.h"
#include "scheduler/replan/violations.h"

namespace scheduler {

/// Implicit hitting sets (Moreno-Centeno & Karp 2013): the fewest people whose items would mend
/// every clash known; if these items find a place, no repair disturbs fewer, and else those that
/// are in their way are one clash more. Which items change is decided by whom they disturb, and
/// where they go is only asked of those few.
class FewestChanges {
 public:
  /// Keeps references. `known` is what is to be bettered; nothing in it breaks a rule.
  FewestChanges(const RepairModel& model,
                const RepairTerms& terms,
                const Repair& known,
                const std::function<void(const RepairPrice&)>& on_better);

  /// False when there is too much to compare, or when it is not places and rooms alone that can
  /// mend what is wrong; then run() does nothing.
  [[nodiscard]] bool applies() const { return search_.has_value(); }

  /// Leaves out as little as possible, or no more than what is known by now, until either is proved
  /// or `budget` is over.
  void run(Aim aim, Budget& budget);

  /// A repair found elsewhere.
  void better(const Repair& repair) {
    if (repair.price < best_.price) best_ = repair;
  }
  /// The best repair known.
  [[nodiscard]] const Repair& repair() const { return best_; }
  /// No repair that leaves out no more has a smaller `price.people`.
  [[nodiscard]] std::int64_t bound() const { return std::min(bound_, best_.price.people); }
  [[nodiscard]] bool proved() const { return bound() == best_.price.people; }

 private:
  [[nodiscard]] bool is_small() const;
  [[nodiscard]] bool list_clashes();
  [[nodiscard]] std::vector<bool> must_go() const;
  [[nodiscard]] Outcome place(const std::vector<Fate>& fates,
                              std::int64_t most_work,
                              Budget& budget);
  [[nodiscard]] Leaf judge(const std::vector<Fate>& fates, const std::vector<Placed>& placed);
  [[nodiscard]] bool sound_in_some_rooms(const std::vector<std::size_t>& stations,
                                         std::size_t next,
                                         int& looks_left);
  [[nodiscard]] bool nobody_stands_in() const;
  [[nodiscard]] Clash clash_in(std::vector<Fate> fates, Budget& budget);
  void change_what_costs_nothing(std::vector<Fate>& fates) const;
  void widen(std::vector<Fate> fates, Outcome outcome, Budget& budget);
  [[nodiscard]] bool loosen(std::vector<Fate>& fates) const;
  void bring_back(Budget& budget);
  void put_back(Budget& budget);
  void change_everything(Budget& budget);
  [[nodiscard]] PeopleSet disturbed_by(const std::vector<Fate>& fates) const;
  [[nodiscard]] bool mend_cheaply(const Clash& clash, std::vector<Fate>& fates) const;
  [[nodiscard]] std::int64_t most_loss() const;

  const RepairModel& model_;
  const RepairTerms& terms_;
  const std::function<void(const RepairPrice&)>& on_better_;
  engine::PlanEvaluator evaluator_;
  Repair best_;
  std::vector<Changeable> items_;
  std::vector<bool> blocks_;  ///< items that PlaceSearch places
  std::vector<Clash> clashes_;
  std::optional<PlaceSearch> search_;
  bool exact_ = false;  ///< places and rooms are all that may be chosen
  int refused_ = 0;     ///< places that go together two by two, and yet break a rule
  std::int64_t bound_ = 0;
  std::int64_t least_loss_tried_ = INT64_MAX;  ///< bring_back() looks once at what is left out
  bool opened_ = false;                        ///< everything was tried to change
};

}  // namespace scheduler
