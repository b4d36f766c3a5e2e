// When everything would start if rooms did not matter.
#include "scheduler/timetable/times_first.h"

#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Minute;

Spots spots_of_empty(const engine::Problem& problem) {
  return spots_of(engine::PlanEvaluator(engine::Board(problem)));
}

Blocks all_blocks(const engine::Problem& problem) {
  Blocks blocks;
  problem.blocks.each([&](BlockId b) { blocks.push_back(b); });
  return blocks;
}

bool never() {
  return false;
}

constexpr int kHours = 8;

/// Two days of eight hours with five sessions each, and sixty delegations of two that are in one
/// session of nearly every hour: nobody has the time for any other programme, but rooms are plenty.
engine::Problem programme(std::uint64_t seed) {
  Random random(seed);
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "17:00");
  b.day("2026-06-02", "09:00", "17:00");
  b.g.grid.value = 60;
  b.people(120);
  std::vector<std::vector<std::string>> audiences(2 * kHours * 5);
  for (int delegation = 0; delegation < 60; ++delegation)
    for (std::size_t hour = 0; hour < 2 * kHours; ++hour) {
      if (random.below(8) == 0) continue;
      auto& audience = audiences[hour * 5 + random.below(5)];
      audience.push_back("p" + std::to_string(2 * delegation));
      audience.push_back("p" + std::to_string(2 * delegation + 1));
    }
  for (std::size_t s = 0; s < audiences.size(); ++s)
    b.session("s" + std::to_string(s), 60).audience = b.who(audiences[s]);
  return support::compiled(b.g);
}

/// Pairs of blocks that share people at the same time.
int clashes(const engine::Problem& problem, const TimesFirst& times) {
  int found = 0;
  problem.blocks.each([&](BlockId a) {
    for (const auto& n : problem.neighbours[problem.blocks[a].first_part]) {
      const auto b = problem.parts[n.part].block;
      const auto apart = times.start(a.index()) - times.start(b.index());
      found += apart < problem.blocks[b].minutes && -apart < problem.blocks[a].minutes;
    }
  });
  return found / 2;
}

}  // namespace

TEST_CASE("a programme in which everybody is taken nearly all day is found again", "[times]") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto problem = programme(seed);
    const auto spots = spots_of_empty(problem);
    TimesFirst times(problem, spots, all_blocks(problem));
    Random random(seed);
    REQUIRE(times.run(3'000, random, never));
    INFO("seed " << seed);
    CHECK(clashes(problem, times) < 8);
  }
}

TEST_CASE("who has a time of its own keeps it, and the others go round it", "[times]") {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "12:00");
  b.g.grid.value = 60;
  b.people(1);
  for (const std::string id : {"first", "second", "third"})
    b.session(id, 60).audience = b.who(std::vector<std::string>{"p0"});
  b.g.sessions[1].timing.start = b.at(b.when("10:00"));
  const auto problem = support::compiled(b.g);
  const auto spots = spots_of_empty(problem);
  TimesFirst times(problem, spots, all_blocks(problem));
  Random random(1);
  REQUIRE(times.run(200, random, never));
  CHECK(times.start(1) == spots[{1}][0].start);
  CHECK(clashes(problem, times) == 0);
}

}  // namespace scheduler
