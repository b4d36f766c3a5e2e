/// Who meets whom in each round, as few repeats as can be found: a design, or a search from one.
#pragma once

#include <cstdint>

#include "engine/model/text.h"
#include "engine/plan/meeting_bound.h"
#include "scheduler/rotation/rounds.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

struct BestRounds {
  Rounds rounds;
  engine::Text method;     ///< how it came about, in a few words
  std::int64_t cost = 0;   ///< Σ m (m − 1) / 2 over pairs that meet m times
  std::int64_t bound = 0;  ///< no schedule of this size costs less
  [[nodiscard]] bool proved() const { return cost == bound; }
};

/// Changes tried in all when time is not short: some seconds on one core.
constexpr std::int64_t kThoroughSearch = 250'000'000;

/// Steps of a search that only its budget ends; turns are multiples.
constexpr std::int64_t kNoEnd = INT64_MAX / 1'000;

/// A thorough search goes on for as long as somebody asked for, settled or not; others take
/// `steps`.
[[nodiscard]] inline std::int64_t until_over(std::int64_t steps, const Budget& budget) {
  return steps < kThoroughSearch || budget.settles() ? steps : kNoEnd;
}
/// For a rotation that is one item of a day.
constexpr std::int64_t kShortSearch = 10'000'000;

/// Sizes of groups differ by at most one in each round. Without `revisit` nobody is at a station
/// twice; then there must be at least as many stations as rounds. People, stations and rounds are
/// at least 1. Ends when the bound is met, after `steps` tried changes, or with the budget.
[[nodiscard]] BestRounds best_rounds(const engine::RotationSize& asked,
                                     std::int64_t steps,
                                     Random& random,
                                     Budget& budget);

}  // namespace scheduler
