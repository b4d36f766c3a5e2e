/// Which days of which people a change may alter, for rules about how somebody's day goes.
#pragma once

#include "engine/rules/expected.h"

namespace engine {

/// Of a Place change. Days that only change rooms are left out unless `rooms` matter.
template <class F>
void each_day_moved(const Board& board, const Change& change, bool rooms, F f) {
  const BlockId block{change.row};
  const Minute before = board.start(block);
  const Minute after = change.start;
  if (before == after && (!rooms || before == kNever)) return;
  const bool both = before != kNever && after != kNever && day_of(before) != day_of(after);
  each_expected(view_of(board), block, [&](PersonId person) {
    f(person, day_of(before == kNever ? after : before));
    if (both) f(person, day_of(after));
  });
}

/// Calls `f(person, day)` for each day that may change for someone, each once.
template <class F>
void each_touched_day(const Board& board, const Change& change, bool rooms, F f) {
  const auto& problem = board.problem();
  const auto view = view_of(board);
  const auto touch = [&](PartId part) {
    return [&, start = board.start(view.block_of(part))](PersonId person) {
      if (start != kNever) f(person, day_of(start));
    };
  };
  switch (change.kind) {
    case Change::Kind::Place:
      return each_day_moved(board, change, rooms, f);
    case Change::Kind::Room: {
      const PartId part = problem.activities[ActivityId{change.row}].part;
      if (rooms && board.placed(view.block_of(part))) each_expected(view, part, touch(part));
      return;
    }
    case Change::Kind::Holder:
      return each_reassigned_person(
          board,
          change,
          touch(problem.activities[problem.slots[SlotId{change.row}].activity].part));
    case Change::Kind::Station:
      return each_reassigned_person(board, change, touch(problem.seats[SeatId{change.row}].part));
  }
}

}  // namespace engine
