// What the search promises on small gatherings: no rule broken, what can be placed is, same input
// same plan.
#include "scheduler/timetable/solve.h"

#include <atomic>

#include "engine/plan/make_plan.h"
#include "engine/rules/all.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace scheduler {
namespace {

using engine::Pattern;
using support::compiled;
using support::small_gathering;

Limits steps(std::int64_t n, std::uint64_t seed = 1) {
  return {.seconds = 3600, .iterations = n, .seed = seed, .threads = 1};
}

engine::Plan plan_of(const engine::Gathering& gathering, const Limits& limits) {
  const auto problem = compiled(gathering);
  const auto solution = solve(problem, limits, {});
  return engine::make_plan(gathering, problem, solution.board);
}

}  // namespace

TEST_CASE("a plan never breaks a hard rule: what does not fit is left out by name", "[solve]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto gathering = support::random_gathering(seed);
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(gathering, diagnostics);
    if (!problem) continue;
    INFO("seed " << seed);
    const auto solution = solve(*problem, steps(100, seed), {});
    CHECK(solution.score.hard == 0);
    CHECK(solution.score == engine::PlanEvaluator(solution.board).audit());
    const auto plan = engine::make_plan(gathering, *problem, solution.board);
    CHECK(plan.sessions.size() + plan.rotations.size() + plan.unplaced.size() ==
          gathering.sessions.size() + gathering.rotations.size());
    CHECK(plan.score.unplaced == solution.score.unplaced);
  }
}

TEST_CASE("the same steps and seed give the same plan", "[solve]") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto gathering = support::random_gathering(seed);
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(gathering, diagnostics);
    if (!problem) continue;
    INFO("seed " << seed);
    const auto once = engine::make_plan(gathering, *problem, solve(*problem, steps(60), {}).board);
    const auto again = engine::make_plan(gathering, *problem, solve(*problem, steps(60), {}).board);
    CHECK(once == again);
  }
}

TEST_CASE("a day without a minute to spare is filled", "[solve]") {
  auto b = small_gathering();  // 09:00 to 12:00
  b.people(8);
  for (int i = 0; i < 6; ++i) {
    auto& s = b.session("s" + std::to_string(i), i < 2 ? 60 : 15);
    s.audience = b.who("all");
  }
  const auto plan = plan_of(b.g, steps(300));
  CHECK(plan.feasible);
  CHECK(plan.sessions.size() == 6);
}

TEST_CASE("an item that cannot be with the others is left out, with its people counted",
          "[solve]") {
  auto b = small_gathering();
  b.people(5);
  for (const char* id : {"long", "longer"}) b.session(id, 100).audience = b.who("all");
  b.g.sessions[0].priority = 3;
  const auto plan = plan_of(b.g, steps(300));
  CHECK_FALSE(plan.feasible);
  REQUIRE(plan.unplaced.size() == 1);
  CHECK(plan.unplaced[0].id == "longer");
  CHECK(plan.score.unplaced == 5);
  CHECK_FALSE(plan.unplaced[0].reason.fr.empty());
}

