// Who plays which part of a schedule, held to counts from the finished table.
#include "scheduler/rotation/casting.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "engine/rules/all.h"
#include "engine/rules/seat_rule.h"
#include "scheduler/rotation/best_rounds.h"
#include "scheduler/rotation/columns.h"
#include "scheduler/rotation/seat_task.h"
#include "scheduler/rotation/seating.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace {

using engine::RotationId;
using scheduler::Budget;
using scheduler::Random;
using scheduler::Rounds;

Budget unlimited() {
  return {std::int64_t{100'000'000}, Budget::Clock::time_point{}, nullptr};
}

/// `people` people, whose profile is their number modulo `profiles`, in one remix.
support::GatheringBuilder remix(int people, int tables, int rounds, int profiles) {
  auto b = support::small_gathering();
  b.g.rooms.clear();
  for (int p = 0; p < people; ++p) {
    auto& person = b.g.people.emplace_back();
    person.id = b.key("p" + std::to_string(p));
    person.profile = std::to_string(p % profiles);
  }
  auto& rotation = b.g.rotations.emplace_back();
  rotation.id = b.key("remix");
  rotation.format.value = "other";
  rotation.pattern.value = engine::Pattern::Remix;
  rotation.rounds.value = rounds;
  rotation.minutes.value = 5;
  rotation.participants = b.who("all");
  rotation.plain_tables = true;
  rotation.revisit = true;
  for (int t = 0; t < tables; ++t)
    rotation.stations.emplace_back().id = b.key("t" + std::to_string(t));
  return b;
}

Rounds columns(std::int64_t people, std::int64_t tables, std::int64_t rounds) {
  Random random(1);
  auto budget = unlimited();
  const auto found = scheduler::in_columns(
      {.people = people, .stations = tables, .rounds = rounds}, 1'000'000, random, budget);
  REQUIRE(found);
  return found->rounds;
}

/// What the rules say of the rotation once everybody sits where the cast says.
engine::Score by_the_rules(const engine::Problem& problem,
                           const Rounds& schedule,
                           const scheduler::Cast& cast) {
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  const auto& rotation = problem.rotations[RotationId{0}];
  for (std::int32_t r = 0; r < schedule.count; ++r)
    for (std::int32_t i = 0; i < schedule.people; ++i)
      evaluator.apply(engine::Change::station(
          engine::seat_at(rotation, cast.players[static_cast<std::size_t>(i)], r),
          schedule.at(r, i)));
  engine::Score sum;
  evaluator.inspect([&](const engine::Finding& f) {
    if (f.rule != engine::RuleId::ProfileMix && f.rule != engine::RuleId::Apart) return;
    auto weight = problem.weights[static_cast<std::size_t>(f.rule)];
    if (f.rule == engine::RuleId::ProfileMix) weight.soft *= scheduler::kMixFirst;
    sum.hard += weight.hard * f.amount;
    sum.soft += weight.soft * f.amount;
  });
  return sum;
}

}  // namespace

TEST_CASE("a cast costs what the rules say, and everybody plays one part", "[rotation][oracle]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Random random(seed);
    auto b = remix(12, 4, 3, 2 + static_cast<int>(seed % 4));
    b.g.rotations[0].mix = b.keys({"profile"});
    for (int i = 0; i < 3; ++i)
      b.g.rotations[0].apart.push_back(b.keys(
          {"p" + std::to_string(random.below(6)), "p" + std::to_string(6 + random.below(6))}));
    const auto problem = support::compiled(b.g);
    Rounds schedule(12, 4, 3);
    for (std::int32_t r = 0; r < 3; ++r) {
      std::vector<std::int32_t> order(12);
      for (std::int32_t p = 0; p < 12; ++p) order[static_cast<std::size_t>(p)] = p;
      random.shuffle(order);
      for (std::int32_t p = 0; p < 12; ++p)
        schedule.at(r, order[static_cast<std::size_t>(p)]) = p % 4;
    }
    auto budget = unlimited();
    const auto cast = scheduler::cast_people(problem, RotationId{0}, schedule, random, budget);
    CHECK(std::set<std::int32_t>(cast.players.begin(), cast.players.end()).size() == 12);
    // A listed pair that is drawn twice is two sets, each of which the rule counts.
    CHECK(cast.cost == by_the_rules(problem, schedule, cast));
  }
}

