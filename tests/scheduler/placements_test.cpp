// What explain says a move would cost is what the move costs.
#include "scheduler/explain/placements.h"

#include "engine/problem/compile.h"
#include "engine/rules/all.h"
#include "scheduler/timetable/solve.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace {

using engine::BlockId;
using engine::Change;

engine::RoomId room_named(const engine::Gathering& gathering, const std::string& id) {
  for (std::size_t i = 0; i < gathering.rooms.size(); ++i)
    if (gathering.rooms[i].id.value == id) return {static_cast<std::int32_t>(i)};
  return {};
}

/// The score with the block of `places` moved as the placement says, counted from scratch.
engine::Score moved(const engine::Gathering& gathering,
                    const engine::Board& board,
                    BlockId block,
                    const engine::Placement& place) {
  auto copy = board;
  const bool session = board.problem().blocks[block].session >= 0;
  copy.apply(session ? Change::place(block, place.start, room_named(gathering, place.room))
                     : Change::place(block, place.start));
  return engine::PlanEvaluator(copy).audit();
}

void check_all(const engine::Gathering& gathering, const engine::Board& board) {
  const auto& problem = board.problem();
  const auto now = engine::PlanEvaluator(board).audit();
  problem.blocks.each([&](BlockId block) {
    if (!board.placed(block) || block.value % 5 != 0) return;  // some of them: it takes time
    const auto list = scheduler::placements_of(gathering, board, block);
    const auto& row = problem.blocks[block];
    const auto& places = list[static_cast<std::size_t>(list.size() == 1 ? 0 : row.round)];
    std::size_t current = 0;
    for (std::size_t i = 0; i < places.list.size(); ++i) {
      const auto& place = places.list[i];
      if (place.current) ++current;
      if (place.current) CHECK(place.cost == engine::Score{});
      if (i % 11 == 0) CHECK(now + place.cost == moved(gathering, board, block, place));
      engine::Score sum{.unplaced = place.cost.unplaced};
      bool more = false;
      for (const auto& rule : place.rules) {
        (rule.hard ? sum.hard : sum.soft) += rule.penalty;
        more = more || (rule.hard && rule.count > 0);
      }
      if (sum != place.cost || more == place.broken.empty()) FAIL_CHECK("row " << i);
    }
    CHECK(current == 1);
  });
}

}  // namespace

TEST_CASE("each start and room costs what moving there costs", "[explain]") {
  int planned = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto gathering = support::random_gathering(seed);
    engine::Diagnostics diagnostics;
    const auto problem = engine::compile(gathering, diagnostics);
    if (!problem) continue;
    ++planned;
    INFO("seed " << seed);
    check_all(gathering, scheduler::solve(*problem, {.iterations = 40, .threads = 1}, {}).board);
  }
  CHECK(planned > 1);
}

TEST_CASE("who and what is in the way is named", "[explain]") {
  auto b = support::small_gathering();
  b.people(3);
  auto& first = b.session("talk", 60);
  first.audience = b.who({"p0", "p1", "p2"});
  first.timing.start = b.at(b.when("09:00"));
  first.rooms = {b.in("large")};
  auto& second = b.session("work", 60);
  second.audience = b.who({"p0", "p1"});
  second.rooms = {b.in("large"), b.in("small")};
  b.g.people[1].available = {b.window("09:00", "11:30")};
  const auto problem = support::compiled(b.g);
  engine::Board board(problem);
  const BlockId talk{0};
  const BlockId work{1};
  board.apply(Change::place(talk, support::GatheringBuilder::moment("2026-06-01 09:00"), {0}));
  const auto places = scheduler::placements_of(b.g, board, work).front();
  CHECK_FALSE(places.placed);
  const auto texts = [&](const std::string& time, const std::string& room) {
    std::string all;
    for (const auto& place : places.list)
      if (place.start == support::GatheringBuilder::moment("2026-06-01 " + time) &&
          place.room == room)
        for (const auto& reason : place.broken) all += reason.text.en + "\n";
    return all;
  };
  CHECK(texts("09:30", "large") ==
        "p0 and p1 are at \"talk\" already\nlarge is taken by \"talk\"\n");
  CHECK(texts("09:30", "small") == "p0 and p1 are at \"talk\" already\n");
  CHECK(texts("10:00", "large").empty());
  CHECK(texts("11:00", "small") == "p1 is not available\n");
}

TEST_CASE("a rotation that is left out gets groups and rooms before it is judged", "[explain]") {
  auto b = support::small_gathering();
  b.people(6);
  auto& rotation = b.rotation("cafe", engine::Pattern::Remix, 2, 30);
  b.station(rotation, "a", 2, 4).rooms = {b.in("small"), b.in("large")};
  b.station(rotation, "b", 2, 4).rooms = {b.in("large")};
  const auto problem = support::compiled(b.g);
  const engine::Board board(problem);
  const auto list = scheduler::placements_of(b.g, board, BlockId{0});
  REQUIRE(list.size() == 1);
  REQUIRE_FALSE(list[0].list.empty());
  for (const auto& place : list[0].list) {
    CHECK(place.allowed());
    CHECK(place.cost.unplaced < 0);
    CHECK(place.stations.size() == 2);
  }
}
