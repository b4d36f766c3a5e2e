/// Counts what a finished schedule is worth, from the table alone: it trusts no construction.
#pragma once

#include <cstdint>

#include "scheduler/rotation/rounds.h"

namespace scheduler {

struct Judgement {
  bool whole = false;                ///< everybody is in a group that exists, in every round
  std::int32_t smallest = 0;         ///< fewest people of a group, over all rounds
  std::int32_t largest = 0;          ///< most people of a group
  std::int32_t spread = 0;           ///< largest difference of sizes within one round
  std::int64_t distinct_pairs = 0;   ///< pairs that meet at least once
  std::int64_t repeat_meetings = 0;  ///< Σ max(0, m − 1) over pairs that meet m times
  std::int64_t repeat_cost = 0;      ///< Σ m (m − 1) / 2
  std::int32_t most_meetings = 0;    ///< largest m
  std::int32_t most_visits = 0;      ///< how often somebody is in the group of one number
};

/// Meetings are those of engine::count_meetings(). Only `whole` is filled when the table is not
/// whole.
[[nodiscard]] Judgement judge(const Rounds& rounds);

}  // namespace scheduler
