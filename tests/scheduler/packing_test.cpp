// Places for the last sessions where every room is full all day.
#include "scheduler/timetable/packing.h"

#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace scheduler {
namespace {

using engine::PlanEvaluator;
using engine::Scope;
using engine::Score;

constexpr std::size_t kRooms = 5;
constexpr std::size_t kHours = 6;

/// As many sessions of an hour as hours in all rooms together. A plan is hidden in it: each session
/// has its hour and its room there, of two it may have; people attend four sessions at four hours.
engine::Problem full_day(std::uint64_t seed) {
  Random random(seed);
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "15:00");
  b.g.grid.value = 60;
  b.site("house");
  for (std::size_t r = 0; r < kRooms; ++r) b.room("r" + std::to_string(r), "house", 100);
  b.people(30);
  std::vector<std::vector<std::string>> audiences(kRooms * kHours);
  for (int p = 0; p < 30; ++p) {
    const auto idle = random.below(kHours);
    for (std::size_t h = 0; h < kHours; ++h)
      if (h != idle && h != (idle + 3) % kHours)
        audiences[h * kRooms + random.below(kRooms)].push_back("p" + std::to_string(p));
  }
  for (std::size_t s = 0; s < audiences.size(); ++s) {
    auto& session = b.session("s" + std::to_string(s), 60);
    session.audience = b.who(audiences[s]);
    const auto other = (s + 1 + random.below(kRooms - 1)) % kRooms;
    session.rooms = {b.in("r" + std::to_string(s % kRooms)), b.in("r" + std::to_string(other))};
  }
  return support::compiled(b.g);
}

Blocks all_blocks(const engine::Problem& problem) {
  Blocks blocks;
  problem.blocks.each([&](engine::BlockId b) { blocks.push_back(b); });
  return blocks;
}

}  // namespace

TEST_CASE("a day that is full in every room is packed, and no rule is broken", "[packing]") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto problem = full_day(seed);
    const auto spots = spots_of(PlanEvaluator(engine::Board(problem)));
    PlanEvaluator evaluator(engine::Board(problem), Scope::HardRules);
    Random random(seed);
    Incumbent best(evaluator);
    int told = 0;
    Packing packing(evaluator, spots, random);
    const auto tell = [&](Score score) {
      CHECK(score == evaluator.score());
      ++told;
    };
    const auto never = [] { return false; };
    CHECK(packing.run(all_blocks(problem), 2'000'000, best, never, tell));
    CHECK_FALSE(packing.run(all_blocks(problem), 2'000'000, best, never, tell));
    CHECK(best.score() == Score{});
    CHECK(evaluator.audit() == best.score());
    CHECK(told > 10);
  }
}

TEST_CASE("packing ends when it is told to, and the best is the best it met", "[packing]") {
  const auto problem = full_day(6);
  const auto spots = spots_of(PlanEvaluator(engine::Board(problem)));
  PlanEvaluator evaluator(engine::Board(problem), Scope::HardRules);
  Random random(1);
  Incumbent best(evaluator);
  Score last = best.score();
  int steps = 0;
  Packing(evaluator, spots, random)
      .run(
          all_blocks(problem),
          2'000'000,
          best,
          [&] { return ++steps > 400; },
          [&](Score score) {
            CHECK(score < last);
            last = score;
          });
  CHECK(steps == 401);
  CHECK(evaluator.score().hard == 0);
  CHECK(evaluator.audit() == evaluator.score());
  restore(evaluator, best.decisions());
  CHECK(evaluator.score() == last);
}

TEST_CASE("sessions whose team is to be found are not for packing", "[packing]") {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "12:00");
  b.people(2);
  b.session("talk", 60).team = {b.open_role("speaker", 1, b.who("all"))};
  const auto problem = support::compiled(b.g);
  const auto spots = spots_of(PlanEvaluator(engine::Board(problem)));
  PlanEvaluator evaluator(engine::Board(problem), Scope::HardRules);
  Random random(1);
  Incumbent best(evaluator);
  Packing packing(evaluator, spots, random);
  CHECK_FALSE(packing.run(
      all_blocks(problem), 1'000, best, [] { return false; }, [](Score) {}));
}

}  // namespace scheduler
