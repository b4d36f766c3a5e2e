// A plan read back into decisions is the plan it was.
#include "engine/plan/board_of.h"

#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/timetable/solve.h"
#include "tests/catch.h"
#include "tests/support/random_gathering.h"

TEST_CASE("a plan gives back the board it was written from", "[explain]") {
  int planned = 0;
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const auto gathering = support::random_gathering(seed);
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(gathering, diagnostics);
    if (!problem) continue;
    ++planned;
    const auto solved = scheduler::solve(*problem, {.iterations = 20, .threads = 1}, {});
    const auto plan = engine::make_plan(gathering, *problem, solved.board);
    const auto board = engine::board_of(gathering, *problem, plan);
    const auto again = engine::make_plan(gathering, *problem, board);
    INFO("seed " << seed);
    CHECK(again.sessions == plan.sessions);
    CHECK(again.rotations == plan.rotations);
    CHECK(again.unplaced == plan.unplaced);
    CHECK(again.score.hard == plan.score.hard);
    CHECK(board.unplaced_blocks() == solved.board.unplaced_blocks());
  }
  CHECK(planned > 4);
}

TEST_CASE("what a plan names and the gathering does not is left out", "[explain]") {
  const auto gathering = support::random_gathering(3);
  engine::Diagnostics diagnostics;
  const auto problem = engine::compile(gathering, diagnostics);
  REQUIRE(problem);
  engine::Plan plan;
  plan.sessions.resize(1);
  plan.sessions[0].id = "nothing";
  plan.rotations.resize(1);
  plan.rotations[0].id = "nobody";
  CHECK(engine::board_of(gathering, *problem, plan).unplaced_blocks() == problem->blocks.size());
}
