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

void restore(engine::PlanEvaluator& evaluator,
             const Decisions& decisions,
             std::span<const BlockId> blocks) {
  const auto& problem = evaluator.problem();
  std::vector<BlockId> moved;
  for (const BlockId b : blocks) {
    if (evaluator.board().start(b) == decisions.starts[b] &&
        same_rooms(evaluator.board(), b, decisions))
      continue;
    moved.push_back(b);
    evaluator.apply(Change::place(b, engine::kNever));
  }
  for (const BlockId b : blocks)
    engine::each_part(problem, b, [&](engine::PartId part) {
      engine::each_activity(problem, part, [&](ActivityId a) {
        for (const SlotId slot : problem.slots_of[a])
          if (evaluator.board().holder(slot) != decisions.holders[slot])
            evaluator.apply(Change::holder(slot, decisions.holders[slot]));
      });
    });
  for (const BlockId b : moved) {
    set_rooms(evaluator, b, decisions);
    evaluator.apply(Change::place(b, decisions.starts[b]));
  }
}

void restore(engine::PlanEvaluator& evaluator, const Decisions& decisions) {
  std::vector<BlockId> all;
  evaluator.problem().blocks.each([&](BlockId b) { all.push_back(b); });
  restore(evaluator, decisions, all);
}

}  // namespace scheduler
