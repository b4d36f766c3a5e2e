#include "scheduler/timetable/exchange.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::Minute;

}  // namespace

Exchange::Exchange(engine::PlanEvaluator& evaluator,
                   const Spots& spots,
                   const Neighbours& neighbours)
    : evaluator_(evaluator),
      neighbours_(neighbours),
      rooms_(evaluator.board(), spots),
      trial_(evaluator),
      allowed_(spots.blocks() * evaluator.problem().ticks.size()),
      side_(spots.blocks()) {
  const auto& ticks = evaluator.problem().ticks;
  evaluator.problem().blocks.each([&](BlockId b) {
    // Comfort is no reason to move what people have been told.
    if (evaluator.problem().published_start[b] != engine::kNever) return;
    for (const auto& spot : spots[b])
      allowed_[b.index() * ticks.size() + static_cast<std::size_t>(ticks.row_of(spot.start))] =
          true;
  });
}

bool Exchange::attempt(
    BlockId block, Minute start, BlockId other, double tolerance, Random& random) {
  const bool gathered = gather(block, start, other);
  for (const auto& member : members_) side_[member.block.index()] = 0;
  if (!gathered) return false;
  if (!find_places(random)) return false;
  if (members_.size() > 1 && !promising(tolerance)) return false;
  if (make(tolerance)) return true;
  trial_.undo();
  return false;
}

bool Exchange::gather(BlockId block, Minute start, BlockId other) {
  members_.clear();
  const auto& board = evaluator_.board();
  if (!add(block, start, 1)) return false;
  const Minute by = board.placed(block) ? start - board.start(block) : 0;
  if (other.exists() && !add(other, board.start(other) - by, -1)) return false;
  for (std::size_t i = 0; i < members_.size(); ++i)
    if (!add_bound_ones(members_[i]) || !add_those_in_the_way(members_[i], by)) return false;
  return true;
}

bool Exchange::add(BlockId block, Minute start, int side) {
  const auto& ticks = evaluator_.problem().ticks;
  const auto row = ticks.row_of(start);
  if (row < 0 || members_.size() == longest_) return false;
  const auto tick = static_cast<std::size_t>(row);
  if (!allowed_[block.index() * ticks.size() + tick]) return false;
  members_.push_back({block, start, tick, side});
  side_[block.index()] = static_cast<std::int8_t>(side);
  return true;
}

/// Those that must start when a member does.
bool Exchange::add_bound_ones(Member member) {
  const auto& problem = evaluator_.problem();
  for (const auto i : problem.same_start_of[member.block]) {
    const auto& pair = problem.same_start[static_cast<std::size_t>(i)];
    const BlockId other = pair.first == member.block ? pair.second : pair.first;
    if (side_[other.index()] == 0 && !add(other, member.start, member.side)) return false;
  }
  return true;
}

/// Those who share people with a member and are at its new time, unless they move as well.
bool Exchange::add_those_in_the_way(Member member, Minute by) {
  const auto found = evaluator_.rule<engine::PersonOverlap>().taken(member.block, member.tick);
  if (found.parts == 0) return true;
  if (by == 0 || static_cast<std::size_t>(found.parts) >= longest_) return false;
  const auto comes_back = [&](BlockId other) {
    return side_[other.index()] != 0 || add_back(other, by, member.side);
  };
  return neighbours_.all_in_the_way(
      evaluator_, member.block, member.start, member.tick, comes_back);
}

/// Adds a block that has to go the other way than one of `side`.
bool Exchange::add_back(BlockId block, Minute by, int side) {
  return add(block, evaluator_.board().start(block) - side * by, -side);
}

/// Whether the moves, each priced alone, may be worth it together. They can differ only by what
/// people pay who are in several of them.
bool Exchange::promising(double tolerance) const {
  std::int64_t sum = 0;
  for (const auto& member : members_) {
    const auto& overlap = evaluator_.rule<engine::PersonOverlap>();
    sum += evaluator_.soft_delta(Change::place(member.block, member.start)) -
           overlap.taken(member.block, member.tick).people;
  }
  return static_cast<double>(sum) <= tolerance;
}

/// A place for every member, as if all of them had gone before.
bool Exchange::find_places(Random& random) {
  changes_.clear();
  rooms_.begin();
  for (const auto& member : members_) rooms_.leave(member.block);
  for (const auto& member : members_)
    if (evaluator_.problem().blocks[member.block].rotation.exists())
      changes_.push_back(Change::place(member.block, member.start));
    else if (!rooms_.find(member.block, member.start, random, changes_))
      return false;
  return true;
}

/// Takes everything out, unless it is one alone, and puts it where it goes.
bool Exchange::make(double tolerance) {
  if (members_.size() > 1)
    for (const auto& member : members_)
      if (evaluator_.board().placed(member.block) &&
          !trial_.make(Change::place(member.block, engine::kNever)))
        return false;
  for (std::size_t i = 0; i + 1 < changes_.size(); ++i)
    if (!trial_.make(changes_[i])) return false;
  return trial_.finish(changes_.back(), tolerance);
}

}  // namespace scheduler
