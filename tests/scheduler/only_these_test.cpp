// What cannot stay goes elsewhere beside all that stays: against the room that is lost.
#include "scheduler/replan/only_these.h"

#include "tests/catch.h"
#include "tests/scheduler/replan_cases.h"

namespace {

using scheduler::Budget;

Budget steps(std::int64_t count) {
  return {count, Budget::Clock::time_point::max(), nullptr};
}

}  // namespace

TEST_CASE("whoever is not in the room that is lost stays where they are", "[replan]") {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    INFO(seed);
    const auto c = support::full_day(seed);
    REQUIRE(c.plan.feasible);
    const support::Standing standing(c);
    const auto& [adapted, problem, board, model, terms] = standing;
    auto budget = steps(100'000);
    const auto repair = scheduler::only_these_elsewhere(model, terms, budget);
    if (!repair) continue;
    ++found;
    CHECK(engine::PlanEvaluator(repair->board).score().hard == 0);
    problem.blocks.each([&](engine::BlockId b) {
      const auto room = model.room_of(b, board);
      const bool lost = adapted.rooms_lost.contains(adapted.gathering.rooms[room.index()].id.value);
      if (!lost) CHECK(model.at_home(b, repair->board));
      if (lost && repair->board.placed(b)) CHECK(model.room_of(b, repair->board) != room);
    });
    const auto toll = scheduler::toll_of(model, repair->board, terms);
    CHECK(toll.price.people == repair->price.people);
    CHECK(toll.price.loss == repair->price.loss);
  }
  CHECK(found >= 1);
}

TEST_CASE("without a step to spend there is no such repair", "[replan]") {
  const auto c = support::full_day(1);
  const support::Standing standing(c);
  auto budget = steps(0);
  CHECK_FALSE(scheduler::only_these_elsewhere(standing.model, standing.terms, budget));
}
