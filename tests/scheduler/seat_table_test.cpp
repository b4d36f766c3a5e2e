// The flat table that seats are searched on, held to the rules and to itself counted anew.
#include "scheduler/rotation/seat_table.h"

#include <chrono>
#include <set>

#include "engine/problem/compile.h"
#include "engine/rules/all.h"
#include "engine/rules/seat_rule.h"
#include "scheduler/rotation/best_seats.h"
#include "scheduler/rotation/seat_start.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace {

using namespace scheduler;
using engine::RuleId;

Budget unlimited() {
  return {std::int64_t{100'000'000}, Budget::Clock::time_point{}, nullptr};
}

/// What the rules about seats say of one rotation.
SeatCost by_the_rules(const engine::Problem& problem,
                      engine::RotationId id,
                      const SeatTask& task,
                      const Rounds& seats) {
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  for (std::int32_t r = 0; r < seats.count; ++r)
    for (std::int32_t u = 0; u < seats.people; ++u)
      for (const auto p : task.units[static_cast<std::size_t>(u)])
        if (seats.at(r, u) >= 0)
          evaluator.apply(engine::Change::station(engine::seat_at(problem.rotations[id], p, r),
                                                  seats.at(r, u)));
  const std::set<RuleId> counted{RuleId::StationCapacity,
                                 RuleId::StationOnce,
                                 RuleId::Apart,
                                 RuleId::RepeatMeeting,
                                 RuleId::GroupBalance,
                                 RuleId::ProfileMix,
                                 RuleId::WishRank,
                                 RuleId::NoWishMet};
  SeatCost sum;
  evaluator.inspect([&](const engine::Finding& f) {
    if (!counted.contains(f.rule) || problem.parts[f.part].rotation != id) return;
    const auto weight = f.rule == RuleId::ProfileMix ? task.mix_weight
                        : f.rule == RuleId::GroupBalance
                            ? task.balance_weight
                            : problem.weights[static_cast<std::size_t>(f.rule)];
    const bool first = f.rule == RuleId::ProfileMix && task.mix_first;
    sum += {.hard = weight.hard * f.amount,
            .mix = first ? weight.soft * f.amount : 0,
            .soft = first ? 0 : weight.soft * f.amount};
  });
  return sum;
}

/// What the rule station-capacity holds people to: the room aside.
std::vector<SeatLimits> limits_of_stations(const engine::Problem& problem,
                                           const engine::RotationRow& rotation) {
  std::vector<SeatLimits> limits;
  for (const auto part : rotation.parts)
    engine::each_activity(problem, part, [&](engine::ActivityId a) {
      limits.push_back({problem.activities[a].min_people, problem.activities[a].max_people});
    });
  return limits;
}

/// Whoever sees a wished station twice pays less than their wishes can cost; the rule then says 0.
bool somebody_sees_one_twice(const Rounds& seats) {
  for (std::int32_t u = 0; u < seats.people; ++u) {
    std::set<std::int32_t> seen;
    for (std::int32_t r = 0; r < seats.count; ++r)
      if (seats.at(r, u) >= 0 && !seen.insert(seats.at(r, u)).second) return true;
  }
  return false;
}

SeatCost minus(const SeatCost& a, const SeatCost& b) {
  return {a.hard - b.hard, a.barred - b.barred, a.mix - b.mix, a.soft - b.soft};
}

SeatChange any_change(const SeatTask& task, const SeatTable& table, Random& random) {
  SeatChange change;
  change.round = static_cast<std::int32_t>(random.below(static_cast<std::size_t>(task.rounds)));
  change.unit = static_cast<std::int32_t>(random.below(task.units.size()));
  change.to = static_cast<std::int32_t>(random.below(static_cast<std::size_t>(task.stations)));
  if (random.below(2) == 0) return change;
  change.other = static_cast<std::int32_t>(random.below(task.units.size()));
  change.to = table.at(change.round, change.other);
  return change;
}

}  // namespace

TEST_CASE("a change of seats costs what the rules say", "[rotation][oracle]") {
  int rotations = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto gathering = support::random_gathering(seed);
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(gathering, diagnostics);
    if (!problem) continue;
    problem->rotations.each([&](engine::RotationId id) {
      const auto& row = problem->rotations[id];
      if (row.participants.empty() || !row.absent.empty()) return;
      Random random(seed);
      const auto task = seat_task(*problem, id);
      if (task.limits != limits_of_stations(*problem, row)) return;  // rooms are another rule's
      ++rotations;
      SeatTable table(task, first_seats(task, random));
      const auto first = table.count();
      const auto first_rules = by_the_rules(*problem, id, task, table.seats());
      for (int i = 0; i < 40; ++i) {
        const auto change = any_change(task, table, random);
        if (table.at(change.round, change.unit) < 0 || change.to < 0 || change.other == change.unit)
          continue;
        const auto before = table.count();
        const auto delta = table.delta(change);
        const bool moves = table.at(change.round, change.unit) != change.to;
        if (moves) table.apply(change);
        INFO("seed " << seed << " change " << i);
        CHECK(minus(table.count(), before) == delta);
      }
      if (!task.rank.empty() && somebody_sees_one_twice(table.seats())) return;
      // Sets kept together cost the same in every seating, and so does the least of all wishes.
      CHECK(minus(by_the_rules(*problem, id, task, table.seats()), first_rules) ==
            minus(table.count(), first));
    });
  }
  CHECK(rotations > 5);
}

