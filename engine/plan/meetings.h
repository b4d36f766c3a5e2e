/// Counts who met whom in a finished table of a rotation; it trusts nobody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace engine {

/// [round][group]: people, numbered from 0.
using SeatingTable = std::vector<std::vector<std::vector<std::int32_t>>>;

struct Meetings {
  std::int64_t repeat_meetings = 0;  ///< sum of max(0, m - 1) over pairs meeting m times
  std::int64_t repeat_cost = 0;      ///< sum of m (m - 1) / 2
  std::int64_t pairs_again = 0;      ///< pairs that meet more than once
  std::int64_t pairs = 0;            ///< pairs that meet
  std::int32_t most = 0;             ///< meetings of the pair that meets most
  std::int32_t fewest_met = 0;       ///< different people met by whoever meets fewest
  std::int32_t most_met = 0;         ///< by whoever meets most
};

/// Time: the meetings, and the square of the people; memory: a few numbers per person and seat.
[[nodiscard]] Meetings count_meetings(std::int32_t people, const SeatingTable& rounds);

/// The largest number of people by which a group is above or below its proportional share of one
/// value; `values` has the value of each person, numbered from 0.
[[nodiscard]] double largest_deviation(const std::vector<std::size_t>& values,
                                       const SeatingTable& rounds);

/// No round with groups of these sizes, which add up to the number of values, has a smaller one:
/// people cannot be divided, so that rounding leaves something of each share.
[[nodiscard]] double least_deviation(const std::vector<std::size_t>& values,
                                     const std::vector<std::int64_t>& sizes);

}  // namespace engine
