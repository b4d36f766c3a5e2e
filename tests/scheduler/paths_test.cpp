// Ways through stations without a design, and the exchanges that better them.
#include "scheduler/rotation/paths.h"

#include "scheduler/rotation/best_rounds.h"
#include "scheduler/rotation/judge.h"
#include "tests/catch.h"

namespace {

using namespace scheduler;

engine::RotationSize stations(std::int64_t people, std::int64_t groups, std::int64_t rounds) {
  return {.people = people, .stations = groups, .rounds = rounds, .revisit = false};
}

void check_ways(const Rounds& rounds) {
  const auto judged = judge(rounds);
  CHECK(judged.whole);
  CHECK(judged.spread <= 1);
  CHECK(judged.most_visits == 1);
}

}  // namespace

TEST_CASE("ways by chance are even and lead nobody back to a station", "[rounds]") {
  Random random(1);
  for (std::int64_t groups = 2; groups <= 9; ++groups)
    for (std::int64_t people = groups; people <= 4 * groups; people += 1 + groups / 3)
      for (std::int64_t rounds = 1; rounds <= groups; ++rounds) {
        INFO(people << " people, " << groups << " groups, " << rounds << " rounds");
        check_ways(random_paths(stations(people, groups, rounds), random));
      }
}

TEST_CASE("paths that people exchange stay ways, and repeat less", "[rounds]") {
  for (const auto& size : {stations(37, 7, 6), stations(30, 6, 6), stations(24, 8, 5)}) {
    Random random(2);
    Budget budget(std::int64_t{1'000'000}, {}, nullptr);
    const auto start = random_paths(size, random);
    const auto better = along_paths(start, 0.9, 60'000, 0, random, budget);
    check_ways(better);
    CHECK(10 * judge(better).repeat_cost < 9 * judge(start).repeat_cost);
  }
}

TEST_CASE("large groups at all stations do not go round whole", "[rounds]") {
  for (const auto& size : {stations(64, 8, 8), stations(93, 14, 12)}) {
    Random random(1);
    Budget budget(60'000, {}, nullptr);
    const auto made = best_rounds(size, kThoroughSearch, random, budget);
    check_ways(made.rounds);
    CHECK(made.cost < 2'000);  // 6,272 and 17,424 in groups that stay whole
  }
}
