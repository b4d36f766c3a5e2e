// A room for a session when others have to change theirs to make way.
#include "scheduler/timetable/room_chain.h"

#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::RoomId;

/// Three rooms; "first" fits only the first, "both" the first and second, "all" each of them.
engine::Problem three_rooms() {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "10:00");
  b.site("house");
  for (const char* room : {"r1", "r2", "r3"}) b.room(room, "house", 10);
  b.session("only", 60).rooms = {b.in("r1")};
  b.session("both", 60).rooms = {b.in("r1"), b.in("r2")};
  b.session("all", 60).rooms = {b.in("r1"), b.in("r2"), b.in("r3")};
  return support::compiled(b.g);
}

}  // namespace

TEST_CASE("rooms are passed on along a chain", "[rooms]") {
  const auto problem = three_rooms();
  const auto spots = spots_of(engine::PlanEvaluator(engine::Board(problem)));
  const auto nine = problem.starts[{0}][0];
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  evaluator.apply(Change::place(BlockId{1}, nine, RoomId{0}));
  evaluator.apply(Change::place(BlockId{2}, nine, RoomId{1}));
  RoomChain chain(evaluator.board(), spots);
  Random random(1);
  std::vector<Change> changes;
  chain.begin();
  chain.leave({0});
  REQUIRE(chain.find({0}, nine, random, changes));
  CHECK(changes == std::vector<Change>{Change::room(ActivityId{2}, RoomId{2}),
                                       Change::room(ActivityId{1}, RoomId{1}),
                                       Change::place(BlockId{0}, nine, RoomId{0})});
  for (const auto& change : changes) evaluator.apply(change);
  CHECK(evaluator.score() == engine::Score{});
}

TEST_CASE("what was found for one session counts for the next", "[rooms]") {
  const auto problem = three_rooms();
  const auto spots = spots_of(engine::PlanEvaluator(engine::Board(problem)));
  const auto nine = problem.starts[{0}][0];
  const engine::Board board(problem);
  RoomChain chain(board, spots);
  Random random(1);
  std::vector<Change> changes;
  chain.begin();
  for (const BlockId b : {BlockId{0}, BlockId{1}, BlockId{2}}) chain.leave(b);
  CHECK(chain.find({0}, nine, random, changes));
  CHECK(chain.find({1}, nine, random, changes));
  CHECK(chain.find({2}, nine, random, changes));
  engine::PlanEvaluator evaluator{engine::Board(problem)};
  for (const auto& change : changes) evaluator.apply(change);
  CHECK(evaluator.score() == engine::Score{});
}

TEST_CASE("no chain frees a room when there are too few", "[rooms]") {
  support::GatheringBuilder b;
  b.day("2026-06-01", "09:00", "11:00");
  b.site("house");
  b.room("r1", "house", 10);
  b.session("one", 60);
  b.session("other", 60);
  const auto problem = support::compiled(b.g);
  const auto spots = spots_of(engine::PlanEvaluator(engine::Board(problem)));
  engine::Board board(problem);
  board.apply(Change::place(BlockId{0}, problem.starts[{0}][0], RoomId{0}));
  RoomChain chain(board, spots);
  Random random(1);
  std::vector<Change> changes;
  chain.begin();
  chain.leave({1});
  CHECK_FALSE(chain.find({1}, problem.starts[{1}][0], random, changes));
  CHECK(changes.empty());
}

}  // namespace scheduler
