#include "engine/rules/person_overlap.h"

namespace engine {

PersonOverlap::PersonOverlap(const Problem& problem, const Board& board)
    : PersonPairs(problem, board), blocks_(problem.blocks.size()) {
  if (OverlapCost::never(problem)) return;
  taken_.resize(blocks_ * problem.ticks.size());
  problem.blocks.each([&](BlockId b) { add(problem, b, board.start(b), 1); });
}

void PersonOverlap::apply(const Board& board, const Change& change) {
  if (change.kind != Change::Kind::Place || taken_.empty()) return;
  const BlockId block{change.row};
  add(board.problem(), block, board.start(block), -1);
  add(board.problem(), block, change.start, 1);
}

std::int64_t PersonOverlap::counted(const Board& board, BlockId block, Minute start) {
  const View<Moment::Then> view(board, Change::place(block, start));
  std::int64_t sum = 0;
  each_part(view.problem(), block, [&](PartId part) {
    for (const auto& n : view.problem().neighbours[part])
      if (view.placed(view.block_of(n.part)) && view.time(part).overlaps(view.time(n.part)))
        sum += n.people;
  });
  return sum;
}

/// Counts the people of a block that starts (sign 1) or no longer starts (−1) then, in the rows of
/// those who share them.
void PersonOverlap::add(const Problem& problem, BlockId block, Minute start, int sign) {
  if (start == kNever) return;
  each_part(problem, block, [&](PartId part) {
    const Minute from = start + problem.parts[part].offset;
    const Minute to = from + problem.parts[part].minutes;
    const auto number = static_cast<std::uint32_t>(block.value * sign);
    Interval overlapping;  // starts strictly inside it overlap
    std::pair<std::size_t, std::size_t> rows;
    for (const auto& n : problem.neighbours[part]) {
      const auto& other = problem.parts[n.part];
      const Interval stretch{from - other.offset - other.minutes, to - other.offset};
      if (stretch != overlapping) rows = problem.ticks.between(stretch.from, stretch.to);
      overlapping = stretch;
      for (std::size_t t = rows.first; t < rows.second; ++t) {
        auto& cell = taken_[t * blocks_ + other.block.index()];
        cell.people += sign * n.people;
        cell.parts += sign;
        cell.blocks += number;
      }
    }
  });
}

}  // namespace engine
