// The bound on repeated meetings against every possible table of tiny rotations.
#include "engine/plan/meeting_bound.h"

#include <algorithm>
#include <map>
#include <vector>

#include "tests/catch.h"

namespace engine {
namespace {

/// Least repeat cost over all seatings of `rounds` rounds: by enumeration.
std::int64_t exact(int people, int stations, int rounds, bool revisit) {
  std::vector<int> seats(static_cast<std::size_t>(people * rounds));
  std::int64_t best = INT64_MAX;
  const auto cost = [&]() -> std::int64_t {
    std::int64_t sum = 0;
    for (int p = 0; p < people; ++p) {
      for (int q = 0; q < p; ++q) {
        std::int64_t m = 0;
        for (int r = 0; r < rounds; ++r)
          m += seats[static_cast<std::size_t>(r * people + p)] ==
               seats[static_cast<std::size_t>(r * people + q)];
        sum += m * (m - 1) / 2;
      }
      for (int r = 0; r < rounds && !revisit; ++r)
        for (int t = 0; t < r; ++t)
          if (seats[static_cast<std::size_t>(r * people + p)] ==
              seats[static_cast<std::size_t>(t * people + p)])
            return INT64_MAX;
    }
    return sum;
  };
  for (;;) {
    best = std::min(best, cost());
    std::size_t i = 0;
    while (i < seats.size() && ++seats[i] == stations) seats[i++] = 0;
    if (i == seats.size()) return best;
  }
}

}  // namespace

TEST_CASE("no rotation repeats less than the bound says", "[rotation][oracle]") {
  for (int people = 2; people <= 6; ++people)
    for (int stations = 2; stations <= 3; ++stations)
      for (int rounds = 1; rounds * people <= 12 && rounds <= stations; ++rounds)
        for (const bool revisit : {true, false}) {
          INFO(people << " people, " << stations << " stations, " << rounds << " rounds, revisit "
                      << revisit);
          const auto bound = least_repeat_cost({.people = people,
                                                .stations = stations,
                                                .rounds = rounds,
                                                .revisit = revisit,
                                                .kept_apart = 0});
          CHECK(bound <= exact(people, stations, rounds, revisit));
        }
}

TEST_CASE("the bound is met where the literature says so", "[rotation]") {
  const auto bound =
      [](std::int64_t people, std::int64_t tables, std::int64_t rounds, bool revisit = true) {
        return least_repeat_cost({.people = people,
                                  .stations = tables,
                                  .rounds = rounds,
                                  .revisit = revisit,
                                  .kept_apart = 0});
      };
  CHECK(bound(41, 6, 5) == 50);
  CHECK(bound(30, 4, 3) == 42);
  CHECK(bound(120, 10, 5) == 200);
  CHECK(bound(67, 8, 6) == 45);
  CHECK(bound(25, 5, 5, false) == 50);
  CHECK(bound(25, 5, 5) == 0);
}

}  // namespace engine
