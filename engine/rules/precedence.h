/// One item comes after another, with the gaps asked for. One point per pair out of order.
#pragma once

#include "engine/rules/block_pairs.h"

namespace engine {

class InOrder : public BlockPairs<InOrder> {
 public:
  static constexpr RuleId kId = RuleId::Precedence;
  using BlockPairs::BlockPairs;

  static const auto& pairs(const Problem& problem) { return problem.precedences; }
  static auto pairs_of(const Problem& problem, BlockId b) { return problem.precedences_of[b]; }
  static BlockId first(const Precedence& row) { return row.earlier; }
  static BlockId second(const Precedence& row) { return row.later; }

  template <class V>
  static bool broken(const V& view, const Precedence& row) {
    const Minute end = view.start(row.earlier) + view.problem().blocks[row.earlier].minutes;
    const Minute start = view.start(row.later);
    const Minute wait = start - end;
    return wait < row.gap || wait > row.max_gap ||
           !days_are_right(row, view.problem().term_days, day_of(end), day_of(start));
  }
};

}  // namespace engine
