// The walk against the tree it starts from: never worse, sound, and better where a room is lost on
// a full day.
#include "scheduler/replan/repair_walk.h"

#include <fmt/format.h>

#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/replan/repair_search.h"
#include "scheduler/timetable/solve.h"
#include "tests/catch.h"
#include "tests/support/gathering_builder.h"

namespace {

using scheduler::Budget;
using scheduler::Random;

/// Three rooms for eight half hours, and sixteen sessions of people who are in four each.
engine::Gathering full_day(Random& random) {
  support::GatheringBuilder b;
  b.g.grid = b.at(engine::Minute{30});
  b.day("2026-06-01", "09:00", "13:00");
  b.site("house");
  for (const auto* room : {"r0", "r1", "r2"}) b.room(room, "house", 20);
  b.people(30);
  for (int i = 0; i < 16; ++i) b.session(fmt::format("s{}", i), 30).audience = b.who("registered");
  for (int p = 0; p < 30; ++p)
    for (int n = 0; n < 4; ++n)
      b.registration(fmt::format("p{}", p), fmt::format("s{}", 4 * n + int(random.below(4))));
  return std::move(b.g);
}

Budget steps(std::int64_t count) {
  return {count, Budget::Clock::time_point::max(), nullptr};
}

}  // namespace

TEST_CASE("a walk betters what a search tree had no time for", "[replan]") {
  int better = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    INFO(seed);
    Random random(seed);
    const auto gathering = full_day(random);
    const auto problem = engine::compile_in_spite(gathering);
    const auto solved = scheduler::solve(problem, {.iterations = 3'000, .threads = 1}, {});
    const auto plan = engine::make_plan(gathering, problem, solved.board);
    REQUIRE(plan.feasible);
    const auto adapted =
        scheduler::adapt(gathering,
                         problem,
                         plan,
                         {{.kind = scheduler::Disruption::Kind::RoomOut, .item = "r0"}},
                         {});
    const auto now = engine::compile_in_spite(adapted.gathering);
    const auto board = engine::board_of(adapted.gathering, now, adapted.plan);
    const scheduler::RepairModel model(adapted, {}, now, board);
    const scheduler::RepairTerms terms{scheduler::PeopleSet(now.people), {}};
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
