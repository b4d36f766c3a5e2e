// Who is placed next, and where, when the earliest free spots leave something out.
#include "scheduler/timetable/saturation.h"

#include "scheduler/timetable/placing.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace scheduler {
namespace {

using engine::BlockId;

/// `sessions` by the people they share, an hour each, in a morning of `hours`.
engine::Problem morning(int hours, const std::vector<std::vector<std::string>>& sessions) {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", hours == 2 ? "11:00" : "12:00");
  b.g.grid.value = 60;
  b.people(9);
  int n = 0;
  for (const auto& people : sessions)
    b.session("s" + std::to_string(n++), 60).audience = b.who(people);
  return support::compiled(b.g);
}

}  // namespace

TEST_CASE("who loses starts is next, and a start in the middle takes most", "[saturation]") {
  const auto problem = morning(3, {{"p0"}, {"p1"}, {"p1", "p2"}, {"p2"}});
  const auto spots = spots_of(engine::PlanEvaluator(engine::Board(problem)));
  Saturation saturation(problem, spots, {{0}, {1}, {2}, {3}});
  CHECK(saturation.taken_from_others({0}, 300) == std::vector<Weight>{0, 0, 0});
  CHECK(saturation.taken_from_others({1}, 300) == std::vector<Weight>{100, 100, 100});
  CHECK(saturation.take() == BlockId{0});  // all alike: the first
  saturation.place({0}, spots[{0}][0].start);
  CHECK(saturation.take() == BlockId{1});
  saturation.place({1}, spots[{1}][2].start);
  CHECK(saturation.take() == BlockId{2});  // has lost one of its three
  CHECK(saturation.taken_from_others({2}, 300) == std::vector<Weight>{100, 100, 100});
  saturation.place({2}, spots[{2}][0].start);
  CHECK(saturation.taken_from_others({1}, 300) == std::vector<Weight>{0, 0, 0});  // nobody waits
  CHECK(saturation.take() == BlockId{3});
  CHECK(saturation.empty());
}

TEST_CASE("a long session forbids every start that would meet it", "[saturation]") {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "12:00");
  b.g.grid.value = 30;
  b.people(1);
  b.session("short", 30).audience = b.who(std::vector<std::string>{"p0"});
  b.session("long", 90).audience = b.who(std::vector<std::string>{"p0"});
  const auto problem = support::compiled(b.g);
  const auto spots = spots_of(engine::PlanEvaluator(engine::Board(problem)));
  const Saturation saturation(problem, spots, {{0}, {1}});
  // of six starts of the short one: 9:00, 9:30 and 10:00 for the long one at 9:00, and so on
  CHECK(saturation.taken_from_others({1}, 60) == std::vector<Weight>{30, 30, 30, 30});
  // of four starts of the long one: at 9:00 only its first, at 10:00 three
  CHECK(saturation.taken_from_others({0}, 40) == std::vector<Weight>{10, 20, 30, 30, 20, 10});
}

TEST_CASE("two hours are enough where the earliest spots leave two out", "[saturation]") {
  // a0 meets all but b0, a1 all but b1, a2 all but b2: the a at nine, the b at ten
  const auto problem = morning(
      2, {{"p0", "p1"}, {"p2", "p4"}, {"p2", "p3"}, {"p0", "p5"}, {"p4", "p5"}, {"p1", "p3"}});
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  const auto spots = spots_of(evaluator);
  Random random(1);
  Budget budget(1, Budget::Clock::time_point::max(), nullptr);
  Placing(evaluator, spots, random, budget).run(planned_apart(problem), [](engine::Score) {});
  CHECK(evaluator.score().unplaced == 0);
  CHECK(evaluator.score().hard == 0);
}

}  // namespace scheduler
