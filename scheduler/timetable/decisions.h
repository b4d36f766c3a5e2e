/// The starts, rooms and role holders of a board: what a search over times keeps of its best.
#pragma once

#include <span>

#include "engine/rules/all.h"

namespace scheduler {

/// Who sits where is not part of it.
struct Decisions {
  engine::Table<engine::BlockId, engine::Minute> starts;
  engine::Table<engine::ActivityId, engine::RoomId> rooms;
  engine::Table<engine::SlotId, engine::PersonId> holders;
};

void note(const engine::Board& board, Decisions& decisions);

/// Makes the board so again: whatever differs is taken out before it is put in its place.
void restore(engine::PlanEvaluator& evaluator, const Decisions& decisions);
/// The same for these blocks alone.
void restore(engine::PlanEvaluator& evaluator,
             const Decisions& decisions,
             std::span<const engine::BlockId> blocks);

}  // namespace scheduler
