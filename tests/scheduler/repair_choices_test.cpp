// Which of several people a repair moves, and which groups it closes: tables small enough to see
// it.
#include "scheduler/rotation/repair.h"
#include "tests/catch.h"
#include "tests/scheduler/broken_seatings.h"

namespace {

using namespace scheduler;
using namespace broken_seatings;

/// With each of three seeds: what breaks nothing.
template <class F>
void each_repair(const BrokenSeating& broken, F check) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    auto budget = unlimited();
    const auto repaired = repair_seats(broken, random, budget);
    check_whole(broken, repaired);
    CHECK(repaired.broken == 0);
    check(repaired);
  }
}

}  // namespace

TEST_CASE("groups that are too small in every round go with the others", "[rotation][repair]") {
  // Five people are left: the three who go one way round three topics, and two who go another one.
  Rounds before(5, 3, 3);
  before.group = {2, 2, 2, 1, 1, 0, 0, 0, 2, 2, 1, 1, 1, 0, 0};
  auto broken = from(std::move(before), {.min = 3, .max = 6});
  broken.once = true;
  each_repair(broken, [](const RepairedSeating& repaired) {
    CHECK(repaired.disturbed == std::vector<std::int32_t>{3, 4});
  });
}

TEST_CASE("a topic that is too full is heard in another round", "[rotation][repair]") {
  // Four people with two rounds to come, at topics that take three: two hear them in turn.
  Rounds before(4, 3, 3);
  before.group = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
  auto broken = from(std::move(before), {.min = 2, .max = 3});
  broken.once = true;
  broken.frozen_rounds = 1;
  each_repair(broken, [](const RepairedSeating& repaired) { CHECK(repaired.proved()); });
}

TEST_CASE("what cannot be mended is not made worse", "[rotation][repair]") {
  // Six people at two tables of four or five: two too few, or three were another one to move.
  Rounds before(6, 2, 1);
  before.group = {0, 0, 0, 0, 1, 1};
  const auto broken = from(std::move(before), {.min = 4, .max = 5});
  Random random(1);
  auto budget = unlimited();
  const auto repaired = repair_seats(broken, random, budget);
  check_whole(broken, repaired);
  CHECK(repaired.broken == 2);
  CHECK(repaired.moves.empty());
}

TEST_CASE("whoever the news is about changes rather than anybody else", "[rotation][repair]") {
  // One table lacks somebody; person 8 comes late, and knows it.
  Rounds before(9, 2, 2);
  for (std::int32_t r = 0; r < 2; ++r)
    for (std::int32_t p = 0; p < 9; ++p) before.at(r, p) = p < 4 ? 0 : 1;
  auto broken = from(std::move(before), {.min = 4, .max = 6});
  broken.concerned.assign(9, 0);
  broken.concerned[0] = broken.concerned[8] = 1;
  leave(broken, 0);
  each_repair(broken, [](const RepairedSeating& repaired) {
    CHECK(repaired.disturbed.empty());
    CHECK(repaired.after.at(0, 8) == 0);
    CHECK(repaired.proved());
  });
}

TEST_CASE("of two who could fill a group, the one whom the news is about goes",
          "[rotation][repair]") {
  // Two rounds left. Of four people one has gone home and one comes more: a table of one is left.
  Rounds before(4, 2, 3);
  before.group = {0, kNoGroup, 0, 1, 0, kNoGroup, 1, 0, 0, kNoGroup, 0, 1};
  auto broken = from(std::move(before), {.min = 2, .max = 3});
  broken.frozen_rounds = 1;
  broken.meet_new = true;
  broken.concerned = {1, 0, 0, 0};
  broken.present[1] = 0;  // not there in the first round
  leave(broken, 3);
  each_repair(broken, [](const RepairedSeating& repaired) { CHECK(repaired.people() == 0); });
}
