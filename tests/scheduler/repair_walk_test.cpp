// The walk against the tree it starts from: never worse, sound, and better where a room is lost on
// a full day.
#include "scheduler/replan/repair_walk.h"

#include "tests/catch.h"
#include "tests/scheduler/replan_cases.h"

namespace {

using scheduler::Budget;
using scheduler::Random;

Budget steps(std::int64_t count) {
  return {count, Budget::Clock::time_point::max(), nullptr};
}

}  // namespace

TEST_CASE("a walk betters what a search tree had no time for", "[replan]") {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    INFO(seed);
    const auto c = support::full_day(seed);
    REQUIRE(c.plan.feasible);
    const support::Standing standing(c);
    const auto& [adapted, problem, board, model, terms] = standing;
    auto short_time = steps(2'000);
    const auto tree = scheduler::RepairSearch(model, board, terms, short_time).run(nullptr);
    auto budget = steps(20'000);
    const auto walked = scheduler::RepairWalk(model, terms, tree.repair, Random(seed), budget)
                            .run(tree.bound, nullptr);
    CHECK(walked.price <= tree.repair.price);
    CHECK(walked.price.people >= tree.bound);
    CHECK(engine::PlanEvaluator(walked.board).score().hard == 0);
    const auto toll = scheduler::toll_of(model, walked.board, terms);
    CHECK(toll.price.loss == walked.price.loss);
    CHECK(toll.price.people == walked.price.people);
    if (walked.price < tree.repair.price) ++better;
  }
  CHECK(better >= 3);
}
