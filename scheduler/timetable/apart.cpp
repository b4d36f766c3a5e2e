#include "scheduler/timetable/apart.h"

#include "scheduler/graph/components.h"
#include "scheduler/timetable/decisions.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::PartId;
using engine::Problem;

/// Blocks come first among the vertices, then whatever they may share.
class Sharing {
 public:
  explicit Sharing(const Problem& problem)
      : people_(static_cast<int>(problem.blocks.size())),
        rooms_(people_ + static_cast<int>(problem.people)),
        equipment_(rooms_ + static_cast<int>(problem.rooms.size())),
        themes_(equipment_ + static_cast<int>(problem.stock.size())),
        joined_(themes_ + static_cast<int>(problem.with_theme.size())) {
    problem.blocks.each([&](BlockId block) { add(problem, block); });
    for (const auto& row : problem.precedences) join(row.earlier, row.later.value);
    for (const auto& [a, b] : problem.same_start) join(a, b.value);
    for (const auto& row : problem.not_with) join(row.first, row.second.value);
    if (problem.shuttles.empty() && problem.vehicles.empty()) return;
    problem.blocks.each([&](BlockId block) { join(block, 0); });
  }

  Components components() { return joined_.components(); }

 private:
  void join(BlockId block, int other) { joined_.join(block.value, other); }

  void add(const Problem& problem, BlockId block) {
    join(block, engine::blocks_of_item(problem, block).first.value);
    for (const auto theme : problem.themes[block]) join(block, themes_ + theme.value);
    engine::each_part(problem, block, [&](PartId part) {
      for (const auto person : problem.attendees[part]) join(block, people_ + person.value);
      engine::each_activity(problem, part, [&](ActivityId a) { add(problem, block, a); });
    });
  }

  void add(const Problem& problem, BlockId block, ActivityId a) {
    for (const auto room : problem.room_choices[a]) join(block, rooms_ + room.value);
    for (const auto& need : problem.equipment[a]) join(block, equipment_ + need.equipment.value);
    for (const auto slot : problem.slots_of[a])
      for (const auto person : problem.pools[slot]) join(block, people_ + person.value);
  }

  int people_;
  int rooms_;
  int equipment_;
  int themes_;
  Joined joined_;
};

/// Plans the group as `from` does, whose decisions are given; who sits where is part of it.
void plan_as(engine::PlanEvaluator& evaluator,
             const engine::Board& from,
             const Decisions& decisions,
             const Blocks& group) {
  restore(evaluator, decisions, group);
  const auto& problem = evaluator.problem();
  for (const BlockId block : group) {
    const auto id = problem.blocks[block].rotation;
    if (!id.exists()) continue;
    engine::each_seat(problem.rotations[id], [&](engine::SeatId seat) {
      if (evaluator.board().station(seat) != from.station(seat))
        evaluator.apply(engine::Change::station(seat, from.station(seat)));
    });
  }
}

}  // namespace

std::vector<Blocks> planned_apart(const Problem& problem) {
  std::vector<Blocks> groups;
  for (const auto& component : Sharing(problem).components()) {
    Blocks blocks;
    for (const int v : component)
      if (v < static_cast<int>(problem.blocks.size())) blocks.push_back(BlockId{v});
    if (!blocks.empty()) groups.push_back(std::move(blocks));
  }
  return groups;
}

void take_better(engine::PlanEvaluator& evaluator,
                 const engine::Board& better,
                 const std::vector<Blocks>& groups) {
  const engine::Board before = evaluator.board();
  Decisions mine;
  Decisions theirs;
  note(before, mine);
  note(better, theirs);
  for (const auto& group : groups) {
    const auto score = evaluator.score();
    plan_as(evaluator, better, theirs, group);
    if (!(evaluator.score() < score)) plan_as(evaluator, before, mine, group);
  }
}

}  // namespace scheduler
