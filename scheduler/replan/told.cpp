#include "scheduler/replan/told.h"

#include "engine/problem/items.h"
#include "engine/rules/rule.h"

namespace scheduler {

bool is_at(const engine::Board& board, const Told& told) {
  return board.start(told.block) == told.start &&
         (!told.room.exists() ||
          board.room(engine::first_activity(board.problem(), told.block)) == told.room);
}

Misled misled(const engine::Board& board, const std::vector<Told>& told) {
  const auto& problem = board.problem();
  Misled found;
  std::vector<bool> seen(problem.people);
  for (const auto& t : told) {
    if (is_at(board, t)) continue;
    ++found.items;
    engine::each_part(problem, t.block, [&](engine::PartId part) {
      for (const auto person : problem.attendees[part]) {
        if (!seen[person.index()]) ++found.people;
        seen[person.index()] = true;
      }
    });
  }
  return found;
}

}  // namespace scheduler
