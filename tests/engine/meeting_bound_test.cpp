// The bound on repeated meetings against every possible table of tiny rotations.
#include "engine/plan/meeting_bound.h"

#include <algorithm>
#include <vector>

#include "engine/plan/impossible.h"
#include "engine/plan/repeat_reason.h"
#include "tests/catch.h"

namespace engine {
namespace {

struct Least {
  std::int64_t cost = INT64_MAX;      ///< least sum of m (m - 1) / 2
  std::int64_t meetings = INT64_MAX;  ///< least sum of max(0, m - 1)
};

/// The least of both over all seatings, by enumeration. With `together`, the first two people
/// sit together in every round.
Least exact(const RotationSize& size) {
  const auto people = static_cast<int>(size.people);
  const auto rounds = static_cast<int>(size.rounds);
  std::vector<int> seats(static_cast<std::size_t>(people * rounds));
  const auto seat = [&](int p, int r) { return seats[static_cast<std::size_t>(r * people + p)]; };
  const auto visits_twice = [&] {
    for (int p = 0; p < people; ++p)
      for (int r = 0; r < rounds; ++r)
        for (int t = 0; t < r; ++t)
          if (seat(p, r) == seat(p, t)) return true;
    return false;
  };
  const auto parted = [&] {
    for (int r = 0; r < rounds; ++r)
      if (seat(0, r) != seat(1, r)) return true;
    return false;
  };
  Least least;
  const auto look = [&] {
    if ((!size.revisit && visits_twice()) || (size.together > 0 && parted())) return;
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
    while (i < seats.size() && ++seats[i] == static_cast<int>(size.stations)) seats[i++] = 0;
    if (i == seats.size()) return least;
  }
}

}  // namespace

TEST_CASE("no rotation repeats less than the bounds say", "[rotation][oracle]") {
  for (int people = 2; people <= 6; ++people)
    for (int stations = 2; stations <= 3; ++stations)
      for (int rounds = 1; rounds * people <= 12 && rounds <= stations; ++rounds)
        for (const bool revisit : {true, false})
          for (const int joined : {0, 1}) {
            INFO(people << " people, " << stations << " stations, " << rounds << " rounds, revisit "
                        << revisit << ", joined " << joined);
            const RotationSize size{.people = people,
                                    .stations = stations,
                                    .rounds = rounds,
                                    .revisit = revisit,
                                    .kept_apart = 0,
                                    .together = joined};
            const auto least = exact(size);
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

TEST_CASE("pairs that always meet cost their repeats whatever the others do", "[rotation]") {
  // Of four people at two tables two are inseparable: over r rounds so are the others.
  for (std::int64_t rounds = 1; rounds <= 5; ++rounds) {
    const RotationSize size{.people = 4,
                            .stations = 2,
                            .rounds = rounds,
                            .revisit = true,
                            .kept_apart = 4,
                            .together = 2};
    CHECK(least_repeat_cost(size) == rounds * (rounds - 1));
    CHECK(least_repeat_meetings(size) == 2 * (rounds - 1));
  }
}

TEST_CASE("what is proved not to exist is a bound of one, with its reason", "[rotation]") {
  const auto size = [](std::int64_t people, std::int64_t tables, std::int64_t rounds) {
    return RotationSize{.people = people,
                        .stations = tables,
                        .rounds = rounds,
                        .revisit = true,
                        .kept_apart = 0,
                        .together = 0,
                        .even = true};
  };
  CHECK(least_repeat_cost(size(36, 6, 4)) == 1);
  CHECK(least_repeat_cost(size(36, 6, 3)) == 0);
  CHECK(least_repeat_meetings(size(100, 10, 11)) == 1);
  CHECK(least_repeat_cost(size(196, 14, 15)) == 1);
  CHECK(least_repeat_cost(size(12, 4, 5)) == 1);
  CHECK(least_repeat_cost({.people = 12, .stations = 4, .rounds = 5}) == 0);
  for (const int order : {2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 25})
    CHECK(why_impossible(size(order * order, order, order + 1)).empty());
  CHECK(why_people_meet_again(size(100, 10, 11)).en == "there is no affine plane of order 10");
}

TEST_CASE("the frontier is where the bound leaves zero", "[rotation]") {
  const auto most = [](std::int64_t people, std::int64_t tables) {
    return most_rounds_without_repeat({.people = people,
                                       .stations = tables,
                                       .rounds = 0,
                                       .revisit = true,
                                       .kept_apart = 0,
                                       .together = 0,
                                       .even = true});
  };
  CHECK(most(32, 8) == 10);
  CHECK(most(36, 6) == 3);
  CHECK(most(30, 6) == 6);
  CHECK(most(20, 10) == 19);
  CHECK(most(41, 6) == 1);
  CHECK(most(4, 4) == INT64_MAX);
}

}  // namespace engine
