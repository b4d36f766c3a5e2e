// The search for comfort: never a broken rule in between, never a worse plan at the end, and the
// gains that anybody would see.
#include "scheduler/timetable/annealing.h"

#include <algorithm>

#include "scheduler/timetable/solve.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace scheduler {
namespace {

using engine::RuleId;

/// Only these soft rules count, one point a unit.
engine::Problem with_rules(engine::Problem problem, const std::vector<RuleId>& rules) {
  for (auto& weight : problem.weights) weight.soft = 0;
  for (const RuleId id : rules) problem.weights[static_cast<std::size_t>(id)].soft = 1;
  return problem;
}

engine::Score solved(const engine::Problem& problem, std::int64_t steps) {
  return solve(problem, {.seconds = 3600, .iterations = steps, .seed = 1, .threads = 1}, {}).score;
}

}  // namespace

TEST_CASE("annealing keeps every hard rule, loses nothing and keeps its books", "[annealing]") {
  int improved = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(support::random_gathering(seed), diagnostics);
    if (!problem) continue;
    INFO("seed " << seed);
    const auto start = solve(*problem, {.seconds = 3600, .iterations = 1, .threads = 1}, {});
    engine::PlanEvaluator evaluator(start.board);
    if (evaluator.score().hard > 0) continue;
    const auto spots = spots_of(engine::PlanEvaluator(engine::Board(*problem)));
    Random random(seed);
    Budget budget(2000, Budget::Clock::now(), nullptr);
    auto last = evaluator.score();
    Annealing(evaluator, spots, random, budget).run({}, {}, [&](engine::Score better) {
      CHECK(better < last);
      last = better;
    });
    CHECK(evaluator.score() == last);
    CHECK(evaluator.audit() == last);
    CHECK(last.hard == 0);
    improved += last < start.score;
  }
  CHECK(improved > 4);
}

TEST_CASE("sessions are brought together so that nobody comes for one alone", "[annealing]") {
  auto b = support::small_gathering();
  b.day("2026-06-02", "09:00", "12:00");
  b.people(4);
  for (int i = 0; i < 4; ++i) b.session("s" + std::to_string(i), 60).audience = b.who("all");
  const auto problem = with_rules(support::compiled(b.g), {RuleId::LoneSession});
  CHECK(solved(problem, 4000) == engine::Score{});  // two a day
}

TEST_CASE("two sessions change places when each is better off where the other is", "[annealing]") {
  auto b = support::small_gathering();  // 09:00 to 12:00
  b.people(3);
  // The room of everyone is full all morning; who ends the day last should be few.
  b.session("plenary", 90).audience = b.who("all");
  b.session("few", 90).audience = b.who(std::vector<std::string>{"p1"});
  b.g.sessions[0].rooms = {b.in("large")};
  b.g.sessions[1].rooms = {b.in("large")};
  const auto problem = with_rules(support::compiled(b.g), {RuleId::LastSlot});
  CHECK(solved(problem, 4000).soft == 1);
}

TEST_CASE("where every place is taken, one that waits aside lets the others go round",
          "[annealing]") {
  auto b = support::small_gathering();  // 09:00 to 12:00
  b.people(3);
  const auto session = [&](const char* id, const char* first, const char* second) -> auto& {
    auto& s = b.session(id, 60);
    s.rooms = {b.in("large")};
    s.timing.starts = {b.at(b.when(first)), b.at(b.when(second))};
    return s;
  };
  session("a", "09:00", "10:00").audience = b.who(std::vector<std::string>{"p1"});
  session("b", "10:00", "11:00").audience = b.who(std::vector<std::string>{"p1"});
  session("c", "11:00", "09:00").audience = b.who("all");
  const auto problem = with_rules(support::compiled(b.g), {RuleId::LastSlot});
  const auto spots = spots_of(engine::PlanEvaluator(engine::Board(problem)));
  const auto nine = engine::moment_at(problem.days[0].date, 9 * 60);
  for (unsigned seed = 1; seed <= 12; ++seed) {
    engine::PlanEvaluator evaluator{engine::Board(problem)};
    for (int i = 0; i < 3; ++i)
      evaluator.apply(engine::Change::place(
          engine::BlockId{i}, nine + 60 * i, spots.rooms(spots[engine::BlockId{i}][0])[0]));
    REQUIRE(evaluator.score() == engine::Score{.hard = 0, .unplaced = 0, .soft = 3});
    Random random(seed);
    Budget budget(40'000, Budget::Clock::now(), nullptr);
    Annealing(evaluator, spots, random, budget).run({}, {}, [](auto) {});
    CHECK(evaluator.score() == engine::Score{.hard = 0, .unplaced = 0, .soft = 1});
  }
}

TEST_CASE("where nothing else decides, the day has no gaps", "[annealing]") {
  auto b = support::small_gathering();  // 09:00 to 12:00
  b.people(2);
  for (const char* id : {"a", "b"}) b.session(id, 60).audience = b.who("all");
  const auto problem = with_rules(support::compiled(b.g), {RuleId::LastSlot});
  const auto solution =
      solve(problem, {.seconds = 3600, .iterations = 4000, .seed = 1, .threads = 1}, {});
  const auto begin = engine::moment_at(problem.days[0].date, 9 * 60);
  const auto& starts = solution.board.starts();
  CHECK(std::min(starts[{0}], starts[{1}]) == begin);
  CHECK(std::max(starts[{0}], starts[{1}]) == begin + 60);
}

}  // namespace scheduler
