/// Nobody is in two places at once. One point per person and pair of items that overlap.
#pragma once

#include <vector>

#include "engine/rules/person_pairs.h"

namespace engine {

struct OverlapCost {
  static constexpr RuleId kId = RuleId::PersonOverlap;
  static constexpr bool kUsesPlaces = false;

  static bool never(const Problem& problem) {
    const auto& weight = problem.weights[static_cast<std::size_t>(kId)];
    return weight.hard == 0 && weight.soft == 0;
  }

  template <class V>
  static std::int64_t pair(const V& view, Presence a, Presence b) {
    return view.time(a.part).overlaps(view.time(b.part)) ? 1 : 0;
  }
};

/// Who would be in the way of a block at one tick.
struct Taken {
  std::int32_t people = 0;  ///< attendees it shares with placed blocks, once for each of these
  std::int32_t parts = 0;   ///< pairs of overlapping parts, one of its own and one of another block
  std::uint32_t blocks = 0;  ///< sum of the other blocks' numbers: with one pair, the block itself
};

/// Keeps, for every block and tick, how many of its people would be taken by other placed blocks,
/// so that a search may ask what a new start breaks without a look at those around it. Making a
/// change costs a walk over the neighbours; searches try far more changes than they make.
class PersonOverlap : public PersonPairs<OverlapCost> {
 public:
  PersonOverlap(const Problem& problem, const Board& board);

  [[nodiscard]] std::int64_t delta(const Board& board, const Change& change) const {
    if (change.kind != Change::Kind::Place || taken_.empty())
      return PersonPairs::delta(board, change);
    const BlockId block{change.row};
    return people_taken(board, block, change.start) -
           people_taken(board, block, board.start(block)) + of_holders(board, change);
  }

  /// As `delta`, on a board where nobody is in two places.
  [[nodiscard]] std::int64_t amount_after(const Board& board, const Change& change) const {
    if (change.kind != Change::Kind::Place || taken_.empty())
      return PersonPairs::amount_after(board, change);
    return people_taken(board, BlockId{change.row}, change.start) +
           holders_around(View<Moment::Then>(board, change), change);
  }

  void apply(const Board& board, const Change& change);

  /// Holders of open places aside; nobody when the rule is off.
  [[nodiscard]] Taken taken(BlockId block, std::size_t tick) const {
    return taken_.empty() ? Taken{} : taken_[tick * blocks_ + block.index()];
  }

 private:
  [[nodiscard]] std::int64_t people_taken(const Board& board, BlockId block, Minute start) const {
    if (start == kNever) return 0;
    const auto tick = board.problem().ticks.row_of(start);
    return tick < 0 ? counted(board, block, start)
                    : taken(block, static_cast<std::size_t>(tick)).people;
  }
  /// The same without the table, for a start that is no candidate of any block.
  [[nodiscard]] static std::int64_t counted(const Board& board, BlockId block, Minute start);
  [[nodiscard]] std::int64_t of_holders(const Board& board, const Change& change) const {
    return holders_around(View<Moment::Then>(board, change), change) -
           holders_around(View<Moment::Now>(board, change), change);
  }
  void add(const Problem& problem, BlockId block, Minute start, int sign);

  std::size_t blocks_ = 0;
  std::vector<Taken> taken_;  ///< [tick × blocks + block]: one start, many neighbours
};

}  // namespace engine
