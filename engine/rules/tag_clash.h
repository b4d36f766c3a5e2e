/// No two sessions on one theme in parallel: one point per pair of sessions that share a tag and
/// some of their time, however many tags they share. Those asked to start together are left in
/// peace.
#pragma once

#include <algorithm>

#include "engine/rules/rule.h"

namespace engine {

class TagClash : public LocalRule<TagClash> {
 public:
  static constexpr RuleId kId = RuleId::TagClash;
  using LocalRule::LocalRule;

  [[nodiscard]] bool concerns(const Board& board, const Change& change) const {
    return change.kind == Change::Kind::Place &&
           !board.problem().themes[BlockId{change.row}].empty();
  }

  template <class V>
  [[nodiscard]] std::int64_t around(const V& view, const Change& change) const {
    std::int64_t pairs = 0;
    each_clash(view, BlockId{change.row}, [&](BlockId) { ++pairs; });
    return pairs;
  }

  template <class Sink>
  static void inspect(const Board& board, Sink sink) {
    const auto& problem = board.problem();
    problem.blocks.each([&](BlockId b) {
      each_clash(view_of(board), b, [&](BlockId other) {
        if (b < other)
          sink(Finding{
              kId, 1, problem.blocks[b].first_part, problem.blocks[other].first_part, {}, {}});
      });
    });
  }

 private:
  /// Calls `f(other)` once for each session that clashes with the block.
  template <class V, class F>
  static void each_clash(const V& view, BlockId block, F f) {
    const auto& problem = view.problem();
    if (!view.placed(block)) return;
    for (const ThemeId theme : problem.themes[block])
      for (const BlockId other : problem.with_theme[theme])
        if (other != block && view.placed(other) && time(view, block).overlaps(time(view, other)) &&
            first_shared(problem, block, other) == theme && !asked_for(problem, block, other))
          f(other);
  }

  template <class V>
  static Interval time(const V& view, BlockId block) {
    return {view.start(block), view.start(block) + view.problem().blocks[block].minutes};
  }

  static ThemeId first_shared(const Problem& problem, BlockId a, BlockId b) {
    for (const ThemeId theme : problem.themes[a]) {
      const auto others = problem.themes[b];
      if (std::binary_search(others.begin(), others.end(), theme)) return theme;
    }
    return {};
  }

  static bool asked_for(const Problem& problem, BlockId a, BlockId b) {
    const std::pair<BlockId, BlockId> pair{std::min(a, b), std::max(a, b)};
    return std::binary_search(problem.same_start.begin(), problem.same_start.end(), pair);
  }
};

}  // namespace engine
