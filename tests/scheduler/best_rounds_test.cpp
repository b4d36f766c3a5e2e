// What best_rounds() promises for any size, and what it must find.
#include "scheduler/rotation/best_rounds.h"

#include "scheduler/rotation/design/difference.h"
#include "scheduler/rotation/design/starter.h"
#include "scheduler/rotation/judge.h"
#include "tests/catch.h"

namespace scheduler {
namespace {

Budget unlimited() {
  return {std::nullopt, Budget::Clock::time_point::max(), nullptr};
}

BestRounds made(const engine::RotationSize& size, std::int64_t steps, std::uint64_t seed = 1) {
  Random random(seed);
  auto budget = unlimited();
  return best_rounds(size, steps, random, budget);
}

std::int64_t cost(int people, int groups, int rounds, bool revisit = true) {
  return made({.people = people, .stations = groups, .rounds = rounds, .revisit = revisit},
              8'000'000)
      .cost;
}

}  // namespace

TEST_CASE("best rounds are whole, even, and cost what they say", "[rounds]") {
  for (int people = 1; people <= 14; ++people)
    for (int groups = 1; groups <= 5; ++groups)
      for (int rounds = 1; rounds <= 5; rounds += 2)
        for (const bool revisit : {true, false}) {
          if (!revisit && rounds > groups) continue;
          INFO(people << " people, " << groups << " groups, " << rounds << " rounds, revisit "
                      << revisit);
          const auto best = made(
              {.people = people, .stations = groups, .rounds = rounds, .revisit = revisit}, 20'000);
          const auto found = judge(best.rounds);
          REQUIRE(found.whole);
          CHECK(best.rounds.people == people);
          CHECK(best.rounds.groups == groups);
          CHECK(best.rounds.count == rounds);
          CHECK(found.spread <= 1);
          CHECK(found.repeat_cost == best.cost);
          CHECK(best.cost >= best.bound);
          CHECK_FALSE(best.method.fr.empty());
          if (!revisit) CHECK(found.most_visits <= 1);
        }
}

TEST_CASE("columns by formula play within them what a smaller search finds", "[rounds]") {
  constexpr std::int64_t kSteps = 100'000'000;  // a small part of them is needed
  CHECK(made({.people = 54, .stations = 18, .rounds = 26}, kSteps).cost == 0);
  CHECK(made({.people = 72, .stations = 24, .rounds = 35}, kSteps).cost == 0);
}

TEST_CASE("no repeat where a short search on a quotient finds a design", "[rounds]") {
  CHECK(cost(24, 6, 7) == 0);
  CHECK(cost(30, 6, 6) == 0);
  CHECK(cost(36, 9, 11) == 0);
  CHECK(cost(80, 10, 5) == 0);
  CHECK(cost(26, 6, 6) == 0);
  CHECK(cost(24, 6, 5, false) == 0);
  CHECK(cost(12, 6, 6, false) == 0);
  CHECK(made({.people = 33, .stations = 11, .rounds = 16}, kThoroughSearch).cost == 0);
}

TEST_CASE("seven rounds of ten tables of eight, whatever the seed", "[rounds]") {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    INFO("seed " << seed);
    CHECK(made({.people = 80, .stations = 10, .rounds = 7}, kThoroughSearch, seed).cost == 0);
  }
}

TEST_CASE("repeats are at their bound where it can be met", "[rounds]") {
  CHECK(cost(16, 4, 8) == 72);
  CHECK(cost(24, 4, 6) == 120);
  CHECK(cost(67, 8, 6) == 45);
  CHECK(cost(23, 5, 5, false) == 30);
  CHECK(cost(39, 4, 4, false) == 270);  // large groups at few stations
  CHECK(cost(45, 3, 3, false) == 441);
}

TEST_CASE("the same seed gives the same rounds", "[rounds]") {
  const engine::RotationSize size{.people = 22, .stations = 5, .rounds = 6};
  const auto once = made(size, 300'000, 7);
  CHECK(once.rounds == made(size, 300'000, 7).rounds);
  CHECK_FALSE(once.rounds == made(size, 300'000, 8).rounds);
}

TEST_CASE("a searched difference matrix is one", "[designs]") {
  Random random(3);
  auto budget = unlimited();
  for (const auto& group : abelian_groups(12)) {
    const auto found = search_shifts({group, 4, 5}, 200'000, random, budget);
    CHECK(judge(developed(found.shifts)).repeat_cost == found.repeats);
  }
  CHECK(abelian_groups(12).size() == 2);
  CHECK(abelian_groups(16).size() == 5);
  CHECK(abelian_groups(1).size() == 1);
}

TEST_CASE("base rounds and still rounds together are a schedule", "[designs]") {
  // Seven rounds made of one, and three that are carried into themselves: a Kirkman system.
  Random random(1);
  auto budget = unlimited();
  bool seen = false;
  for (const auto& shape : starter_shapes(21, 7, 10, false)) {
    if (shape.still == 0) continue;
    seen = true;
    CHECK(counting_allows(shape));
    const auto starter = search_starter(shape, 2'000'000, random, budget);
    const auto judged = judge(starter.rounds);
    CHECK(judged.whole);
    CHECK(judged.spread == 0);
    CHECK(starter.cost == 0);
    CHECK(judged.repeat_cost == 0);
  }
  CHECK(seen);
}

TEST_CASE("what is found at once is kept when no time is left for better", "[designs]") {
  const engine::RotationSize size{.people = 41, .stations = 6, .rounds = 7};
  std::int64_t before = INT64_MAX;
  for (const std::int64_t steps : {2'000, 20'000, 60'000}) {  // the first ends before the hunts
    Random random(1);
    Budget budget(steps, {}, nullptr);
    const auto made = best_rounds(size, kThoroughSearch, random, budget);
    CHECK(made.cost == judge(made.rounds).repeat_cost);
    CHECK(made.cost < 300);  // 2,520 where everybody goes one group further in each round
    CHECK(made.cost <= before);
    before = made.cost;
  }
}

TEST_CASE("with more steps the same search goes further", "[rounds]") {
  for (const engine::RotationSize& size : {engine::RotationSize{95, 10, 6},
                                           engine::RotationSize{59, 7, 7},
                                           engine::RotationSize{38, 6, 6}}) {
    INFO(size.people << " people");
    std::int64_t before = INT64_MAX;
    for (std::int64_t steps = 10'000; steps <= 160'000; steps *= 2) {
      Random random(1);
      Budget budget(steps, {}, nullptr);
      const auto now = best_rounds(size, kThoroughSearch, random, budget).cost;
      CHECK(now <= before);
      before = now;
    }
  }
}

TEST_CASE("a starter without cost is a schedule without repeats, hosts apart", "[designs]") {
  Random random(5);
  auto budget = unlimited();
  int found = 0;
  for (int groups = 3; groups <= 6; ++groups)
    for (int people = 2 * groups; people <= 3 * groups; ++people)
      for (const bool hosts : {false, true})
        for (const auto& shape : starter_shapes(people, groups, 4, hosts)) {
          const auto starter = search_starter(shape, 3'000, random, budget);
          const auto judged = judge(starter.rounds);
          INFO(people << " people, " << groups << " groups, turns " << shape.turns.size()
                      << ", fold " << shape.fold.size() << ", bases " << shape.bases);
          REQUIRE(judged.whole);
          CHECK(judged.spread <= 1);
          CHECK(starter.rounds.count == 4);
          CHECK((starter.cost > 0 || judged.repeat_cost == 0));
          if (starter.cost > 0) continue;
          ++found;
          for (int r = 0; r < 4 && hosts; ++r)
            for (int h = 1; h < groups; ++h)
              for (int i = 0; i < h; ++i) CHECK(starter.rounds.at(r, h) != starter.rounds.at(r, i));
        }
  CHECK(found > 20);
}

}  // namespace scheduler
