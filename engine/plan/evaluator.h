/// Keeps the score of one board up to date, one change at a time.
///
/// The rules are held by value in a tuple, so the inner loop has no virtual call. A compound move
/// is a list of changes: try them in order with `apply`, and undo in reverse if the search says no.
#pragma once

#include <algorithm>
#include <array>
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

/// Which rules an evaluator keeps count of.
enum class Scope : std::uint8_t {
  AllRules,
  HardRules  ///< comfort is left aside: the soft score stays 0, and changes cost less time
};

template <class RuleList>
class Evaluator;

/// `Rules` are listed in engine/rules/all.h. Not thread-safe: one evaluator per thread.
template <Rule... Rules>
class Evaluator<std::tuple<Rules...>> {
 public:
  explicit Evaluator(Board board, Scope scope = Scope::AllRules)
      : board_(std::move(board)), weights_(problem().weights), rules_(Rules(problem(), board_)...) {
    if (scope == Scope::HardRules)
      for (auto& weight : weights_) weight.soft = 0;
    score_ = audit();
  }

  [[nodiscard]] const Board& board() const { return board_; }
  [[nodiscard]] const Problem& problem() const { return board_.problem(); }
  [[nodiscard]] Score score() const { return score_; }

  /// Whether any soft rule is in force: without one every soft score is 0.
  [[nodiscard]] bool counts_comfort() const {
    return std::any_of(
        weights_.begin(), weights_.end(), [](const auto& weight) { return weight.soft != 0; });
  }

  static constexpr auto kNoLimit = std::numeric_limits<std::int64_t>::max();

  /// What `change` would add to the score. When the hard part alone exceeds `hard_limit`, the rest
  /// is left out and the caller must reject the change.
  [[nodiscard]] Score delta(const Change& change, std::int64_t hard_limit = kNoLimit) const {
    Score sum{
        .hard = hard_delta(change, hard_limit), .unplaced = unplaced_delta(change), .soft = 0};
    if (sum.hard <= hard_limit) sum.soft = soft_delta(change);
    return sum;
  }

  /// The soft part alone.
  [[nodiscard]] std::int64_t soft_delta(const Change& change) const {
    std::int64_t sum = 0;
    each_rule([&]<class R>(const R& rule) {
      const auto weight = weight_of<R>().soft;
      if (weight != 0) sum += weight * rule.delta(board_, change);
      return true;
    });
    return sum;
  }

  /// The hard part alone; any value above `limit` when it exceeds it. On a board that breaks hard
  /// rules it is never cut short: a later rule may give back what an earlier one takes.
  [[nodiscard]] std::int64_t hard_delta(const Change& change, std::int64_t limit = kNoLimit) const {
    if (score_.hard == 0) return hard_after(change, limit);
    std::int64_t sum = 0;
    each_rule([&]<class R>(const R& rule) {
      const auto weight = weight_of<R>().hard;
      if (weight != 0) sum += weight * rule.delta(board_, change);
      return true;
    });
    return sum;
  }

  /// What `change` would add to the count of each rule, by RuleId; 0 for rules that are off.
  [[nodiscard]] std::array<std::int64_t, kRuleCount> counts(const Change& change) const {
    std::array<std::int64_t, kRuleCount> sum{};
    each_rule([&]<class R>(const R& rule) {
      const auto weight = weight_of<R>();
      if (weight.hard != 0 || weight.soft != 0)
        sum[static_cast<std::size_t>(R::kId)] = rule.delta(board_, change);
      return true;
    });
    return sum;
  }

  /// Makes the change; `delta` is what `delta(change)` said without a limit.
  void apply(const Change& change, Score delta) {
    std::apply([&](auto&... rule) { (remember(rule, change), ...); }, rules_);
    board_.apply(change);
    score_ += delta;
  }
  void apply(const Change& change) { apply(change, delta(change)); }

  /// A rule's memory, for searches that can use what it knows.
  template <class R>
  [[nodiscard]] const R& rule() const {
    return std::get<R>(rules_);
  }

  /// Score from scratch: the weighted sum of all findings, and the blocks left out.
  [[nodiscard]] Score audit() const {
    Score sum;
    inspect([&](const Finding& f) {
      const auto weight = weights_[static_cast<std::size_t>(f.rule)];
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

  /// The same for hard rules alone; nothing is looked at when none is broken.
  void inspect_hard(const std::function<void(const Finding&)>& sink) const {
    if (score_.hard == 0) return;
    (inspect_if_hard<Rules>(sink), ...);
  }

  /// Calls `f(RuleId)` for every rule there is, in catalogue order.
  template <class F>
  static constexpr void each_rule_id(F f) {
    (f(Rules::kId), ...);
  }

 private:
  /// Until `f(rule)` is false.
  template <class F>
  void each_rule(F f) const {
    std::apply([&](const auto&... rule) { (f(rule) && ...); }, rules_);
  }

  template <class R>
  void inspect_if_hard(const std::function<void(const Finding&)>& sink) const {
    if (weight_of<R>().hard > 0) R::inspect(board_, sink);
  }

  template <class R>
  [[nodiscard]] RuleWeight weight_of() const {
    return weights_[static_cast<std::size_t>(R::kId)];
  }

  /// On a board that breaks no hard rule, up to the first sum above `limit`.
  [[nodiscard]] std::int64_t hard_after(const Change& change, std::int64_t limit) const {
    std::int64_t sum = 0;
    each_rule([&]<class R>(const R& rule) {
      const auto weight = weight_of<R>().hard;
      if (weight == 0) return true;
      if constexpr (requires { rule.amount_after(board_, change); })
        sum += weight * rule.amount_after(board_, change);
      else
        sum += weight * rule.delta(board_, change);
      return sum <= limit;
    });
    return sum;
  }

  /// What nobody asks of a rule that is off need not be kept up.
  template <class R>
  void remember(R& rule, const Change& change) {
    const auto weight = weight_of<R>();
    if (weight.hard != 0 || weight.soft != 0) rule.apply(board_, change);
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
  decltype(Problem::weights) weights_;
  Score score_;
  std::tuple<Rules...> rules_;
};

}  // namespace engine
