/// The best plan that a search over times has met.
#pragma once

#include "scheduler/timetable/decisions.h"

namespace scheduler {

/// To go back to, after a way that led nowhere.
class Incumbent {
 public:
  explicit Incumbent(const engine::PlanEvaluator& evaluator) { take(evaluator); }

  [[nodiscard]] engine::Score score() const { return score_; }
  [[nodiscard]] const Decisions& decisions() const { return decisions_; }

  /// True when the evaluator's plan is better; then that one is it.
  bool improve(const engine::PlanEvaluator& evaluator) {
    if (!(evaluator.score() < score_)) return false;
    take(evaluator);
    return true;
  }

 private:
  void take(const engine::PlanEvaluator& evaluator) {
    score_ = evaluator.score();
    note(evaluator.board(), decisions_);
  }

  engine::Score score_;
  Decisions decisions_;
};

}  // namespace scheduler
