#include "scheduler/timetable/placing.h"

#include <algorithm>
#include <cstdlib>

#include "scheduler/timetable/around.h"
#include "scheduler/timetable/packing.h"
#include "scheduler/timetable/placement.h"
#include "scheduler/timetable/placing_order.h"
#include "scheduler/timetable/saturation.h"
#include "scheduler/timetable/teams.h"
#include "scheduler/timetable/times_first.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::PartId;

/// A block with one possible spot comes back to it whatever happens: others go round it.
constexpr Weight kFixedWeight = 100'000;

/// Of a block that never pushed another aside: at first the number of those in the way counts most.
constexpr Weight kFirstWeight = 10;

/// What people have been told is moved after much else was tried.
constexpr Weight kPublishedWeight = 20 * kFirstWeight;

/// While blocks are placed by saturation: all the starts of one that waits, and a block in the way,
/// which is worse than anything others could lose.
constexpr Weight kAllStarts = 1'000;
constexpr Weight kObstacle = 1'000'000;

/// Pushes per block without a gain before something else is tried, at first and after packing. At
/// first a large gathering waits for no more than so many in all (measured: docs/adr/0011).
constexpr std::int64_t kPatience = 200;
constexpr std::int64_t kLaterPatience = 10;
constexpr std::int64_t kFirstPatience = 20'000;

/// Per block: draws of the first look for times and moves of the first packing; of each further one
/// twice as many.
constexpr std::int64_t kSweeps = 3'000;
constexpr std::int64_t kPackingSteps = 5'000;

/// With so many more left out than in the best plan, the search goes back to that one. A large
/// gathering first loses half of what was placed, before the weights have found who must go first.
constexpr std::size_t astray(std::size_t fewest_left_out) {
  return 4 * fewest_left_out + 20;
}

}  // namespace

Placing::Placing(engine::PlanEvaluator& evaluator,
                 const Spots& spots,
                 Random& random,
                 Budget& budget)
    : evaluator_(evaluator),
      spots_(spots),
      random_(random),
      budget_(budget),
      weight_(spots.blocks(), kFirstWeight),
      refused_(spots.blocks()),
      best_spot_(evaluator, spots, random) {
  reach_ = furthest_reach(evaluator_.problem());
  evaluator_.problem().blocks.each([&](BlockId b) {
    if (may_be_as_published(evaluator_.problem(), spots_, b)) weight_[b.index()] = kPublishedWeight;
    if (spots_.count(b) == 1) weight_[b.index()] = kFixedWeight;
    refused_[b.index()].resize(spots_[b].size());
  });
}

void Placing::run(const std::vector<Blocks>& apart, const OnBetter& on_better) {
  place_first();
  on_better(evaluator_.score());
  std::vector<const Blocks*> unsolved;
  for (const auto& group : apart)
    if (!left_out(group).empty()) unsolved.push_back(&group);
  const auto first = unsolved.size() > 1 ? random_.below(unsolved.size()) : 0;
  for (std::size_t i = 0; i < unsolved.size(); ++i) {
    const auto left = static_cast<double>(unsolved.size() - i);
    const double until = budget_.fraction() + (1 - budget_.fraction()) / left;
    search(*unsolved[(first + i) % unsolved.size()], until, on_better);
  }
}

/// Whatever the limit, and however much of it the seating took, there is a first plan.
void Placing::place_first() {
  Blocks all;
  evaluator_.problem().blocks.each([&](BlockId b) { all.push_back(b); });
  const auto order = hardest_first(evaluator_.problem(), spots_, all);
  for (const BlockId block : after_their_predecessors(evaluator_.problem(), order))
    if (!evaluator_.board().placed(block)) put_if_free(block, first_choice(block));
  if (!left_out(all).empty() && !budget_.over()) place_by_saturation(order);
}

