/// What a repair costs, and how its moves weigh against each other.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "scheduler/replan/repair_model.h"

namespace scheduler {

/// In the order in which it counts.
struct RepairPrice {
  std::int64_t hard = 0;    ///< what no repair can mend is not counted
  std::int64_t loss = 0;    ///< what is left out
  std::int64_t people = 0;  ///< disturbed, and places left open
  std::int64_t taste = 0;
  std::int64_t soft = 0;
  std::int64_t pages = 0;  ///< on doors and walls that are void

  friend constexpr auto operator<=>(const RepairPrice&, const RepairPrice&) = default;
};

/// From Gathering::repair_order.
struct RepairWeights {
  bool gaps_first = false;   ///< a place left open costs nothing beside people
  bool gaps_last = false;    ///< a place left open is worse than any move
  bool drop_freely = false;  ///< leaving out is weighed by the people it disturbs alone

  /// What places left open add to RepairPrice::people.
  [[nodiscard]] std::int64_t people_for(std::int64_t gaps) const {
    constexpr std::int64_t kMany = std::int64_t{1} << 40;  // more than any number of people
    if (gaps_last) return gaps * kMany;
    return gaps_first ? 0 : gaps;
  }
};

[[nodiscard]] RepairWeights weights_of(const std::vector<engine::RepairMove>& order);

/// What repairs of a plan are charged for.
struct RepairTerms {
  PeopleSet disturbed;  ///< who is so whatever is done
  RepairWeights weights;
};

struct Repair {
  engine::Board board;
  RepairPrice price;
  std::int64_t gaps = 0;  ///< places left open
};

/// What a repair costs, all but `soft` and `hard`.
struct Toll {
  RepairPrice price;
  std::int64_t gaps = 0;  ///< places left open
};

/// Doors and rotations whose sheets say something else than in the standing plan; the sheets people
/// carry go with RepairPrice::people.
[[nodiscard]] std::int64_t pages_void(const RepairModel& model, const engine::Board& board);

/// What `board` costs beside the model's standing plan.
[[nodiscard]] Toll toll_of(const RepairModel& model,
                           const engine::Board& board,
                           const RepairTerms& terms);

}  // namespace scheduler
