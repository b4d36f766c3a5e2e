// The search for seats where every table is to mirror the whole: what it must find, whatever meets
// again.
#include "scheduler/rotation/best_seats.h"

#include <algorithm>

#include "scheduler/rotation/mixed_rounds.h"
#include "scheduler/rotation/whole_groups.h"
#include "tests/catch.h"

namespace {

using namespace scheduler;

Budget unlimited() {
  return {std::int64_t{100'000'000}, Budget::Clock::time_point{}, nullptr};
}

/// A remix at tables of one size for people of these profiles, whoever of `units` kept together.
SeatTask remix(std::vector<Unit> units,
               std::vector<std::int32_t> profiles,
               std::int32_t tables,
               std::int32_t rounds) {
  SeatTask task;
  const auto size = static_cast<std::int32_t>(profiles.size()) / tables;
  task.stations = tables;
  task.rounds = rounds;
  task.units = std::move(units);
  const auto cells = static_cast<std::size_t>(tables * rounds);
  task.present.assign(task.units.size() * static_cast<std::size_t>(rounds), 1);
  task.limits.assign(cells, {.min = size, .max = size});
  task.runs.assign(static_cast<std::size_t>(tables), rounds);
  task.own.assign(task.units.size(), -1);
  task.meetings = task.mix_first = true;
  task.mix = {std::move(profiles)};
  task.capacity_weight = {.hard = 1, .soft = 0};
  task.once_weight = {.hard = 1, .soft = 0};
  task.repeat_weight = task.mix_weight = {.hard = 0, .soft = 1};
  return task;
}

std::vector<Unit> singles(std::int32_t people) {
  std::vector<Unit> units;
  for (std::int32_t p = 0; p < people; ++p) units.push_back({p});
  return units;
}

/// Two sets of four and eight people at two tables of eight: one of each set has a profile that is
/// to be at both tables.
SeatTask two_sets(std::int32_t rounds) {
  auto units = singles(16);
  units.erase(units.begin(), units.begin() + 6);
  units[0] = {0, 1, 2, 3};
  units[1] = {4, 5, 6, 7};
  std::vector<std::int32_t> profiles(16);
  profiles[0] = profiles[4] = 1;
  return remix(std::move(units), std::move(profiles), 2, rounds);
}
Rounds sets_at_one_table(std::int32_t rounds) {
  Rounds seats(10, 2, rounds);
  for (std::int32_t r = 0; r < rounds; ++r)
    for (std::int32_t u = 2; u < 10; ++u) seats.at(r, u) = 1;
  return seats;
}
/// Apart in round 1, and only there.
Rounds sets_apart_once(std::int32_t rounds) {
  auto seats = sets_at_one_table(rounds);
  seats.at(1, 1) = 1;
  for (std::int32_t u = 2; u < 6; ++u) seats.at(1, u) = 0;
  return seats;
}

}  // namespace

TEST_CASE("a set changes tables with as many people where none may lose anybody", "[rotation]") {
  const auto task = two_sets(2);
  const auto start = sets_at_one_table(2);
  REQUIRE(SeatTable(task, start).count().mix > 0);
  REQUIRE(SeatTable(task, start).count().hard == 0);
  Random random(1);
  auto budget = unlimited();
  const auto best =
      best_seats(task, {.seats = start}, {.enough = {}, .steps = 40'000}, random, budget);
  const auto cost = SeatTable(task, best).count();
  CHECK(cost.hard == 0);
  CHECK(cost.mix == 0);
}

TEST_CASE("each round is mixed by itself, and those that are stay as they are", "[rotation]") {
  const auto task = two_sets(3);
  const auto start = sets_apart_once(3);
  Random random(1);
  auto budget = unlimited();
  const auto mixed = mixed_rounds(task, start, 5'000, random, budget);
  CHECK(SeatTable(task, mixed).count().mix == 0);
  CHECK(SeatTable(task, mixed).count().hard == 0);
  for (std::int32_t u = 0; u < 10; ++u) CHECK(mixed.at(1, u) == start.at(1, u));
}

TEST_CASE("a round that found no mix takes the one of another", "[rotation]") {
  const auto task = two_sets(2);
  const auto start = sets_apart_once(2);
  Random random(1);
  auto budget = unlimited();
  const auto mixed = mixed_rounds(task, start, 0, random, budget);
  REQUIRE(SeatTable(task, start).count().mix > 0);
  for (std::int32_t u = 0; u < 10; ++u) CHECK(mixed.at(0, u) == start.at(1, u));
}

TEST_CASE("groups that go round whole find new company and stay mixed", "[rotation]") {
  std::vector<std::int32_t> profiles(24);
  std::fill(profiles.begin(), profiles.begin() + 12, 1);
  auto task = remix(singles(24), std::move(profiles), 6, 6);
  task.once = true;
  Random random(1);
  auto budget = unlimited();
  const auto whole = whole_groups(task, 20'000, random, budget);
  REQUIRE(whole);
  const auto before = SeatTable(task, *whole).count();
  REQUIRE(before.hard + before.mix == 0);
  const auto best = best_seats(
      task, {.seats = *whole, .keep = true}, {.enough = {}, .steps = 1'200'000}, random, budget);
  const auto after = SeatTable(task, best).count();
  CHECK(after.hard == 0);
  CHECK(after.mix == 0);
  CAPTURE(after.soft);
  CHECK(18 * after.soft < before.soft);
}
