// The bound on repeated meetings against every possible table of tiny rotations.
#include "engine/plan/meeting_bound.h"

#include <algorithm>
#include <vector>

#include "engine/plan/repeat_reason.h"
#include "tests/catch.h"

namespace engine {
namespace {

struct Least {
  std::int64_t cost = INT64_MAX;      ///< least sum of m (m - 1) / 2
  std::int64_t meetings = INT64_MAX;  ///< least sum of max(0, m - 1)
};

/// The least of both over all seatings of `rounds` rounds: by enumeration.
Least exact(int people, int stations, int rounds, bool revisit) {
  std::vector<int> seats(static_cast<std::size_t>(people * rounds));
  const auto seat = [&](int p, int r) { return seats[static_cast<std::size_t>(r * people + p)]; };
  const auto visits_twice = [&] {
    for (int p = 0; p < people; ++p)
      for (int r = 0; r < rounds; ++r)
        for (int t = 0; t < r; ++t)
          if (seat(p, r) == seat(p, t)) return true;
    return false;
  };
  Least least;
  const auto look = [&] {
    if (!revisit && visits_twice()) return;
    Least sum{0, 0};
    for (int p = 0; p < people; ++p)
      for (int q = 0; q < p; ++q) {
        std::int64_t m = 0;
        for (int r = 0; r < rounds; ++r) m += seat(p, r) == seat(q, r) ? 1 : 0;
        sum.cost += m * (m - 1) / 2;
        sum.meetings += std::max<std::int64_t>(0, m - 1);
      }
    least.cost = std::min(least.cost, sum.cost);
    least.meetings = std::min(least.meetings, sum.meetings);
  };
  for (;;) {
    look();
    std::size_t i = 0;
    while (i < seats.size() && ++seats[i] == stations) seats[i++] = 0;
    if (i == seats.size()) return least;
  }
}

}  // namespace

TEST_CASE("no rotation repeats less than the bounds say", "[rotation][oracle]") {
  for (int people = 2; people <= 6; ++people)
    for (int stations = 2; stations <= 3; ++stations)
      for (int rounds = 1; rounds * people <= 12 && rounds <= stations; ++rounds)
        for (const bool revisit : {true, false}) {
          INFO(people << " people, " << stations << " stations, " << rounds << " rounds, revisit "
                      << revisit);
          const RotationSize size{.people = people,
                                  .stations = stations,
                                  .rounds = rounds,
                                  .revisit = revisit,
                                  .kept_apart = 0};
          const auto least = exact(people, stations, rounds, revisit);
          CHECK(least_repeat_cost(size) <= least.cost);
          CHECK(least_repeat_meetings(size) <= least.meetings);
          if (!why_people_meet_again(size).empty()) CHECK(least.cost > 0);
        }
}

TEST_CASE("why people meet again is said in figures that can be checked", "[rotation]") {
  const auto why = [](std::int64_t people, std::int64_t tables, std::int64_t rounds) {
    return why_people_meet_again({.people = people, .stations = tables, .rounds = rounds}).en;
  };
  CHECK(why(32, 8, 11) ==
        "in 11 rounds everyone would meet at least 33 people, and there are only 31 others");
  CHECK(why(32, 8, 10).empty());
  CHECK(why(41, 6, 5) == "the 7 people of one table would have to spread over 6 in the next round");
  CHECK(why(5, 3, 6) == "the rounds make 12 meetings, and there are only 10 pairs of people");
  CHECK(why(1, 1, 9).empty());
  CHECK(least_repeat_meetings({.people = 41, .stations = 6, .rounds = 5}) == 20);
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
