/// Items that must never run at the same time do not. One point per pair that overlaps.
#pragma once

#include <utility>

#include "engine/rules/block_pairs.h"

namespace engine {

class NotWith : public BlockPairs<NotWith> {
 public:
  using Pair = std::pair<BlockId, BlockId>;
  static constexpr RuleId kId = RuleId::NotWith;
  using BlockPairs::BlockPairs;

  static const auto& pairs(const Problem& problem) { return problem.not_with; }
  static auto pairs_of(const Problem& problem, BlockId b) { return problem.not_with_of[b]; }
  static BlockId first(const Pair& row) { return row.first; }
  static BlockId second(const Pair& row) { return row.second; }

  template <class V>
  static bool broken(const V& view, const Pair& row) {
    return time(view, row.first).overlaps(time(view, row.second));
  }

 private:
  template <class V>
  static Interval time(const V& view, BlockId block) {
    return {view.start(block), view.start(block) + view.problem().blocks[block].minutes};
  }
};

}  // namespace engine