TEST_CASE("profiles fill columns: one of each at every table, nobody meets twice", "[rotation]") {
  for (const auto& [people, tables, rounds, profiles] :
       {std::array{40, 10, 8, 4}, std::array{32, 8, 8, 4}}) {
    auto b = remix(people, tables, rounds, profiles);
    b.g.rotations[0].mix = b.keys({"profile"});
    const auto problem = support::compiled(b.g);
    const auto schedule = columns(people, tables, rounds);
    Random random(1);
    auto budget = unlimited();
    const auto cast = scheduler::cast_people(problem, RotationId{0}, schedule, random, budget);
    CHECK(cast.cost == engine::Score{});
    for (std::int32_t r = 0; r < rounds; ++r)
      for (const auto& table : scheduler::members(schedule, r)) {
        std::set<int> present;
        for (const auto part : table)
          present.insert(cast.players[static_cast<std::size_t>(part)] % profiles);
        CHECK(present.size() == 4);
      }
  }
}

TEST_CASE("a clique that never meets fills a column", "[rotation]") {
  auto b = remix(48, 8, 8, 1);
  b.g.rotations[0].apart.push_back(b.keys({"p0", "p7", "p13", "p21", "p22", "p30", "p41", "p47"}));
  const auto problem = support::compiled(b.g);
  const auto schedule = columns(48, 8, 8);
  Random random(1);
  auto budget = unlimited();
  const auto cast = scheduler::cast_people(problem, RotationId{0}, schedule, random, budget);
  CHECK(cast.cost == engine::Score{});
  CHECK(by_the_rules(problem, schedule, cast) == engine::Score{});
}

TEST_CASE("people kept together are seated for as long as there is time", "[rotation]") {
  auto b = remix(9, 3, 4, 1);  // at least 6 repeats, 12 found
  b.g.rotations[0].together.push_back(b.keys({"p0", "p1"}));
  const auto problem = support::compiled(b.g);
  const auto ends_with_budget = [&](bool settles) {
    Random random(1);
    Budget budget(std::int64_t{140'000}, Budget::Clock::time_point{}, nullptr);
    if (settles) budget.let_settle();
    const auto seating = scheduler::first_seating(
        problem, RotationId{0}, scheduler::kThoroughSearch, random, budget);
    CHECK(seating.changes.size() == 36);
    return budget.over();
  };
  CHECK(ends_with_budget(false));
  CHECK_FALSE(ends_with_budget(true));
}

TEST_CASE("only a thorough search goes on until its budget ends", "[rotation]") {
  Budget budget(std::int64_t{1}, Budget::Clock::time_point{}, nullptr);
  const auto thorough = scheduler::kThoroughSearch;
  CHECK(scheduler::until_over(thorough, budget) > 1'000 * thorough);
  CHECK(scheduler::until_over(thorough - 1, budget) == thorough - 1);
  budget.let_settle();
  CHECK(scheduler::until_over(thorough, budget) == thorough);
}

TEST_CASE("every table mirrors the whole, also where meetings are never proved", "[rotation]") {
  // 23 people at 4 tables for 6 rounds.
  auto b = remix(23, 4, 6, 3);
  for (std::size_t p = 0; p < b.g.people.size(); ++p)
    b.g.people[p].organisation = std::to_string(p / 3 % 3);
  b.g.rotations[0].mix = b.keys({"profile", "organisation"});
  const auto problem = support::compiled(b.g);
  Random random(1);
  Budget budget(std::int64_t{20'000}, Budget::Clock::time_point{}, nullptr);
  const auto seating = scheduler::first_seating(problem, RotationId{0}, 1'600'000, random, budget);
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  for (const auto& change : seating.changes) evaluator.apply(change);
  CHECK(!budget.over());
  evaluator.inspect([&](const engine::Finding& f) { CHECK(f.rule != engine::RuleId::ProfileMix); });
}