TEST_CASE("whoever has no seat in a room of several stations is counted as the rule does",
          "[rotation][oracle]") {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "17:00");
  b.site("house");
  for (const auto* id : {"barn", "forge"}) b.room(id, "house", 6);
  b.people(12);
  auto& tour = b.rotation("tour", engine::Pattern::Remix, 2, 20);
  for (int s = 0; s < 5; ++s)
    b.station(tour, "s" + std::to_string(s), 1, 0).rooms = {b.in(s % 2 == 0 ? "barn" : "forge")};
  b.rule("room-capacity", engine::RuleSetting::Level::Weight, 1);  // hard limits groups too
  const auto problem = support::compiled(b.g);
  const engine::RotationId id{0};
  auto task = seat_task(problem, id);
  const auto& rotation = problem.rotations[id];
  CHECK(task.halls ==
        std::vector<Hall>{{0, {0, 2, 4}, 6}, {0, {1, 3}, 6}, {1, {0, 2, 4}, 6}, {1, {1, 3}, 6}});
  task.capacity_weight = task.once_weight = task.repeat_weight = task.balance_weight = {};
  Random random(1);
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  const auto& part = problem.parts[rotation.parts.front()];
  evaluator.apply(engine::Change::place(part.block, problem.starts[part.block].front()));
  SeatTable table(task, first_seats(task, random));
  for (int i = 0; i < 60; ++i) {
    const auto change = any_change(task, table, random);
    if (change.other != change.unit && table.at(change.round, change.unit) != change.to) {
      const auto before = table.count();
      const auto delta = table.delta(change);
      table.apply(change);
      CHECK(minus(table.count(), before) == delta);
    }
    std::int64_t standing = 0;
    for (std::int32_t r = 0; r < 2; ++r)
      for (std::int32_t u = 0; u < 12; ++u)
        evaluator.apply(engine::Change::station(
            engine::seat_at(rotation, task.units[static_cast<std::size_t>(u)][0], r),
            table.at(r, u)));
    evaluator.inspect([&](const engine::Finding& f) {
      if (f.rule == RuleId::RoomCapacity) standing += f.amount;
    });
    CHECK(table.count() == SeatCost{.soft = standing});
  }
}

