#include "scheduler/timetable/packing.h"

#include "scheduler/search/cooling.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {
namespace {

/// In sessions: at the first temperature one more waits in 150 moves that ask for it, at the last
/// one in 4,000 (measured: docs/adr/0011).
constexpr Cooling kCooling{.first = 0.2, .last = 0.12};
constexpr std::int64_t kStepsPerTemperature = 256;

Blocks plain_sessions(const engine::Problem& problem, const Blocks& group) {
  Blocks found;
  for (const auto block : group)
    if (is_plain_session(problem, block)) found.push_back(block);
  return found;
}

}  // namespace

Packing::Packing(engine::PlanEvaluator& evaluator, const Spots& spots, Random& random)
    : evaluator_(evaluator),
      random_(random),
      neighbours_(evaluator.problem()),
      eviction_(evaluator, spots, neighbours_) {}

bool Packing::run(const Blocks& group,
                  std::int64_t steps,
                  Incumbent& best,
                  const Ends& ends,
                  const OnBetter& on_better) {
  eviction_.list(plain_sessions(evaluator_.problem(), group));
  if (eviction_.waiting().empty()) return false;
  Climate now{.temperature = 0, .price = 1, .all_back = false};
  for (std::int64_t i = 0; i < steps && !eviction_.waiting().empty() && !ends(); ++i) {
    if (i % kStepsPerTemperature == 0)
      now.temperature = kCooling.at(static_cast<double>(i) / static_cast<double>(steps));
    if (eviction_.step(now, tolerance(now.temperature, random_), random_) &&
        best.improve(evaluator_))
      on_better(best.score());
  }
  return true;
}

}  // namespace scheduler
