/// Schedules that a group of permutations carries along: one base round instead of many.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/rotation/design/abelian_group.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// How a schedule is carried: `turns` × Z_`fold` permutes people, most of them in orbits of its
/// full size, the rest in orbits of `fold` people whom `turns` leaves in place. Each of `bases`
/// base rounds is the same after Z_`fold` and becomes |turns| rounds. fold 1, bases 1: a starter.
/// `still` rounds more, with one orbit per seat of a table, are carried into themselves: one table
/// of theirs becomes all, as in Ray-Chaudhuri and Wilson's systems of triples.
struct StarterShape {
  std::int32_t people = 0;
  std::int32_t groups = 0;
  AbelianGroup turns{{}};
  AbelianGroup fold{{}};  ///< its size divides people and groups
  std::int32_t bases = 1;
  std::int32_t orbits = 0;  ///< of full size; the other people are at most one per group
  bool level = false;       ///< with columns: a last round in which those of one element meet
  std::int32_t still =
      0;               ///< last rounds made of one table each; only with as many turns as groups
  bool hosts = false;  ///< one person of each group never meets the others of that kind

  /// Every orbit of `fold` is a column: people who never meet, one in each group.
  [[nodiscard]] bool columns() const { return fold.size() == groups; }
};

struct Starter {
  Rounds rounds;          ///< hosts come first; columns (orbits of `fold`) are runs of people
  std::int64_t cost = 0;  ///< 0: no pair meets twice and no two hosts meet
};

/// The shapes that give exactly this many rounds, those with the smallest search first.
[[nodiscard]] std::vector<StarterShape> starter_shapes(std::int32_t people,
                                                       std::int32_t groups,
                                                       std::int32_t rounds,
                                                       bool hosts);

/// Are there enough orbits of pairs for every meeting of the base rounds? Without that, no schedule
/// of this shape is free of repeats.
[[nodiscard]] bool counting_allows(const StarterShape& shape);

/// Simulated annealing on the base rounds (starters: Stanton & Mullin 1980; Handbook of
/// Combinatorial Designs, 2nd ed., VI.55). Sizes of groups differ by at most one. Ends at cost 0,
/// after `steps` changes, or with the budget.
[[nodiscard]] Starter search_starter(const StarterShape& shape,
                                     std::int64_t steps,
                                     Random& random,
                                     Budget& budget);

}  // namespace scheduler