TEST_CASE("a search answers with the best table it met", "[rotation]") {
  SeatTask task;
  task.stations = 3;
  task.rounds = 3;
  for (std::int32_t p = 0; p < 9; ++p) task.units.push_back({p});
  task.own.assign(9, -1);
  task.present.assign(27, 1);
  task.limits.assign(9, {2, 4});
  task.runs.assign(3, 3);
  task.meetings = true;
  task.repeat_weight = {.hard = 0, .soft = 1};
  task.capacity_weight = task.once_weight = {.hard = 1, .soft = 0};
  task.balance_weight = {.hard = 0, .soft = 1};
  Random random(1);
  auto budget = unlimited();
  const auto best = best_seats(
      task, {first_seats(task, random)}, {.enough = {}, .steps = 400'000}, random, budget);
  CHECK(SeatTable(task, best).count() ==
        SeatCost{});  // three rounds of the affine plane of order 3
}

TEST_CASE("a mix that comes first is worth any number of repeated meetings", "[rotation]") {
  SeatTask task;  // two of a kind, two of another, in pairs: a new pair would be two of a kind
  task.stations = 2;
  task.rounds = 26;
  for (std::int32_t p = 0; p < 4; ++p) task.units.push_back({p});
  task.own.assign(4, -1);
  task.present.assign(4 * 26, 1);
  task.limits.assign(2 * 26, {2, 2});
  task.runs.assign(2, 26);
  task.mix = {{0, 0, 1, 1}};
  task.meetings = task.mix_first = true;
  task.repeat_weight = task.mix_weight = {.hard = 0, .soft = 1};
  task.capacity_weight = {.hard = 1, .soft = 0};
  Random random(1);
  auto budget = unlimited();
  const auto best = best_seats(
      task, {first_seats(task, random)}, {.enough = {}, .steps = 200'000}, random, budget);
  CHECK(SeatTable(task, best).count() == SeatCost{.soft = 4 * 13 * 12 / 2});
}

TEST_CASE("crews of uneven size find new company on boats that are never even", "[rotation]") {
  const std::vector<std::int32_t> crews{2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 6, 2, 4};
  const std::vector<std::int32_t> seats{12, 10, 10, 8, 8, 8, 6, 6};
  SeatTask task;
  task.stations = static_cast<std::int32_t>(seats.size());
  task.rounds = 6;
  std::int32_t people = 0;
  for (const auto size : crews) {
    auto& unit = task.units.emplace_back();
    for (std::int32_t i = 0; i < size; ++i) unit.push_back(people++);
  }
  task.own.assign(crews.size(), -1);
  task.present.assign(crews.size() * 6, 1);
  for (std::int32_t r = 0; r < task.rounds; ++r)
    for (const auto most : seats) task.limits.push_back({0, most});
  task.runs.assign(seats.size(), task.rounds);
  task.meetings = task.once = true;
  task.repeat_weight = task.balance_weight = {.hard = 0, .soft = 1};
  task.capacity_weight = task.once_weight = {.hard = 1, .soft = 0};
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Random random(seed);
    auto budget = unlimited();
    const auto best = best_seats(
        task, {first_seats(task, random)}, {.enough = {}, .steps = 60'000}, random, budget);
    task.balance_weight = {};
    CHECK(SeatTable(task, best).count() == SeatCost{});
    task.balance_weight = {.hard = 0, .soft = 1};
  }
}

TEST_CASE("wishes: the flow's bound is met when everybody can have their first", "[rotation]") {
  SeatTask task;
  task.stations = 3;
  task.rounds = 2;
  for (std::int32_t p = 0; p < 6; ++p) task.units.push_back({p});
  task.own.assign(6, -1);
  task.present.assign(12, 1);
  task.limits.assign(6, {0, 2});
  task.runs.assign(3, 2);
  task.once = true;
  task.once_weight = task.capacity_weight = {.hard = 1, .soft = 0};
  task.rank_weight = {.hard = 0, .soft = 1};
  task.none_met_weight = {.hard = 0, .soft = 50};
  for (std::int32_t p = 0; p < 6; ++p)
    for (std::int32_t s = 0; s < 3; ++s) {
      const auto rank = (s - p % 3 + 3) % 3 + 1;
      task.rank.push_back(rank);
      task.wished.push_back(rank < 3 ? 1 : 0);
    }
  Random random(1);
  std::int64_t least = 0;
  const auto seats = wished_seats(task, random, least);
  CHECK(least == 6 * 3);
  CHECK(SeatTable(task, seats).count() == SeatCost{.soft = least});
}

TEST_CASE("wishes: whoever hosts a station chooses in the rounds in which it rests", "[rotation]") {
  SeatTask task;  // the first person hosts the first station, which takes place once
  task.stations = 3;
  task.rounds = 2;
  for (std::int32_t p = 0; p < 6; ++p) {
    task.units.push_back({p});
    task.rank.insert(task.rank.end(), {3, 1, 2});
    task.wished.insert(task.wished.end(), {0, 1, 1});
  }
  task.own.assign(6, -1);
  task.own[0] = 0;
  task.present.assign(12, 1);
  task.limits.assign(6, {0, 3});
  task.runs = {1, 2, 2};
  task.once = true;
  task.once_weight = task.capacity_weight = {.hard = 1, .soft = 0};
  task.rank_weight = {.hard = 0, .soft = 1};
  task.none_met_weight = {.hard = 0, .soft = 50};
  settle_hosts(task);
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Random random(seed);
    std::int64_t least = 0;
    const auto seats = wished_seats(task, random, least);
    const auto open = open_stations(task);
    for (std::int32_t r = 0; r < 2; ++r)
      CHECK((seats.at(r, 0) == 0) == static_cast<bool>(open[static_cast<std::size_t>(r)][0]));
    CHECK(SeatTable(task, seats).count().hard == 0);
  }
}

TEST_CASE("wishes: what the flow proves is what the rules count", "[rotation]") {
  SeatTask task;  // everybody wants the first station most, and it has two seats
  task.stations = 3;
  task.rounds = 1;
  for (std::int32_t p = 0; p < 6; ++p) {
    task.units.push_back({p});
    task.rank.insert(task.rank.end(), {1, 2, 3});
    task.wished.insert(task.wished.end(), {1, 1, 0});
  }
  task.own.assign(6, -1);
  task.present.assign(6, 1);
  task.limits.assign(3, {0, 2});
  task.runs.assign(3, 1);
  task.once = true;
  task.once_weight = task.capacity_weight = {.hard = 1, .soft = 0};
  task.rank_weight = {.hard = 0, .soft = 2};
  task.none_met_weight = {.hard = 0, .soft = 50};
  Random random(1);
  std::int64_t least = 0;
  const auto seats = wished_seats(task, random, least);
  CHECK(SeatTable(task, seats).count() == SeatCost{.soft = least});
  CHECK(least_wish_points(task, least) == 2 * (2 * 1 + 2 * 2) + 2 * 50);
  task.capacity_weight = {.hard = 0, .soft = 1};  // a group may be too large then
  CHECK(least_wish_points(task, least) == 0);
}
