/// Proves how few people a repair disturbs, and finds the repair.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "scheduler/replan/hitting_set.h"
#include "scheduler/replan/place_search.h"
#include "scheduler/replan/repair_price.h"
#include "scheduler/replan/violations.h"

namespace scheduler {

/// Implicit hitting sets (Moreno-Centeno & Karp 2013): the fewest people whose items would mend
/// every clash known; if these items find a place, or lose no more people than the best repair
/// does, no repair disturbs fewer, and else those that are in their way are one clash more. Which
/// items change is decided by whom they disturb, and where they go is only asked of those few.
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

  /// Leaves out less, until that is proved to be impossible or `budget` is over.
  void lose_less(Budget& budget);

  /// Disturbs fewer and leaves out no more, until that is proved to be impossible or `budget` is
  /// over.
  void disturb_fewer(Budget& budget);

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
  /// What a search for places may cost (Network::work) that is not the last word.
  static constexpr std::int64_t kMostWorkOfRepair = 4'000'000;

  [[nodiscard]] bool is_small() const;
  [[nodiscard]] bool list_clashes();
  [[nodiscard]] std::vector<bool> must_go() const;
  [[nodiscard]] Outcome place(const std::vector<Fate>& fates,
                              std::int64_t most_loss,
                              std::int64_t most_work,
                              Budget& budget);
  [[nodiscard]] Leaf judge(const engine::Board& base,
                           const std::vector<Fate>& fates,
                           const std::vector<Placed>& placed);
  [[nodiscard]] bool sound_in_some_rooms(const std::vector<std::size_t>& stations,
                                         std::size_t next,
                                         int& looks_left);
  [[nodiscard]] bool nobody_stands_in() const;
  [[nodiscard]] Clash clash_in(std::vector<Fate> fates, std::int64_t most_loss, Budget& budget);
  void change_what_costs_nothing(std::vector<Fate>& fates) const;
  [[nodiscard]] Outcome widen(std::vector<Fate> fates,
                              std::int64_t most_loss,
                              Outcome outcome,
                              Budget& budget);
  [[nodiscard]] bool loosen(std::vector<Fate>& fates, std::int64_t most_loss) const;
  [[nodiscard]] std::vector<Fate> first_changes() const;
  [[nodiscard]] std::vector<std::size_t> left_out() const;
  [[nodiscard]] bool bring_back(std::size_t item,
                                std::array<engine::RoomId, 2> rooms,
                                Budget& budget);
  void bring_back_all(Budget& budget);
  void put_back(Budget& budget);
  [[nodiscard]] bool is_mended(const std::vector<Fate>& fates) const;
  [[nodiscard]] PeopleSet disturbed_by(const std::vector<Fate>& fates) const;
  void mend_cheaply(const Clash& clash, std::vector<Fate>& fates) const;
  [[nodiscard]] std::int64_t most_loss() const;

  const RepairModel& model_;
  const RepairTerms& terms_;
  const std::function<void(const RepairPrice&)>& on_better_;
  engine::PlanEvaluator evaluator_;
  Repair best_;
  std::vector<const PeopleSet*> people_;  ///< per item, disturbed when it changes
  std::vector<PlaceSearch::Loss> losses_;
  std::vector<bool> blocks_;  ///< items that PlaceSearch places
  std::vector<Clash> clashes_;
  std::optional<PlaceSearch> search_;
  bool exact_ = false;             ///< places and rooms are all that may be chosen
  int refused_ = 0;                ///< places that go together two by two, and yet break a rule
  std::int64_t work_of_last_ = 0;  ///< place()
  std::int64_t bound_ = 0;
};

}  // namespace scheduler
