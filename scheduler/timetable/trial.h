/// A compound move being tried: changes that break no hard rule, made one by one, kept or undone.
#pragma once

#include <utility>
#include <vector>

#include "engine/rules/all.h"

namespace scheduler {

/// The evaluator's board must break no hard rule, and never does in between: whatever has to move
/// is taken out first.
class Trial {
 public:
  explicit Trial(engine::PlanEvaluator& evaluator) : evaluator_(evaluator) {}

  /// False when the change would break a hard rule; then it is not made.
  bool make(const engine::Change& change) {
    const auto delta = evaluator_.delta(change, 0);
    if (delta.hard > 0) return false;
    made_.emplace_back(evaluator_.board().inverse(change), delta);
    evaluator_.apply(change, delta);
    sum_ += delta;
    return true;
  }

  /// Makes the last change when all of them together leave less out, or as much for at most
  /// `tolerance` soft points more. False when not; then it is not made.
  bool finish(const engine::Change& change, double tolerance) {
    return finish_if(change, [&](engine::Score sum) {
      return sum.unplaced < 0 || (sum.unplaced == 0 && static_cast<double>(sum.soft) <= tolerance);
    });
  }

  /// The same, whatever is left out, for at most `most` soft points.
  bool finish_for(const engine::Change& change, double most) {
    return finish_if(change,
                     [&](engine::Score sum) { return static_cast<double>(sum.soft) <= most; });
  }

  void undo() {
    for (; !made_.empty(); made_.pop_back())
      evaluator_.apply(made_.back().first, engine::Score{} - made_.back().second);
    sum_ = {};
  }

 private:
  template <class F>
  bool finish_if(const engine::Change& change, F worth) {
    const auto delta = evaluator_.delta(change, 0);
    if (delta.hard > 0 || !worth(sum_ + delta)) return false;
    evaluator_.apply(change, delta);
    made_.clear();
    sum_ = {};
    return true;
  }

  engine::PlanEvaluator& evaluator_;
  std::vector<std::pair<engine::Change, engine::Score>> made_;  ///< what undoes each, and its delta
  engine::Score sum_;
};

}  // namespace scheduler
