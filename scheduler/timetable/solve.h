/// Finds a plan: starts, rooms, role holders and who sits where.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "engine/model/text.h"
#include "engine/plan/board.h"
#include "engine/plan/progress.h"
#include "engine/plan/score.h"
#include "engine/problem/problem.h"
#include "scheduler/exact/small.h"
#include "scheduler/explain/conflict.h"
#include "scheduler/rotation/seating.h"

namespace scheduler {

struct Limits {
  double seconds = 10;
  std::optional<std::int64_t> iterations;  ///< steps per thread; with it the clock plays no part
  std::uint64_t seed = 1;
  int threads = 0;      ///< 0: all cores
  bool looked = false;  ///< look_first found nothing before, and need not be asked again
  /// Any plan will do, soon: with `iterations`, a search of so many steps finds one or does not,
  /// whatever the clock, but for one that `seconds` cut short.
  bool any_plan = false;
  std::size_t conflicts = 100;               ///< looked for at most
  std::int64_t proof_work = kMostProofWork;  ///< of each complete search before
  bool settles = false;  ///< ends early, too, when looking for more comfort for a while gained none
};

/// At least 1.
[[nodiscard]] int thread_count(const Limits& limits);

/// What the world may say to a running search, and hear from it.
struct Monitor {
  std::function<void(const engine::Progress&)>
      on_progress;                          ///< called from one thread, a few times a second
  const std::atomic<bool>* stop = nullptr;  ///< set it to end early with the best so far
};

struct Solution {
  engine::Board board;
  engine::Score score;
  double seconds = 0;
  std::vector<Conflict> conflicts;     ///< some: it is proved that no plan has every item
  std::vector<FirstSeating> seatings;  ///< per rotation, also of those left out
};

/// Same problem, seed, threads = 1 and `iterations` give the same board. Never throws for a
/// problem without a plan: the best board found is returned, sessions that fit nowhere left out.
[[nodiscard]] Solution solve(const engine::Problem& problem,
                             const Limits& asked,
                             const Monitor& monitor);

}  // namespace scheduler
