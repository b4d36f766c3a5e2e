#include "scheduler/timetable/around.h"

#include <algorithm>
#include <span>

#include "engine/rules/rule.h"

namespace scheduler {

using engine::ActivityId;
using engine::BlockId;
using engine::Minute;
using engine::PartId;

Minute furthest_reach(const engine::Problem& problem) {
  Minute reach = 0;
  for (const Minute minutes : problem.travel) reach = std::max(reach, minutes);
  Minute pause = 0;
  for (const auto& room : problem.rooms) pause = std::max(pause, room.setup);
  Minute around = 0;
  for (const auto& part : problem.parts) around = std::max(around, part.setup + part.teardown);
  for (const auto& shuttle : problem.shuttles)
    reach = std::max(reach, shuttle.minutes + shuttle.every);
  return reach + pause + 2 * around + 1;
}

std::vector<BlockId> around(const engine::Board& board, BlockId block, Minute reach) {
  const auto& problem = board.problem();
  std::vector<BlockId> found;
  const engine::Interval time{board.start(block) - reach,
                              board.start(block) + problem.blocks[block].minutes + reach};
  const auto add = [&](BlockId other) {
    const Minute start = board.start(other);
    if (board.placed(other) && time.overlaps({start, start + problem.blocks[other].minutes}))
      found.push_back(other);
  };
  const auto add_part = [&](PartId part) { add(problem.parts[part].block); };
  const auto add_activity = [&](ActivityId a) { add_part(problem.activities[a].part); };
  engine::each_part(problem, block, [&](PartId part) {
    for (const auto& n : problem.neighbours[part]) add_part(n.part);
    for (const auto person : problem.attendees[part])
      for (const auto slot : board.held_by(person)) add_activity(problem.slots[slot].activity);
    engine::each_activity(problem, part, [&](ActivityId a) {
      if (board.room(a).exists())
        for (const auto& booking : board.in_room(board.room(a))) add(booking.block);
      for (const auto slot : problem.slots_of[a]) {
        if (!board.holder(slot).exists()) continue;
        for (const PartId other : problem.parts_of[board.holder(slot)]) add_part(other);
        for (const auto held : board.held_by(board.holder(slot)))
          add_activity(problem.slots[held].activity);
      }
      if (!problem.equipment[a].empty())
        problem.activities.each([&](ActivityId b) {
          if (!problem.equipment[b].empty()) add_activity(b);
        });
    });
  });
  for (const auto i : problem.precedences_of[block]) {
    found.push_back(problem.precedences[static_cast<std::size_t>(i)].earlier);
    found.push_back(problem.precedences[static_cast<std::size_t>(i)].later);
  }
  const auto add_pairs = [&](std::span<const std::int32_t> rows, const auto& pairs) {
    for (const auto i : rows) {
      found.push_back(pairs[static_cast<std::size_t>(i)].first);
      found.push_back(pairs[static_cast<std::size_t>(i)].second);
    }
  };
  add_pairs(problem.same_start_of[block], problem.same_start);
  add_pairs(problem.not_with_of[block], problem.not_with);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  found.erase(std::remove(found.begin(), found.end(), block), found.end());
  return found;
}

}  // namespace scheduler
