/// On the date that suits most: what the answers to a poll cost at the start that was chosen. One
/// point per person who comes if need be, answered other dates only, or is stood in for; two per
/// person who cannot come.
#pragma once

#include "engine/rules/rule.h"

namespace engine {

class PollAnswer : public LocalRule<PollAnswer> {
 public:
  static constexpr RuleId kId = RuleId::PollAnswer;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind == Change::Kind::Place &&
           !board.problem().poll_prices[BlockId{change.row}].empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    each_price(view, BlockId{change.row}, [&](const PollPrice& price) { sum += price.units; });
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto& problem = board.problem();
    const auto view = view_of(board);
    problem.blocks.each([&](BlockId b) {
      each_price(view, b, [&](const PollPrice& price) {
        sink(Finding{kId, price.units, problem.blocks[b].first_part, {}, {}, price.person});
      });
    });
  }

 private:
  template <class V, class F>
  static void each_price(const V& view, BlockId block, F f) {
    if (!view.placed(block)) return;
    for (const auto& price : view.problem().poll_prices[block])
      if (price.start == view.start(block)) f(price);
  }
};

}  // namespace engine
