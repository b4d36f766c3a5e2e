// The lists a board keeps beside its decisions, after many changes, against a look at everything.
#include "engine/plan/board.h"

#include <algorithm>

#include "engine/plan/view.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

namespace engine {
namespace {

/// Every activity of a placed block that is in the room.
std::vector<ActivityId> inside(const Board& board, RoomId room) {
  std::vector<ActivityId> found;
  const auto& problem = board.problem();
  problem.activities.each([&](ActivityId a) {
    if (board.room(a) == room && board.placed(problem.parts[problem.activities[a].part].block))
      found.push_back(a);
  });
  return found;
}

void compare_rooms(const Board& board, Interval time) {
  const auto view = view_of(board);
  board.problem().rooms.each([&](RoomId room) {
    const auto list = board.in_room(room);
    CHECK(std::is_sorted(list.begin(), list.end(), [](const Booking& a, const Booking& b) {
      return a.use.from < b.use.from;
    }));
    const auto all = inside(board, room);
    CHECK(list.size() == all.size());
    const auto near = board.in_room(room, time);
    for (const ActivityId a : all) {
      if (!view.use(a).overlaps(time)) continue;
      CHECK(
          std::any_of(near.begin(), near.end(), [&](const Booking& b) { return b.activity == a; }));
    }
  });
}

void compare_starts(const Board& board) {
  const auto& ticks = board.problem().ticks;
  std::size_t placed = 0;
  for (std::size_t row = 0; row <= ticks.size(); ++row)
    for (const BlockId block : board.starting(row)) {
      ++placed;
      const auto start = board.start(block);
      CHECK(row == (ticks.row_of(start) < 0 ? ticks.size()
                                            : static_cast<std::size_t>(ticks.row_of(start))));
    }
  CHECK(placed == board.problem().blocks.size() - board.unplaced_blocks());
}

}  // namespace

TEST_CASE("a board knows who starts when and what a room is used for", "[board]") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    INFO(seed);
    Diagnostics diagnostics;
    const auto problem = compile(support::random_gathering(seed), diagnostics);
    if (!problem) continue;
    Board board(*problem);
    for (std::size_t round = 0; round < 4; ++round) {
      problem->blocks.each([&](BlockId b) {
        const auto& starts = problem->starts[b];
        const auto pick = (seed + round * 7 + b.index() * 5) % (starts.size() + 2);
        board.apply(Change::place(b,
                                  pick < starts.size()    ? starts[pick]
                                  : pick == starts.size() ? kNever
                                                          : starts[0] + 1));  // between ticks
      });
      problem->activities.each([&](ActivityId a) {
        const auto rooms = problem->room_choices[a];
        if (!rooms.empty()) board.apply(Change::room(a, rooms[(a.index() + round) % rooms.size()]));
      });
      compare_starts(board);
      for (std::size_t row = 0; row < problem->ticks.size(); row += 3)
        compare_rooms(board, {problem->ticks[row], problem->ticks[row] + 25});
    }
  }
}

}  // namespace engine
