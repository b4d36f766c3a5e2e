/// Items that must never run at the same time do not. One point per pair that overlaps.
#pragma once

#include <algorithm>
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
  /// From the first start to the last end of the item: what falls between two rounds of a rotation
  /// falls within it.
  template <class V>
  static Interval time(const V& view, BlockId block) {
    const auto [first, last] = blocks_of_item(view.problem(), block);
    Interval span{view.start(block), view.start(block)};
    for (BlockId b = first; b <= last; ++b.value) {
      if (!view.placed(b)) continue;
      span.from = std::min(span.from, view.start(b));
      span.to = std::max(span.to, view.start(b) + view.problem().blocks[b].minutes);
    }
    return span;
  }
};

}  // namespace engine
