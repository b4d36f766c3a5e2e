// Those in the way of a block at a start, against all who share people with it.
#include "scheduler/timetable/neighbours.h"

#include <set>

#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace scheduler {

using engine::BlockId;

TEST_CASE("those in the way are those whose people would be in two places", "[neighbours]") {
  std::size_t several = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(support::random_gathering(seed), diagnostics);
    if (!problem) continue;
    engine::PlanEvaluator evaluator{engine::Board(*problem)};
    problem->blocks.each([&](BlockId b) {
      const auto& starts = problem->starts[b];
      const bool between = (seed + b.index()) % 5 == 0;  // as what an organiser fixed may be
      evaluator.apply(engine::Change::place(b, starts[seed % starts.size()] + (between ? 1 : 0)));
    });
    const auto view = engine::view_of(evaluator.board());
    const Neighbours neighbours(*problem);
    problem->blocks.each([&](BlockId b) {
      for (const auto start : problem->starts[b]) {
        std::set<BlockId> expected;
        engine::each_part(*problem, b, [&](engine::PartId part) {
          const auto& row = problem->parts[part];
          const engine::Interval time{start + row.offset, start + row.offset + row.minutes};
          for (const auto& n : problem->neighbours[part])
            if (time.overlaps(view.time(n.part))) expected.insert(view.block_of(n.part));
        });
        std::set<BlockId> found;
        const auto tick = static_cast<std::size_t>(problem->ticks.row_of(start));
        CHECK(neighbours.all_in_the_way(evaluator, b, start, tick, [&](BlockId other) {
          found.insert(other);
          return true;
        }));
        CHECK(found == expected);
        several += found.size() > 1;
      }
    });
  }
  CHECK(several > 30);
}

}  // namespace scheduler
