/// At the preferred hours: one point per item with `preferred` windows that lies inside none of
/// them, from its start to its end.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class PreferredWindow : public LocalRule<PreferredWindow> {
 public:
  static constexpr RuleId kId = RuleId::PreferredWindow;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind == Change::Kind::Place &&
           !board.problem().preferred[BlockId{change.row}].empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    return misses(view, BlockId{change.row});
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto& problem = board.problem();
    problem.blocks.each([&](BlockId b) {
      if (!problem.preferred[b].empty() && misses(view_of(board), b))
        sink(Finding{kId, 1, problem.blocks[b].first_part, {}, {}, {}});
    });
  }

 private:
  template <class V>
  static bool misses(const V& view, BlockId block) {
    if (!view.placed(block)) return false;
    const Minute start = view.start(block);
    const Interval time{start, start + view.problem().blocks[block].minutes};
    const auto windows = view.problem().preferred[block];
    return std::none_of(
        windows.begin(), windows.end(), [&](Interval w) { return w.contains(time); });
  }
};

}  // namespace engine
