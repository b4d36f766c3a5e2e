#include "scheduler/timetable/placement.h"

#include "scheduler/timetable/around.h"
#include "scheduler/timetable/station_rooms.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {

using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::PlanEvaluator;

void put(
    PlanEvaluator& evaluator, BlockId block, Minute start, engine::RoomId room, Random& random) {
  const bool rotation = evaluator.problem().blocks[block].rotation.exists();
  evaluator.apply(rotation ? Change::place(block, start) : Change::place(block, start, room));
  if (rotation) choose_station_rooms(evaluator, block);
  fill_teams(evaluator, block, random);
}

void take_out(PlanEvaluator& evaluator, BlockId block) {
  clear_teams(evaluator, block);
  evaluator.apply(Change::place(block, engine::kNever));
}

void eject_those_in_the_way(PlanEvaluator& evaluator,
                            BlockId block,
                            std::int64_t hard_before,
                            Minute reach,
                            const std::vector<Weight>& weights,
                            std::vector<BlockId>& ejected) {
  if (evaluator.score().hard <= hard_before) return;
  const auto others = around(evaluator.board(), block, reach);
  while (evaluator.score().hard > hard_before) {
    BlockId worst;
    double most = 0;
    for (const BlockId other : others) {
      if (!evaluator.board().placed(other)) continue;
      const auto gain = -evaluator.hard_delta(Change::place(other, engine::kNever));
      const double worth = static_cast<double>(gain) / static_cast<double>(weights[other.index()]);
      if (worth > most) {
        most = worth;
        worst = other;
      }
    }
    if (!worst.exists()) {
      take_out(evaluator, block);
      return;
    }
    take_out(evaluator, worst);
    ejected.push_back(worst);
  }
}

}  // namespace scheduler
