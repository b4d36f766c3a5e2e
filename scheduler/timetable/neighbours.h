/// Which blocks share people with a block, and which of them are in its way at a time.
#pragma once

#include <vector>

#include "engine/rules/all.h"

namespace scheduler {

/// A flat list, compiled once: searches ask for it at every step.
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
    const auto& starts = evaluator.board().starts();
    for (const auto& near : near_[block]) {
      const auto other = starts[near.block];
      if (other == engine::kNever) continue;
      const bool overlaps = other - start > near.after && other - start < near.before;
      if (overlaps && !f(near.block)) return false;
    }
    return true;
  }

 private:
  /// Another block that shares people, and how far from the first it may not start.
  struct Near {
    engine::BlockId block;
    engine::Minute after = 0;   ///< overlaps when its start minus the first's is more than this
    engine::Minute before = 0;  ///< and less than this
  };

  engine::Lists<engine::BlockId, Near> near_;
};

}  // namespace scheduler
