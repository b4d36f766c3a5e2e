// What may be planned apart, and plans made of the best of each part.
#include "scheduler/timetable/apart.h"

#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;

/// Two towns: a room, two sessions and a person each; the first two sessions are in the one.
support::GatheringBuilder two_towns() {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "11:00");
  b.g.grid.value = 60;
  b.people(4);
  for (const std::string town : {"ambert", "brioude"}) {
    b.site(town);
    b.room("salle-" + town, town, 10);
  }
  b.travel("ambert", "brioude", 60);
  const std::vector<std::string> who = {"p0", "p0", "p1", "p1"};
  for (std::size_t i = 0; i < 4; ++i) {
    auto& session = b.session("s" + std::to_string(i), 60);
    session.audience = b.who(std::vector<std::string>{who[i]});
    session.rooms = {b.in(i < 2 ? "salle-ambert" : "salle-brioude")};
  }
  return b;
}

std::vector<Blocks> groups(const support::GatheringBuilder& b) {
  return planned_apart(support::compiled(b.g));
}

const std::vector<Blocks> kTwo = {{{0}, {1}}, {{2}, {3}}};
const std::vector<Blocks> kOne = {{{0}, {1}, {2}, {3}}};

}  // namespace

TEST_CASE("towns that share nothing are planned apart", "[apart]") {
  CHECK(groups(two_towns()) == kTwo);
}

TEST_CASE("whatever two sessions may share joins their towns", "[apart]") {
  auto b = two_towns();
  SECTION("a person") {
    b.g.sessions[3].audience = b.who(std::vector<std::string>{"p0"});
  }
  SECTION("somebody who may lead either") {
    for (const std::size_t i : {0U, 2U})
      b.g.sessions[i].team = {
          b.open_role("facilitator", 1, b.who(std::vector<std::string>{"p2", "p3"}))};
  }
  SECTION("a room") {
    b.g.sessions[2].rooms = {b.in("salle-brioude"), b.in("salle-ambert")};
  }
  SECTION("their order") {
    b.g.sessions[3].timing.after = {b.after("s1")};
  }
  SECTION("a theme") {
    for (const std::size_t i : {1U, 2U}) b.g.sessions[i].tags = b.keys({"energie"});
  }
  SECTION("never at the same time") {
    b.g.sessions[3].timing.not_with = b.not_with({"s0"});
  }
  CHECK(groups(b) == kOne);
}

TEST_CASE("of two plans the better one of each town", "[apart]") {
  const auto problem = support::compiled(two_towns().g);
  const auto apart = planned_apart(problem);
  const auto start = problem.starts[BlockId{0}].front();
  const auto plan = [&](const std::vector<int>& placed) {
    engine::PlanEvaluator evaluator{engine::Board(problem)};
    for (const int i : placed)
      evaluator.apply(Change::place({i}, start + 60 * (i % 2), engine::RoomId{i < 2 ? 0 : 1}));
    return evaluator;
  };
  auto mine = plan({0, 1, 2});  // Brioude lacks one
  take_better(mine, plan({1, 2, 3}).board(), apart);
  CHECK(mine.score() == plan({0, 1, 2, 3}).score());
  CHECK(mine.board().placed({0}));
  CHECK(mine.board().placed({3}));
}

}  // namespace scheduler
