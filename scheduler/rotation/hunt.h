/// Looks for a schedule without a repeat where no formula gives one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "engine/plan/meeting_bound.h"
#include "scheduler/rotation/design/difference.h"
#include "scheduler/rotation/design/starter.h"
#include "scheduler/rotation/start.h"

namespace scheduler {

/// A list of leads: starters and difference matrices that would give the schedule, or one with more
/// columns of people, or with the last rounds played within the columns. All of them are tried
/// shortly, the better ones longer, and so on (successive halving, Karnin, Koren & Somekh 2013).
class Hunt {
 public:
  /// `zero`: only leads that counting allows to end without a repeat.
  Hunt(const engine::RotationSize& size, bool zero);

  /// A schedule without a repeat, as by_formula() gives; nothing after `steps` more tried changes
  /// or when the budget is over. Goes on where the last run ended: many short runs try what a long
  /// one does.
  [[nodiscard]] std::optional<Schedule> run(std::int64_t steps, Random& random, Budget& budget);

  /// What came closest in the runs so far, with repeats; sizes and stations are kept.
  [[nodiscard]] const std::optional<Schedule>& nearest() const { return nearest_; }

 private:
  struct Lead {
    std::variant<StarterShape, MatrixShape> look_for;
    Rounds fill;  ///< what each column plays at the end; no rounds: nothing
    engine::Text method;
    std::int64_t best = INT64_MAX;  ///< fewest repeats it came to
  };

  [[nodiscard]] std::optional<Schedule> by_hunted_fill(std::int64_t steps,
                                                       Random& random,
                                                       Budget& budget);
  void add_fill();
  void add_columns(std::int32_t columns, std::int32_t rounds, const Rounds& fill);
  void add_starters();
  void add_shape(const StarterShape& shape, const Rounds& fill, engine::Text method);
  void rank_leads();
  void next_pass();
  bool follow(Lead& lead, std::int64_t steps, Random& random, Budget& budget);
  static Rounds search(Lead& lead, std::int64_t steps, Random& random, Budget& budget);
  [[nodiscard]] std::optional<Rounds> finished(const Lead& lead, Rounds found) const;

  std::int32_t people_;
  std::int32_t groups_;
  std::int32_t rounds_;
  bool stations_;
  bool zero_;
  std::vector<Lead> leads_;
  std::unique_ptr<Hunt> fill_;  ///< for what columns by formula play within them
  std::int64_t left_ = 0;       ///< of the steps; below 0: tried beyond those of the last run
  std::int64_t each_;           ///< steps for a lead in this pass
  std::size_t width_ = 0;       ///< leads tried in this pass
  std::size_t next_ = 0;        ///< of these
  int pass_ = 1;
  std::optional<Schedule> nearest_;
  std::int64_t nearest_cost_ = INT64_MAX;
};

}  // namespace scheduler
