#include "scheduler/timetable/decisions.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::SlotId;

void set_rooms(engine::PlanEvaluator& evaluator, BlockId block, const Decisions& decisions) {
  engine::each_moved_activity(evaluator.problem(), Change::place(block, 0), [&](ActivityId a) {
    if (evaluator.board().room(a) != decisions.rooms[a])
      evaluator.apply(Change::room(a, decisions.rooms[a]));
  });
}

bool same_rooms(const engine::Board& board, BlockId block, const Decisions& decisions) {
  bool same = true;
  engine::each_moved_activity(board.problem(), Change::place(block, 0), [&](ActivityId a) {
    same = same && board.room(a) == decisions.rooms[a];
  });
  return same;
}

}  // namespace

void note(const engine::Board& board, Decisions& decisions) {
  decisions.starts = board.starts();
  decisions.rooms = board.rooms();
  decisions.holders = board.holders();
}

void restore(engine::PlanEvaluator& evaluator, const Decisions& decisions) {
  const auto& problem = evaluator.problem();
  std::vector<BlockId> moved;
  problem.blocks.each([&](BlockId b) {
    if (evaluator.board().start(b) == decisions.starts[b] &&
        same_rooms(evaluator.board(), b, decisions))
      return;
    moved.push_back(b);
    evaluator.apply(Change::place(b, engine::kNever));
  });
  problem.slots.each([&](SlotId slot) {
    if (evaluator.board().holder(slot) != decisions.holders[slot])
      evaluator.apply(Change::holder(slot, decisions.holders[slot]));
  });
  for (const BlockId b : moved) {
    set_rooms(evaluator, b, decisions);
    evaluator.apply(Change::place(b, decisions.starts[b]));
  }
}

}  // namespace scheduler
