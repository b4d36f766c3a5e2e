/// Items that must start together do. One point per pair that does not.
#pragma once

#include <utility>

#include "engine/rules/block_pairs.h"

namespace engine {

class SameStart : public BlockPairs<SameStart> {
 public:
  using Pair = std::pair<BlockId, BlockId>;
  static constexpr RuleId kId = RuleId::SameStart;
  using BlockPairs::BlockPairs;

  static const auto& pairs(const Problem& problem) { return problem.same_start; }
  static auto pairs_of(const Problem& problem, BlockId b) { return problem.same_start_of[b]; }
  static BlockId first(const Pair& row) { return row.first; }
  static BlockId second(const Pair& row) { return row.second; }

  template <class V>
  static bool broken(const V& view, const Pair& row) {
    return view.start(row.first) != view.start(row.second);
  }
};

}  // namespace engine
