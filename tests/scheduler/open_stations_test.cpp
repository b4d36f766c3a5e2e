// Which stations of a rotation take place in each round.
#include <numeric>

#include "scheduler/rotation/seat_start.h"
#include "scheduler/rotation/seat_table.h"
#include "tests/catch.h"

namespace scheduler {
namespace {

/// One round of `people`, each a unit, at stations of these sizes.
SeatTask one_round(std::int32_t people, std::vector<SeatLimits> limits) {
  SeatTask task;
  task.stations = static_cast<std::int32_t>(limits.size());
  task.rounds = 1;
  for (std::int32_t p = 0; p < people; ++p) task.units.push_back({p});
  task.present.assign(task.units.size(), 1);
  task.runs.assign(limits.size(), 1);
  task.own.assign(task.units.size(), -1);
  task.limits = std::move(limits);
  return task;
}

std::vector<bool> open(std::int32_t people, std::vector<SeatLimits> limits) {
  return open_stations(one_round(people, std::move(limits))).front();
}

}  // namespace

TEST_CASE("a station that needs more people than there are rests", "[rotation]") {
  CHECK(open(9, {{20, 24}, {2, 6}, {2, 6}}) == std::vector<bool>{false, true, true});
}

TEST_CASE("stations are opened whose sizes add up, though the first ones would not", "[rotation]") {
  CHECK(open(12, {{7, 8}, {6, 6}, {6, 6}}) == std::vector<bool>{false, true, true});
  Random random(1);
  const auto task = one_round(12, {{7, 8}, {6, 6}, {6, 6}});
  const auto seats = first_seats(task, random);
  std::vector<int> sizes(3);
  for (std::int32_t p = 0; p < 12; ++p) ++sizes[static_cast<std::size_t>(seats.at(0, p))];
  CHECK(sizes == std::vector<int>{0, 6, 6});
}

TEST_CASE("no more stations open in one room than it seats", "[rotation]") {
  // Three of ten would be thirty in a room of 25.
  auto task = one_round(50, std::vector<SeatLimits>(6, {10, 50}));
  task.halls = {{0, {0, 2, 4}, 25}, {0, {1, 3, 5}, 25}};
  CHECK(open_stations(task).front() == std::vector<bool>{true, true, true, true, false, false});
  Random random(1);
  const auto seats = first_seats(task, random);
  task.room_weight = task.capacity_weight = {.hard = 1, .soft = 0};
  CHECK(SeatTable(task, seats).count() == SeatCost{});
}

TEST_CASE("stations are opened whose sizes add up within their rooms", "[rotation]") {
  // The first of eight and the second of six do not both fit into their room.
  auto task = one_round(16, {{8, 8}, {6, 6}, {5, 5}, {5, 5}});
  task.halls = {{0, {0, 1}, 11}};
  CHECK(open_stations(task).front() == std::vector<bool>{false, true, true, true});
}

TEST_CASE("stations that rest do so in turn, so that everybody can see two of them", "[rotation]") {
  auto task = one_round(12, {{1, 20}, {1, 20}, {1, 20}});
  task.rounds = 2;
  task.limits.insert(task.limits.end(), task.limits.begin(), task.limits.begin() + 3);
  task.present.assign(24, 1);
  task.runs = {2, 1, 1};
  const auto rounds = open_stations(task);
  CHECK(rounds[0] == std::vector<bool>{true, true, false});
  CHECK(rounds[1] == std::vector<bool>{true, false, true});
}

}  // namespace scheduler
