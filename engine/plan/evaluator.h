/// Keeps the score of one board up to date, one change at a time.
///
/// The rules are held by value in a tuple, so the inner loop has no virtual call. A compound move
/// is a list of changes: try them in order with `apply`, and undo in reverse if the search says no.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

#include "engine/plan/board.h"
#include "engine/plan/score.h"
#include "engine/rules/rule.h"

namespace engine {

/// What leaving a block out adds to Score::unplaced. Never 0, so that an item nobody is registered
/// to yet is still planned.
[[nodiscard]] inline std::int64_t loss_of(const BlockRow& block) {
  return std::int64_t{std::max(1, block.people)} * std::max(1, block.priority);
}

template <class RuleList>
class Evaluator;

/// `Rules` are listed in engine/rules/all.h. Not thread-safe: one evaluator per thread.
template <Rule... Rules>
class Evaluator<std::tuple<Rules...>> {
 public:
  explicit Evaluator(Board board) : board_(std::move(board)), rules_(Rules(problem(), board_)...) {
    score_ = audit();
  }

  [[nodiscard]] const Board& board() const { return board_; }
  [[nodiscard]] const Problem& problem() const { return board_.problem(); }
  [[nodiscard]] Score score() const { return score_; }

  /// What `change` would add to the score. When the hard part alone exceeds `hard_limit`, soft
  /// rules are left out and the caller must reject the change. The hard part is never cut short: a
  /// later rule may give back what an earlier one takes.
  [[nodiscard]] Score delta(
      const Change& change,
      std::int64_t hard_limit = std::numeric_limits<std::int64_t>::max()) const {
    Score sum{.hard = 0, .unplaced = unplaced_delta(change), .soft = 0};
    each_rule([&]<class R>(const R& rule) {
      const auto weight = problem().weights[static_cast<std::size_t>(R::kId)].hard;
      if (weight != 0) sum.hard += weight * rule.delta(board_, change);
    });
    if (sum.hard > hard_limit) return sum;
    each_rule([&]<class R>(const R& rule) {
      const auto weight = problem().weights[static_cast<std::size_t>(R::kId)].soft;
      if (weight != 0) sum.soft += weight * rule.delta(board_, change);
    });
    return sum;
  }

  /// Makes the change; `delta` is what `delta(change)` said without a limit.
  void apply(const Change& change, Score delta) {
    std::apply([&](auto&... rule) { (rule.apply(board_, change), ...); }, rules_);
    board_.apply(change);
    score_ += delta;
  }
  void apply(const Change& change) { apply(change, delta(change)); }

  /// Score from scratch: the weighted sum of all findings, and the blocks left out.
  [[nodiscard]] Score audit() const {
    Score sum;
    inspect([&](const Finding& f) {
      const auto weight = problem().weights[static_cast<std::size_t>(f.rule)];
      sum.hard += weight.hard * f.amount;
      sum.soft += weight.soft * f.amount;
    });
    problem().blocks.each([&](BlockId b) {
      if (!board_.placed(b)) sum.unplaced += loss_of(problem().blocks[b]);
    });
    return sum;
  }

  /// Sends every violation of the board to `sink`, rules that are off included.
  void inspect(const std::function<void(const Finding&)>& sink) const {
    (Rules::inspect(board_, sink), ...);
  }

  /// Calls `f(RuleId)` for every rule there is, in catalogue order.
  template <class F>
  static void each_rule_id(F f) {
    (f(Rules::kId), ...);
  }

 private:
  template <class F>
  void each_rule(F f) const {
    std::apply([&](const auto&... rule) { (f(rule), ...); }, rules_);
  }

  [[nodiscard]] std::int64_t unplaced_delta(const Change& change) const {
    if (change.kind != Change::Kind::Place) return 0;
    const BlockId block{change.row};
    const bool before = board_.placed(block);
    const bool after = change.start != kNever;
    if (before == after) return 0;
    return after ? -loss_of(problem().blocks[block]) : loss_of(problem().blocks[block]);
  }

  Board board_;
  Score score_;
  std::tuple<Rules...> rules_;
};

}  // namespace engine
