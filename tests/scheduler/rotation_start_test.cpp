// What a formula start promises: even groups, no repeat, every station once.
#include "scheduler/rotation/judge.h"
#include "scheduler/rotation/start.h"
#include "tests/catch.h"

namespace scheduler {
namespace {

void check(const engine::RotationSize& size) {
  const auto schedule = by_formula(size);
  if (!schedule) return;
  INFO(size.people << " people, " << size.stations << " groups, " << size.rounds
                   << " rounds, revisit " << size.revisit << ": " << schedule->method.en);
  const auto found = judge(schedule->rounds);
  REQUIRE(found.whole);
  CHECK(schedule->rounds.people == size.people);
  CHECK(schedule->rounds.groups == size.stations);
  CHECK(schedule->rounds.count == size.rounds);
  CHECK(found.spread <= 1);
  CHECK(found.repeat_cost == 0);
  if (!size.revisit) CHECK(found.most_visits <= 1);
}

bool zero(int people, int groups, int rounds, bool revisit = true) {
  return by_formula({.people = people, .stations = groups, .rounds = rounds, .revisit = revisit})
      .has_value();
}

}  // namespace

TEST_CASE("a start by formula has even groups and no repeat", "[designs]") {
  for (int groups = 1; groups <= 9; ++groups)
    for (int people = 1; people <= groups * groups; ++people)
      for (int rounds = 1; rounds <= groups + 2; ++rounds)
        for (const bool revisit : {true, false})
          check({.people = people, .stations = groups, .rounds = rounds, .revisit = revisit});
}

TEST_CASE("people left out of a design cost it nothing", "[designs]") {
  CHECK(zero(23, 5, 5));
  CHECK(zero(24, 5, 6));
  CHECK(zero(33, 7, 7));
  CHECK(zero(47, 8, 8));
  CHECK(zero(31, 8, 9));
  CHECK_FALSE(zero(24, 5, 7));
}

TEST_CASE("a column of hosts makes stations of a design", "[designs]") {
  CHECK(zero(20, 5, 5, false));
  CHECK(zero(12, 4, 4, false));
  CHECK(zero(28, 7, 7, false));
  CHECK(zero(48, 8, 8, false));
  CHECK(zero(20, 10, 10, false));
  CHECK(zero(19, 5, 4, false));
  CHECK_FALSE(zero(20, 5, 6, false));
  CHECK_FALSE(zero(25, 5, 5, false));
}

TEST_CASE("a hall of five thousand needs no square table of pairs", "[designs]") {
  const auto schedule =
      by_formula({.people = 4990, .stations = 500, .rounds = 6, .revisit = false});
  REQUIRE(schedule);
  const auto found = judge(schedule->rounds);
  CHECK(found.repeat_cost == 0);
  CHECK(found.spread == 1);
  CHECK(found.most_visits == 1);
}

}  // namespace scheduler