/// Finds places for those of the group that are left out, until none is, or so much of the budget
/// is spent.
void Placing::search(const Blocks& group, double until, const OnBetter& on_better) {
  Incumbent best(evaluator_);
  const auto over = [&] { return budget_.over() || (until < 1 && budget_.fraction() >= until); };
  const auto ends = [&] { return budget_.spend() || over(); };
  const auto blocks = static_cast<std::int64_t>(group.size());
  const auto settled = [&](std::int64_t patience) {
    push_until_stuck(group, patience, best, ends, on_better);
    if (left_out(group).empty()) return true;
    restore(evaluator_, best.decisions(), group);
    return over();
  };
  if (settled(std::min(kPatience * blocks, kFirstPatience))) return;
  Packing packing(evaluator_, spots_, random_);
  for (std::int64_t longer = 1;;) {
    const bool timed =
        place_by_times(group, longer * kSweeps, [&] { return budget_.spend_crumb() || over(); });
    if (settled(kPatience * blocks)) return;
    const bool packed = packing.run(group, longer * kPackingSteps * blocks, best, ends, on_better);
    restore(evaluator_, best.decisions(), group);
    if (settled(kLaterPatience * blocks)) return;
    if (timed || packed) longer *= 2;
  }
}

/// Pushes those that are left out in, until none is, or `patience` pushes in turn left out no less.
void Placing::push_until_stuck(const Blocks& group,
                               std::int64_t patience,
                               Incumbent& best,
                               const Ends& ends,
                               const OnBetter& on_better) {
  auto queue = left_out(group);
  auto fewest = queue.size();
  for (std::int64_t vain = 0; !queue.empty() && vain < patience && !ends(); ++vain) {
    push_in(queue);
    shift_any(group);
    if (best.improve(evaluator_)) {
      vain = 0;
      fewest = queue.size();
      on_better(best.score());
    } else if (queue.size() > astray(fewest)) {
      restore(evaluator_, best.decisions(), group);
      level_weights(group);
      queue = left_out(group);
    }
  }
}

/// It could have a place and has none.
bool Placing::is_left_out(BlockId block) const {
  return !evaluator_.board().placed(block) && !spots_[block].empty();
}

std::vector<BlockId> Placing::left_out(const Blocks& group) const {
  std::vector<BlockId> found;
  for (const BlockId b : group)
    if (is_left_out(b)) found.push_back(b);
  return found;
}

/// Gives a block of the queue a place; those it pushes aside take its place in the queue.
void Placing::push_in(std::vector<BlockId>& queue) {
  ejected_.clear();
  const BlockId block = take_next(queue);
  if (!evaluator_.board().placed(block)) push(block);
  if (!evaluator_.board().placed(block)) queue.push_back(block);
  if (!ejected_.empty() && weight_[block.index()] + 1 < kFixedWeight) ++weight_[block.index()];
  queue.insert(queue.end(), ejected_.begin(), ejected_.end());
}

/// Moves a session drawn at random to any spot that is free, if there is one.
void Placing::shift_any(const Blocks& group) {
  const auto& problem = evaluator_.problem();
  const BlockId block = group[random_.below(group.size())];
  if (!evaluator_.board().placed(block) || weight_[block.index()] >= kFixedWeight) return;
  const auto activity = engine::first_activity(problem, block);
  if (!is_plain_session(problem, block) || may_be_as_published(evaluator_.problem(), spots_, block))
    return;
  const auto was =
      Change::place(block, evaluator_.board().start(block), evaluator_.board().room(activity));
  const auto hard_before = evaluator_.score().hard;
  evaluator_.apply(Change::place(block, engine::kNever));
  const auto [row, room, weight] =
      best_spot_.find(block, weight_, refused_[block.index()], BestSpot::Taste::Any);
  const auto change = Change::place(block, spots_[block][row].start, room);
  const bool free =
      weight == 0 && evaluator_.score().hard + evaluator_.hard_delta(change) <= hard_before;
  evaluator_.apply(free ? change : was);
}

/// Draws the weights nearer to their mean: after so long a way astray they say too much.
void Placing::level_weights(const Blocks& group) {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (const BlockId b : group) {
    if (weight_[b.index()] >= kFixedWeight) continue;
    sum += weight_[b.index()];
    ++count;
  }
  if (count == 0) return;
  for (const BlockId b : group)
    if (auto& weight = weight_[b.index()]; weight < kFixedWeight)
      weight += static_cast<Weight>((sum / count - weight) / 4);
}

/// The heaviest of three at random: what was often in the way goes first.
BlockId Placing::take_next(std::vector<BlockId>& queue) {
  std::size_t chosen = random_.below(queue.size());
  for (int i = 0; i < 2; ++i) {
    const auto other = random_.below(queue.size());
    if (weight_[queue[other].index()] > weight_[queue[chosen].index()]) chosen = other;
  }
  const BlockId block = queue[chosen];
  queue[chosen] = queue.back();
  queue.pop_back();
  return block;
}

