/// How few repeated meetings any table of a rotation can have: proved lower bounds.
#pragma once

#include <cstdint>

namespace engine {

/// The size of a rotation in which everybody is at one of `stations` tables in each of `rounds`.
struct RotationSize {
  std::int64_t people = 0;
  std::int64_t stations = 0;
  std::int64_t rounds = 0;
  bool revisit = true;          ///< may someone sit at a station twice?
  std::int64_t kept_apart = 0;  ///< pairs that may never meet
};

/// A lower bound of Σ m(m−1)/2 over pairs that meet m times, whatever the group sizes: the larger
/// of counting (all pair meetings spread evenly over all pairs) and of comparing rounds two by two
/// (the people of one table must sit at the tables of another round).
[[nodiscard]] std::int64_t least_repeat_cost(const RotationSize& size);

/// A lower bound of Σ max(0, m−1), by the same two arguments: a pair that meets in m rounds meets
/// in at most m−1 pairs of consecutive rounds.
[[nodiscard]] std::int64_t least_repeat_meetings(const RotationSize& size);

}  // namespace engine