TEST_CASE("a rotation left out for its people finds no place without them", "[solve][rotation]") {
  auto b = small_gathering();
  b.day("2026-06-02", "09:00", "12:00");
  b.people(3);
  auto& visit = b.rotation("visit", Pattern::Carousel, 2, 20);
  b.station(visit, "garden", 1, 1);
  b.station(visit, "orchard", 1, 1);
  const auto problem = engine::compile_in_spite(b.g, engine::FitsNowhere::LeftOut);
  const auto solution = solve(problem, steps(100'000), {});
  CHECK(solution.score.hard == 0);
  CHECK(solution.score.unplaced == 3);
}

TEST_CASE("when not all of a chain fits, what is left keeps its order", "[solve]") {
  auto b = small_gathering();
  b.people(5);
  for (const char* id : {"welcome", "work", "closing"}) b.session(id, 30).audience = b.who("all");
  b.g.sessions[1].minutes = b.at(engine::Minute{150});
  b.g.sessions[1].timing.after = {b.after("welcome")};
  b.g.sessions[2].timing.after = {b.after("work")};
  const auto plan = plan_of(b.g, steps(300));
  CHECK_FALSE(plan.feasible);
  REQUIRE(plan.sessions.size() == 2);
  CHECK(plan.sessions[0].id == "welcome");
  CHECK(plan.sessions[1].start >= plan.sessions[0].end);
}

TEST_CASE("what must not be with a rotation does not fall between its rounds either", "[solve]") {
  auto b = small_gathering();  // 09:00 to 12:00
  b.people(6);
  auto& r = b.rotation("tour", Pattern::Remix, 2, 20);
  r.contiguous = false;
  r.changeover = 60;
  r.plain_tables = r.revisit = true;
  r.participants = b.who(std::vector<std::string>{"p0", "p1"});
  r.timing.start = b.at(b.when("09:30"));
  b.station(r, "t1", 0, 0).rooms = {b.in("large")};
  auto& talk = b.session("talk", 30);
  talk.audience = b.who(std::vector<std::string>{"p5"});
  talk.timing.not_with = b.not_with({"tour"});
  const auto plan = plan_of(b.g, steps(300));
  REQUIRE(plan.feasible);
  const auto& rounds = plan.rotations.at(0).rounds;
  const bool before = plan.sessions.at(0).end <= rounds.front().start;
  CHECK((before || plan.sessions.at(0).start >= rounds.back().end));
}

TEST_CASE("an optional item left out leaves the plan feasible", "[solve]") {
  auto b = small_gathering();
  b.people(5);
  for (const char* id : {"long", "longer"}) b.session(id, 100).audience = b.who("all");
  b.g.sessions[1].optional = true;
  const auto plan = plan_of(b.g, steps(300));
  CHECK(plan.feasible);
  CHECK(plan.unplaced.size() == 1);
}

TEST_CASE("with a prime number of tables nobody meets twice", "[solve][rotation]") {
  auto b = small_gathering();
  b.people(25);
  auto& r = b.rotation("cafe", Pattern::Remix, 5, 15);
  r.plain_tables = r.revisit = true;
  for (int t = 0; t < 5; ++t) b.station(r, "t" + std::to_string(t), 0, 0).rooms = {b.in("large")};
  const auto plan = plan_of(b.g, steps(2000));
  REQUIRE(plan.rotations.size() == 1);
  CHECK(plan.rotations[0].repeat_meetings == 0);
  CHECK(plan.rotations[0].proved);
}

TEST_CASE("a carousel keeps its groups and shows each of them every station once",
          "[solve][rotation]") {
  auto b = small_gathering();
  b.people(13);
  auto& r = b.rotation("tour", Pattern::Carousel, 4, 20);
  for (int s = 0; s < 4; ++s) b.station(r, "s" + std::to_string(s), 2, 5).rooms = {b.in("large")};
  const auto plan = plan_of(b.g, steps(2000));
  REQUIRE(plan.feasible);
  REQUIRE(plan.rotations.size() == 1);
  std::map<std::string, std::vector<std::string>> path;
  for (const auto& round : plan.rotations[0].rounds)
    for (const auto& station : round.stations) {
      CHECK(station.participants.size() <= 4);
      for (const auto& person : station.participants) path[person].push_back(station.id);
    }
  for (auto& [person, stations] : path) {
    std::sort(stations.begin(), stations.end());
    CHECK(std::unique(stations.begin(), stations.end()) == stations.end());
    CHECK(stations.size() == 4);
  }
}

TEST_CASE("wishes are met where seats allow it, who is refused is named", "[solve][rotation]") {
  auto b = small_gathering();
  b.people(12);
  auto& r = b.rotation("themes", Pattern::Choice, 1, 45);
  for (const char* id : {"garden", "money", "law"}) b.station(r, id, 2, 4).rooms = {b.in("large")};
  for (int p = 0; p < 12; ++p) {
    b.wish("p" + std::to_string(p), "themes", p < 5 ? "garden" : p < 8 ? "money" : "law", 1);
    b.wish("p" + std::to_string(p), "themes", p < 5 ? "money" : "garden", 2);
  }
  const auto plan = plan_of(b.g, steps(200000));
  CHECK(plan.feasible);
  REQUIRE(plan.remarks.size() ==
          2);  // five want the garden's four seats: that, then who is refused
  CHECK(plan.remarks[0].rule == "station-capacity");
  CHECK(plan.remarks[1].rule == "wish-rank");
  for (const auto& remark : plan.remarks)
    CHECK_THAT(remark.text.en, Catch::Matchers::ContainsSubstring("garden"));
}

TEST_CASE("an open role goes to someone of its pool who is free", "[solve]") {
  auto b = small_gathering();
  b.people(6);
  auto& first = b.session("first", 60);
  first.team = {b.open_role("scribe", 2, b.who(std::vector<std::string>{"p0", "p1", "p2"}))};
  first.audience = b.who(std::vector<std::string>{"p4"});
  first.timing.start = b.at(b.when("10:00"));
  auto& second = b.session("second", 60);
  second.audience = b.who(std::vector<std::string>{"p1"});
  second.timing.start = b.at(b.when("10:00"));
  const auto plan = plan_of(b.g, steps(300));
  CHECK(plan.feasible);
  auto people = plan.sessions.at(0).team.at(0).people;
  std::sort(people.begin(), people.end());
  CHECK(people == std::vector<std::string>{"p0", "p2"});
}

TEST_CASE("what seating takes of the limit leaves a first plan all the same", "[solve][rotation]") {
  auto b = small_gathering();
  b.people(24);
  b.session("talk", 30).audience = b.who("all");
  auto& r = b.rotation("cafe", Pattern::Remix, 4, 15);  // six tables of four: no prime, no design
  r.plain_tables = r.revisit = true;
  for (int t = 0; t < 6; ++t) b.station(r, "t" + std::to_string(t), 0, 0).rooms = {b.in("large")};
  const auto plan = plan_of(b.g, steps(1));
  CHECK(plan.feasible);
  CHECK(plan.sessions.size() == 1);
  CHECK(plan.rotations.size() == 1);
}

TEST_CASE("a search told to stop ends with what it has", "[solve]") {
  const auto problem = compiled(support::random_gathering(3));
  std::atomic<bool> stop{true};
  const Monitor monitor{.on_progress = {}, .stop = &stop};
  const auto solution =
      solve(problem, {.seconds = 3600, .iterations = {}, .seed = 1, .threads = 2}, monitor);
  CHECK(solution.score.hard == 0);
}

}  // namespace scheduler
