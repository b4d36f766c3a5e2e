// What is wrong, said once for all who are concerned.
#include "engine/plan/remarks.h"

#include "engine/plan/make_plan.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace {

/// A talk and a meal at the same hour, for so many people.
engine::Plan clash_of(int people) {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "12:00");
  b.site("house");
  b.room("hall", "house", 20);
  b.room("kitchen", "house", 20);
  b.people(people);
  for (const auto* id : {"talk", "meal"}) b.session(id, 60).audience = b.who("all");
  engine::Diagnostics diagnostics;
  const auto problem = engine::compile(b.g, diagnostics);
  REQUIRE(problem);
  engine::Board board(*problem);
  for (std::int32_t i = 0; i < 2; ++i)
    board.apply(engine::Change::place(
        engine::BlockId{i}, support::GatheringBuilder::moment("2026-06-01 09:00"), {i}));
  return engine::make_plan(b.g, *problem, board);
}

}  // namespace

TEST_CASE("a crowd that should be in two places is one remark", "[rules]") {
  const auto plan = clash_of(5);
  CHECK(plan.score.hard == 5);
  REQUIRE(plan.remarks.size() == 1);
  CHECK_THAT(plan.remarks.front().text.en,
             Catch::Matchers::ContainsSubstring("and 4 other people likewise"));
  CHECK(support::well_set(plan.remarks.front().text.fr));
}

TEST_CASE("two people who should be in two places are each named", "[rules]") {
  CHECK(clash_of(2).remarks.size() == 2);
}
