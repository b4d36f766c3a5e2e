#include "scheduler/timetable/eviction.h"

#include <algorithm>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::RoomId;

/// More than these are in the way in few good moves.
constexpr std::size_t kMostEvicted = 4;

/// Ten thousand spots in vain double what a block pushes with (measured: docs/adr/0009).
constexpr double kDearer = 0.0001;

}  // namespace

Eviction::Eviction(engine::PlanEvaluator& evaluator,
                   const Spots& spots,
                   const Neighbours& neighbours)
    : evaluator_(evaluator), spots_(spots), neighbours_(neighbours), trial_(evaluator) {}

void Eviction::list_waiting(const std::vector<BlockId>& movable) {
  waiting_.clear();
  dearness_.assign(spots_.blocks(), 1);
  for (const BlockId block : movable)
    if (!evaluator_.board().placed(block) && may_wait(block)) waiting_.push_back(block);
}

bool Eviction::attempt(
    BlockId block, const Spot& spot, double price, double tolerance, Random& random) {
  const auto& board = evaluator_.board();
  if (!may_wait(block) || board.start(block) == spot.start) return false;
  const auto rooms = spots_.rooms(spot);
  const RoomId room = rooms[random.below(rooms.size())];
  if (!find_evicted(block, spot, room)) return false;
  const bool waited = !board.placed(block);
  double more_waiting = waited ? -dearness_[block.index()] : 0;
  for (const BlockId other : evicted_) more_waiting += dearness_[other.index()];
  const double most = tolerance - price * more_waiting;
  if (static_cast<double>(estimate(block, spot)) > most) return false;
  if (!make(Change::place(block, spot.start, room), most)) {
    trial_.undo();
    return false;
  }
  if (waited) waiting_.erase(std::find(waiting_.begin(), waiting_.end(), block));
  waiting_.insert(waiting_.end(), evicted_.begin(), evicted_.end());
  return true;
}

void Eviction::make_dearer(BlockId block) {
  dearness_[block.index()] += kDearer;
}

/// Those whose people the block takes, and those in the room. False when they are too many or one
/// of them may not wait.
bool Eviction::find_evicted(BlockId block, const Spot& spot, RoomId room) {
  evicted_.clear();
  const auto evict = [&](BlockId other) {
    if (other == block || std::find(evicted_.begin(), evicted_.end(), other) != evicted_.end())
      return true;
    evicted_.push_back(other);
    return evicted_.size() <= kMostEvicted && may_wait(other);
  };
  if (!neighbours_.all_in_the_way(evaluator_, block, spot.start, spot.tick, evict)) return false;
  const auto& problem = evaluator_.problem();
  if (room.exists() && !problem.rooms[room].shared) {
    const engine::Interval time{spot.start, spot.start + problem.blocks[block].minutes};
    for (const auto& booking : evaluator_.board().in_room(room, time))
      if (booking.use.overlaps(time) && !evict(booking.block)) return false;
  }
  return true;
}

/// A session that has somewhere else to go, and that nobody has been told about.
bool Eviction::may_wait(BlockId block) const {
  const auto& problem = evaluator_.problem();
  return !problem.blocks[block].rotation.exists() && spots_.count(block) > 1 &&
         problem.published_start[block] == engine::kNever;
}

/// Each move priced alone; they can differ only by what people pay who are in several of them.
std::int64_t Eviction::estimate(BlockId block, const Spot& spot) const {
  std::int64_t sum = evaluator_.soft_delta(Change::place(block, spot.start)) -
                     evaluator_.rule<engine::PersonOverlap>().taken(block, spot.tick).people;
  for (const BlockId other : evicted_)
    sum += evaluator_.soft_delta(Change::place(other, engine::kNever));
  return sum;
}

bool Eviction::make(const Change& change, double most) {
  for (const BlockId other : evicted_)
    if (!trial_.make(Change::place(other, engine::kNever))) return false;
  return trial_.finish_for(change, most);
}

}  // namespace scheduler
