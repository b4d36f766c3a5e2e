/// Which blocks share people with a block, and which of them are in its way at a time.
#pragma once

#include <vector>

#include "engine/rules/all.h"

namespace scheduler {

/// Compiled once: searches ask for it at every step. Those who start near a moment are few, those
/// who share people with a block are often most of the gathering.
class Neighbours {
 public:
  explicit Neighbours(const engine::Problem& problem);

  /// Calls `f(block)` for each placed block whose people `block` would take away if it began at
  /// `start`, row `tick` of Problem::ticks, until one call is false. False when one was.
  template <class F>
  bool all_in_the_way(const engine::PlanEvaluator& evaluator,
                      engine::BlockId block,
                      engine::Minute start,
                      std::size_t tick,
                      F f) const {
    const auto found = evaluator.rule<engine::PersonOverlap>().taken(block, tick);
    if (found.parts == 0) return true;
    if (found.parts == 1) return f(engine::BlockId{static_cast<std::int32_t>(found.blocks)});
    const auto& board = evaluator.board();
    const auto each_of = [&](std::size_t row) {
      for (const auto other : board.starting(row))
        if (overlaps(block, other, board.start(other) - start) && !f(other)) return false;
      return true;
    };
    const auto& ticks = evaluator.problem().ticks;
    const auto reach = of_any_[block.index()];
    const auto [first, last] = ticks.between(start + reach.after, start + reach.before);
    for (std::size_t row = first; row < last; ++row)
      if (!each_of(row)) return false;
    return each_of(ticks.size());
  }

 private:
  /// How far from the start of a block another may not start.
  struct Reach {
    engine::Minute after = 0;   ///< overlaps when it starts later than this, counted from the first
    engine::Minute before = 0;  ///< and earlier than this
    [[nodiscard]] bool holds(engine::Minute later) const { return later > after && later < before; }
  };
  struct Near {
    engine::BlockId block;
    Reach reach;
  };

  [[nodiscard]] bool overlaps(engine::BlockId block,
                              engine::BlockId other,
                              engine::Minute later) const {
    return shares_people_[block.index() * blocks_ + other.index()] &&
           (of_all_[block.index()].holds(later) || too_close(block, other, later));
  }
  [[nodiscard]] bool too_close(engine::BlockId block,
                               engine::BlockId other,
                               engine::Minute later) const;

  std::size_t blocks_ = 0;
  std::vector<bool> shares_people_;            ///< [block × blocks + other]
  engine::Lists<engine::BlockId, Near> near_;  ///< others that share people, in their order; a pair
                                               ///< of parts each
  std::vector<Reach> of_any_;                  ///< per block: outside, nothing overlaps
  std::vector<Reach> of_all_;                  ///< per block: inside, all that share people do
};

}  // namespace scheduler
