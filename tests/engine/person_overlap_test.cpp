// The table behind person-overlap: who is in the way of a block at any start.
#include "engine/rules/person_overlap.h"

#include "engine/rules/all.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace engine {

TEST_CASE("moments between two others are found without a search", "[ticks]") {
  const Ticks ticks(std::vector<Minute>{600, 540, 570, 600, 660});
  CHECK(ticks.size() == 4);
  CHECK(ticks[3] == 660);
  CHECK(ticks.row_of(570) == 1);
  CHECK(ticks.row_of(580) == -1);
  CHECK(ticks.row_of(0) == -1);
  CHECK(ticks.row_of(9999) == -1);
  CHECK(ticks.between(540, 660) == std::pair<std::size_t, std::size_t>{1, 3});
  CHECK(ticks.between(0, 9999) == std::pair<std::size_t, std::size_t>{0, 4});
  CHECK(ticks.between(600, 600) == std::pair<std::size_t, std::size_t>{3, 3});
  CHECK(Ticks(std::vector<Minute>{}).between(0, 10) == std::pair<std::size_t, std::size_t>{0, 0});
}

TEST_CASE("the table says who would be taken at every start", "[rules]") {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Diagnostics diagnostics;
    const auto problem = compile(support::random_gathering(seed), diagnostics);
    if (!problem) continue;
    PlanEvaluator evaluator{Board(*problem)};
    problem->blocks.each([&](BlockId b) {
      evaluator.apply(Change::place(b, problem->starts[b][seed % problem->starts[b].size()]));
    });
    const auto view = view_of(evaluator.board());
    problem->blocks.each([&](BlockId b) {
      for (const Minute start : problem->starts[b]) {
        Taken expected;
        each_part(*problem, b, [&](PartId part) {
          const auto& row = problem->parts[part];
          const Interval time{start + row.offset, start + row.offset + row.minutes};
          for (const auto& n : problem->neighbours[part]) {
            if (!time.overlaps(view.time(n.part))) continue;
            expected.people += n.people;
            ++expected.parts;
            expected.blocks += static_cast<std::uint32_t>(view.block_of(n.part).value);
          }
        });
        const auto tick = static_cast<std::size_t>(problem->ticks.row_of(start));
        const auto found = evaluator.rule<PersonOverlap>().taken(b, tick);
        CHECK(found.people == expected.people);
        CHECK(found.parts == expected.parts);
        CHECK(found.blocks == expected.blocks);
        taken += found.people > 0;
      }
    });
  }
  CHECK(taken > 100);
}

}  // namespace engine
