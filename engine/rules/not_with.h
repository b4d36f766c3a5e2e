/// Items that must never run at the same time do not, nor follow each other sooner than asked. One
/// point per pair that overlaps or is too near.
#pragma once

#include <algorithm>

#include "engine/rules/block_pairs.h"

namespace engine {

class NeverTogether : public BlockPairs<NeverTogether> {
 public:
  static constexpr RuleId kId = RuleId::NotWith;
  using BlockPairs::BlockPairs;

  static const auto& pairs(const Problem& problem) { return problem.not_with; }
  static auto pairs_of(const Problem& problem, BlockId b) { return problem.not_with_of[b]; }
  static BlockId first(const Separation& row) { return row.first; }
  static BlockId second(const Separation& row) { return row.second; }

  template <class V>
  static bool broken(const V& view, const Separation& row) {
    const auto time = span(view, row.first);
    return Interval{time.from - row.gap, time.to + row.gap}.overlaps(span(view, row.second));
  }

 private:
  /// From the first start to the last end of the item: what falls between two rounds of a rotation
  /// falls within it.
  template <class V>
  static Interval span(const V& view, BlockId block) {
    const auto [first, last] = blocks_of_item(view.problem(), block);
    Interval time{view.start(block), view.start(block)};
    for (BlockId b = first; b <= last; ++b.value) {
      if (!view.placed(b)) continue;
      time.from = std::min(time.from, view.start(b));
      time.to = std::max(time.to, view.start(b) + view.problem().blocks[b].minutes);
    }
    return time;
  }
};

}  // namespace engine
