#include "scheduler/timetable/room_chain.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::RoomId;

/// Longer chains are seldom there when shorter ones are not, and disturb many.
constexpr std::size_t kMostSteps = 40;

}  // namespace

RoomChain::RoomChain(const engine::Board& board, const Spots& spots)
    : board_(board),
      spots_(spots),
      seen_(board.problem().rooms.size()),
      left_(board.problem().blocks.size()) {}

void RoomChain::begin() {
  for (const BlockId block : leavers_) left_[block.index()] = false;
  leavers_.clear();
  sketched_.clear();
}

void RoomChain::leave(BlockId block) {
  left_[block.index()] = true;
  leavers_.push_back(block);
}

bool RoomChain::find(BlockId session,
                     engine::Minute start,
                     Random& random,
                     std::vector<Change>& changes) {
  steps_.clear();
  ++search_;
  bool found = expand(session, start, -1, random);
  for (std::size_t i = 0; i < steps_.size() && !found && steps_.size() < kMostSteps; ++i) {
    const auto evicted = steps_[i].evicts;
    found = expand(evicted, board_.start(evicted), static_cast<std::int32_t>(i), random);
  }
  if (found) unwind(session, start, changes);
  return found;
}

BlockId RoomChain::any_met(Random& random) const {
  return steps_.empty() ? BlockId{} : steps_[random.below(steps_.size())].evicts;
}

/// Looks at the rooms a block may have then, in turn from any of them. True when one is free: it
/// ends the list of steps.
bool RoomChain::expand(BlockId block, engine::Minute start, std::int32_t before, Random& random) {
  const auto* spot = spots_.at(block, start);
  if (spot == nullptr) return false;
  const auto rooms = spots_.rooms(*spot);
  auto i = random.below(rooms.size());
  for (std::size_t n = 0; n < rooms.size(); ++n, i = i + 1 == rooms.size() ? 0 : i + 1) {
    const RoomId room = rooms[i];
    if (room.exists()) {
      if (seen_[room.index()] == search_) continue;
      seen_[room.index()] = search_;
      if (!passes_on(block, start, room)) continue;
    }
    steps_.push_back({block, room, room.exists() ? in_the_way_ : BlockId{}, before});
    if (!steps_.back().evicts.exists()) return true;
  }
  return false;
}

/// Whether nobody, or one session alone, is in the way; `in_the_way_` says which.
bool RoomChain::passes_on(BlockId block, engine::Minute start, RoomId room) {
  const auto& problem = board_.problem();
  const auto& row = problem.rooms[room];
  in_the_way_ = {};
  if (row.shared) return true;
  const auto& part = problem.parts[problem.blocks[block].first_part];
  const engine::Interval use{start - part.setup - row.setup,
                             start + part.minutes + part.teardown + row.setup};
  for (const auto& booking : board_.in_room(room, use)) {
    if (!use.overlaps(booking.use) || booking.block == block || left_[booking.block.index()])
      continue;
    if (in_the_way_.exists() || problem.blocks[booking.block].session < 0 ||
        problem.published_start[booking.block] != engine::kNever)
      return false;
    in_the_way_ = booking.block;
  }
  for (const auto& other : sketched_)
    if (other.room == room && use.overlaps(other.use)) return false;
  return true;
}

void RoomChain::unwind(BlockId session, engine::Minute start, std::vector<Change>& changes) {
  for (auto i = static_cast<std::int32_t>(steps_.size()) - 1; i >= 0;) {
    const auto& step = steps_[static_cast<std::size_t>(i)];
    if (step.block == session) {
      changes.push_back(Change::place(session, start, step.room));
      book(session, start, step.room);
    } else {
      changes.push_back(
          Change::room(engine::first_activity(board_.problem(), step.block), step.room));
      leave(step.block);
      book(step.block, board_.start(step.block), step.room);
    }
    i = step.before;
  }
}

void RoomChain::book(BlockId session, engine::Minute start, RoomId room) {
  const auto& problem = board_.problem();
  if (!room.exists()) return;
  const auto& part = problem.parts[problem.blocks[session].first_part];
  const Minute pause = problem.rooms[room].setup;
  sketched_.push_back(
      {room, session, {start - part.setup - pause, start + part.minutes + part.teardown + pause}});
}

}  // namespace scheduler