/// The earliest free spot.
BestSpot::Choice Placing::first_choice(BlockId block) {
  return best_spot_.find(block, weight_, refused_[block.index()], BestSpot::Taste::Earliest);
}

/// Once more from the start, where the earliest spots left something out: the hardest to place
/// next, each where it takes least from the others. The better of the two stays.
void Placing::place_by_saturation(const Blocks& order) {
  const auto& problem = evaluator_.problem();
  const Incumbent earliest(evaluator_);
  const auto waiting = take_out_movable(order);
  Saturation saturation(problem, spots_, waiting);
  problem.blocks.each([&](BlockId b) {
    if (evaluator_.board().placed(b)) saturation.place(b, evaluator_.board().start(b));
  });
  const std::vector<Weight> obstacles(spots_.blocks(), kObstacle);
  while (!saturation.empty() && !budget_.spend_crumb()) {
    const BlockId block = saturation.take();
    auto beside = refused_[block.index()];
    const bool free_to_choose =
        !problem.blocks[block].rotation.exists() && !may_be_as_published(problem, spots_, block);
    if (free_to_choose) beside = saturation.taken_from_others(block, kAllStarts);
    put_if_free(block, best_spot_.find(block, obstacles, beside, BestSpot::Taste::Earliest));
    if (evaluator_.board().placed(block)) saturation.place(block, evaluator_.board().start(block));
  }
  if (earliest.score() < evaluator_.score()) restore(evaluator_, earliest.decisions());
}

/// Once more from the start: first when each block of the group would start if rooms did not
/// matter, then the free spot nearest to that. False where no block has a choice.
bool Placing::place_by_times(const Blocks& group, std::int64_t sweeps, const Ends& ends) {
  TimesFirst times(evaluator_.problem(), spots_, group);
  if (!times.run(sweeps, random_, ends)) return false;
  std::vector<Minute> start(spots_.blocks(), engine::kNever);
  for (std::size_t row = 0; row < group.size(); ++row) start[group[row].index()] = times.start(row);
  const std::vector<Weight> obstacles(spots_.blocks(), kObstacle);
  for (const BlockId block : take_out_movable(hardest_first(evaluator_.problem(), spots_, group))) {
    auto beside = refused_[block.index()];
    if (!may_be_as_published(evaluator_.problem(), spots_, block))
      for (std::size_t row = 0; row < beside.size(); ++row)
        beside[row] = std::abs(spots_[block][row].start - start[block.index()]);
    put_if_free(block, best_spot_.find(block, obstacles, beside, BestSpot::Taste::Earliest));
  }
  return true;
}

/// Takes out all that could be elsewhere and is not where people have been told; these, in the
/// order given.
Blocks Placing::take_out_movable(const Blocks& order) {
  const auto& board = evaluator_.board();
  const auto& published = evaluator_.problem().published_start;
  Blocks waiting;
  for (const BlockId block : order) {
    const bool stays = spots_.count(block) == 1 || board.start(block) == published[block];
    if (stays && board.placed(block)) continue;
    if (board.placed(block)) take_out(evaluator_, block);
    waiting.push_back(block);
  }
  return waiting;
}

void Placing::put(BlockId block, const BestSpot::Choice& choice) {
  scheduler::put(evaluator_, block, spots_[block][choice.row].start, choice.room, random_);
}

/// Only where that breaks nothing.
void Placing::put_if_free(BlockId block, const BestSpot::Choice& choice) {
  const auto hard_before = evaluator_.score().hard;
  put(block, choice);
  if (evaluator_.score().hard > hard_before) take_out(evaluator_, block);
}

/// Whatever is in its way there.
void Placing::push(BlockId block) {
  const auto hard_before = evaluator_.score().hard;
  const auto choice =
      best_spot_.find(block, weight_, refused_[block.index()], BestSpot::Taste::Any);
  put(block, choice);
  eject_those_in_the_way(evaluator_, block, hard_before, reach_, weight_, ejected_);
  if (!evaluator_.board().placed(block)) refused_[block.index()][choice.row] += kFirstWeight;
}

}  // namespace scheduler
