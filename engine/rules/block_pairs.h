/// The base of rules over listed pairs of blocks: precedence, same-start, not-with.
#pragma once

#include "engine/rules/rule.h"

namespace engine {

/// One point per listed pair that is broken while both are placed. `R::pairs(problem)` is the list,
/// `R::pairs_of(problem, block)` the rows naming a block, `R::first/second(row)` its blocks and
/// `R::broken(view, row)` the test, asked only when both are placed.
template <class R>
class BlockPairs : public LocalRule<R> {
 public:
  using LocalRule<R>::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind == Change::Kind::Place &&
           !R::pairs_of(board.problem(), BlockId{change.row}).empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t sum = 0;
    for (const auto row : R::pairs_of(view.problem(), BlockId{change.row}))
      sum += fails(view, R::pairs(view.problem())[static_cast<std::size_t>(row)]);
    return sum;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto view = view_of(board);
    const auto& problem = board.problem();
    for (const auto& row : R::pairs(problem))
      if (fails(view, row))
        sink(Finding{R::kId,
                     1,
                     problem.blocks[R::second(row)].first_part,
                     problem.blocks[R::first(row)].first_part,
                     {},
                     {}});
  }

 private:
  template <class V, class Row>
  static bool fails(const V& view, const Row& row) {
    return view.placed(R::first(row)) && view.placed(R::second(row)) && R::broken(view, row);
  }
};

}  // namespace engine
