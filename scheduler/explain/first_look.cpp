#include "scheduler/explain/first_look.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

#include "scheduler/exact/small.h"
#include "scheduler/explain/emptied.h"
#include "scheduler/explain/impossible.h"

namespace scheduler {
namespace {

constexpr double kShareOfTime = 0.5;
constexpr double kSecondsForAPart = 0.5;
constexpr std::int64_t kStepsForAPart = 5'000;

Budget budget_of(const Limits& limits, const Monitor& monitor) {
  std::optional<std::int64_t> steps;
  if (limits.iterations) steps = INT64_MAX;
  const auto seconds = std::chrono::duration<double>(limits.seconds * kShareOfTime);
  const auto deadline =
      Budget::Clock::now() + std::chrono::duration_cast<Budget::Clock::duration>(seconds);
  Budget budget(steps, deadline, monitor.stop);
  if (limits.any_plan) budget.hurry();
  return budget;
}

}  // namespace

FirstLook look_first(const engine::Problem& problem, const Limits& limits, const Monitor& monitor) {
  if (limits.looked) return {};
  const auto domains = domains_of(problem);
  FirstLook look{impossible(problem, domains, limits.conflicts), {}};
  if (!look.conflicts.empty()) return look;
  auto budget = budget_of(limits, monitor);
  auto search = search_small(problem, domains, budget, limits.proof_work);
  look.start = std::move(search.board);
  if (search.outcome != Outcome::None) return look;
  const PairRules rules(problem, domains);
  Emptied emptied{std::move(search.in_the_way), 0};
  for (std::size_t i = 0; i < emptied.blocks.size(); ++i)
    for (std::size_t j = i + 1; j < emptied.blocks.size(); ++j)
      emptied.rules |= rules.between(emptied.blocks[i], emptied.blocks[j]).rules;
  look.conflicts.push_back(conflict_of(problem, domains, emptied));
  return look;
}

Limits limits_after(const FirstLook& look, const Limits& limits) {
  auto left = limits;
  if (look.conflicts.empty()) return left;
  left.seconds = std::min(left.seconds, kSecondsForAPart);
  if (left.iterations) left.iterations = std::min(*left.iterations, kStepsForAPart);
  return left;
}

}  // namespace scheduler
