/// How few repeated meetings any table of a rotation can have: proved lower bounds.
#pragma once

#include <cstdint>

#include "engine/problem/problem.h"

namespace engine {

/// The size of a rotation in which everybody is at one of `stations` tables in each of `rounds`.
struct RotationSize {
  std::int64_t people = 0;
  std::int64_t stations = 0;
  std::int64_t rounds = 0;
  bool revisit = true;          ///< may someone sit at a station twice?
  std::int64_t kept_apart = 0;  ///< pairs that may never meet
  std::int64_t together = 0;    ///< pairs that always meet
  bool even = false;            ///< sizes of groups differ by at most one in each round
};

/// The size of a rotation that seats people, with the pairs that hard rules keep apart or together;
/// `even` is left to who knows it, and so is who misses a round.
[[nodiscard]] RotationSize size_of(const Problem& problem, const RotationRow& rotation);

/// A lower bound of Σ m(m−1)/2 over pairs that meet m times, whatever the group sizes: the largest
/// of counting (all pair meetings spread evenly over all pairs), of comparing rounds two by two
/// (the people of one table must sit at the tables of another round), and of what is known not to
/// exist (why_impossible()). Pairs that always meet are set apart first.
[[nodiscard]] std::int64_t least_repeat_cost(const RotationSize& size);

/// The same of a rotation that seats people, a row of the problem or a copy with others absent.
/// Where some of them miss rounds or stations rest, pairs are counted over the rounds in which both
/// are there, and rounds over the stations that are open.
/// `within_reach`: of tables that keep everybody to stations with what they need; the few people of
/// one such station meet in every round.
[[nodiscard]] std::int64_t least_repeat_cost(const Problem& problem,
                                             const RotationRow& rotation,
                                             bool within_reach = true);

/// A lower bound of Σ max(0, m−1), by the same two arguments: a pair that meets in m rounds meets
/// in at most m−1 pairs of consecutive rounds.
[[nodiscard]] std::int64_t least_repeat_meetings(const RotationSize& size);

/// No more rounds than this can pass without a repeat; INT64_MAX when nobody ever meets. `size`
/// says everything but the rounds. What is reached may be fewer.
[[nodiscard]] std::int64_t most_rounds_without_repeat(RotationSize size);

}  // namespace engine
