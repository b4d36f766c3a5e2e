#include "scheduler/timetable/eviction.h"

#include <algorithm>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::Minute;

/// More than these are in the way in few good moves.
constexpr std::size_t kMostEvicted = 4;

/// Ten thousand spots in vain double what a block pushes with (measured: docs/adr/0009).
constexpr double kDearer = 0.0001;

}  // namespace

Eviction::Eviction(engine::PlanEvaluator& evaluator,
                   const Spots& spots,
                   const Neighbours& neighbours)
    : evaluator_(evaluator),
      spots_(spots),
      neighbours_(neighbours),
      rooms_(evaluator.board(), spots),
      trial_(evaluator),
      comfort_(evaluator.counts_comfort()) {}

void Eviction::list(std::span<const BlockId> blocks) {
  movable_.clear();
  waiting_.clear();
  dearness_.assign(spots_.blocks(), 1);
  for (const BlockId block : blocks) {
    if (!may_wait(block)) continue;
    movable_.push_back(block);
    if (!evaluator_.board().placed(block)) waiting_.push_back(block);
  }
}

bool Eviction::step(Climate now, double tolerance, Random& random) {
  const bool waits = !waiting_.empty() && random.below(2) == 0;
  const auto& list = waits ? waiting_ : movable_;
  if (list.empty()) return false;
  const BlockId block = list[random.below(list.size())];
  const auto spots = spots_[block];
  if (attempt(block, spots[random.below(spots.size())], now.price, tolerance, random)) return true;
  if (waits && now.all_back) dearness_[block.index()] += kDearer;
  return false;
}

bool Eviction::attempt(
    BlockId block, const Spot& spot, double price, double tolerance, Random& random) {
  const auto& board = evaluator_.board();
  if (board.start(block) == spot.start) return false;
  if (hopeless(block, spot, price, tolerance) || !find_evicted(block, spot)) return false;
  const auto soft = static_cast<double>(estimate(block, spot));
  if (soft + price * more_waiting(block) > tolerance) return false;
  if (!find_room(block, spot, random)) return false;
  const double most = tolerance - price * more_waiting(block);
  if (soft > most) return false;
  const bool waited = !board.placed(block);
  if (!make(block, most)) {
    trial_.undo();
    return false;
  }
  if (waited) waiting_.erase(std::find(waiting_.begin(), waiting_.end(), block));
  waiting_.insert(waiting_.end(), evicted_.begin(), evicted_.end());
  return true;
}

/// Where nothing but prices counts, the number of those whose people it takes says enough.
bool Eviction::hopeless(BlockId block, const Spot& spot, double price, double tolerance) const {
  if (comfort_) return false;
  const double gain = evaluator_.board().placed(block) ? 0 : dearness_[block.index()];
  const auto taken = evaluator_.rule<engine::PersonOverlap>().taken(block, spot.tick).parts;
  return price * (taken - gain) > tolerance;
}

/// Those whose people the block takes. False when they are too many or one of them may not wait.
bool Eviction::find_evicted(BlockId block, const Spot& spot) {
  evicted_.clear();
  return neighbours_.all_in_the_way(
      evaluator_, block, spot.start, spot.tick, [&](BlockId other) { return evict(other); });
}

bool Eviction::evict(BlockId other) {
  evicted_.push_back(other);
  return evicted_.size() <= kMostEvicted && may_wait(other);
}

/// As if all of these had gone. Where no change of rooms frees one, somebody else has to go.
bool Eviction::find_room(BlockId block, const Spot& spot, Random& random) {
  changes_.clear();
  rooms_.begin();
  rooms_.leave(block);
  for (const BlockId other : evicted_) rooms_.leave(other);
  if (rooms_.find(block, spot.start, random, changes_)) return true;
  const BlockId other = rooms_.any_met(random);
  if (!other.exists() || !evict(other)) return false;
  rooms_.leave(other);
  return rooms_.find(block, spot.start, random, changes_);
}

/// A session that has somewhere else to go, and that nobody has been told about.
bool Eviction::may_wait(BlockId block) const {
  const auto& problem = evaluator_.problem();
  return !problem.blocks[block].rotation.exists() && spots_.count(block) > 1 &&
         problem.published_start[block] == engine::kNever;
}

/// How many more are aside after the move, each as often as it is dear.
double Eviction::more_waiting(BlockId block) const {
  double sum = evaluator_.board().placed(block) ? 0 : -dearness_[block.index()];
  for (const BlockId other : evicted_) sum += dearness_[other.index()];
  return sum;
}

/// Each move priced alone; they can differ only by what people pay who are in several of them.
std::int64_t Eviction::estimate(BlockId block, const Spot& spot) const {
  if (!comfort_) return 0;
  std::int64_t sum = evaluator_.soft_delta(Change::place(block, spot.start)) -
                     evaluator_.rule<engine::PersonOverlap>().taken(block, spot.tick).people;
  for (const BlockId other : evicted_)
    sum += evaluator_.soft_delta(Change::place(other, engine::kNever));
  return sum;
}

/// Takes everything out that may be in the way of what comes after, and puts the block in its room.
bool Eviction::make(BlockId block, double most) {
  if (changes_.size() > 1 && evaluator_.board().placed(block))
    if (!trial_.make(Change::place(block, engine::kNever))) return false;
  for (const BlockId other : evicted_)
    if (!trial_.make(Change::place(other, engine::kNever))) return false;
  for (std::size_t i = 0; i + 1 < changes_.size(); ++i)
    if (!trial_.make(changes_[i])) return false;
  return trial_.finish_for(changes_.back(), most);
}

}  // namespace scheduler
