#include "scheduler/timetable/placing.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "scheduler/timetable/around.h"
#include "scheduler/timetable/decisions.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::Moment;
using engine::PartId;
using engine::RoomId;

/// A block with one possible spot comes back to it whatever happens: others go round it.
constexpr Weight kFixedWeight = 100'000;

/// Of a block that never pushed another aside: at first the number of those in the way counts most.
constexpr Weight kFirstWeight = 10;

/// What people have been told is moved after much else was tried.
constexpr Weight kPublishedWeight = 20 * kFirstWeight;

/// With so many more left out than in the best plan, the search goes back to that one.
constexpr std::size_t astray(std::size_t fewest_left_out) {
  return 2 * fewest_left_out + 20;
}

ActivityId only_activity(const engine::Problem& problem, BlockId block) {
  return problem.parts[problem.blocks[block].first_part].first_activity;
}

/// Weights of the blocks at the other end of the broken pairs of one BlockPairs rule.
template <class R, class V>
Weight broken_pairs(const V& view, BlockId block, const std::vector<Weight>& weight) {
  Weight sum = 0;
  for (const auto index : R::pairs_of(view.problem(), block)) {
    const auto& row = R::pairs(view.problem())[static_cast<std::size_t>(index)];
    const BlockId other = R::first(row) == block ? R::second(row) : R::first(row);
    if (view.placed(other) && R::broken(view, row)) sum += weight[other.index()];
  }
  return sum;
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
      obstacles_(evaluator.problem()) {
  reach_ = furthest_reach(evaluator_.problem());
  evaluator_.problem().blocks.each([&](BlockId b) {
    if (published(b)) weight_[b.index()] = kPublishedWeight;
    if (spots_.count(b) == 1) weight_[b.index()] = kFixedWeight;
    refused_[b.index()].resize(spots_[b].size());
  });
}

void Placing::run(const std::function<void(engine::Score)>& on_better) {
  auto queue = after_their_predecessors(hardest_first());
  // Whatever the limit, and however much of it the seating took, there is a first plan.
  for (const BlockId block : queue)
    if (!evaluator_.board().placed(block)) insert(block, true);
  queue = left_out();
  auto best_score = evaluator_.score();
  Decisions best;
  scheduler::note(evaluator_.board(), best);
  on_better(best_score);
  for (auto fewest = queue.size(); !queue.empty() && !budget_.spend();) {
    push_in(queue);
    shift_any();
    if (evaluator_.score() < best_score) {
      best_score = evaluator_.score();
      fewest = queue.size();
      scheduler::note(evaluator_.board(), best);
      on_better(best_score);
    } else if (queue.size() > astray(fewest)) {
      restore(evaluator_, best);
      level_weights();
      queue = left_out();
    }
  }
  if (best_score < evaluator_.score()) restore(evaluator_, best);
}

/// Those that could have a place and have none.
std::vector<BlockId> Placing::left_out() const {
  std::vector<BlockId> found;
  evaluator_.problem().blocks.each([&](BlockId b) {
    if (!evaluator_.board().placed(b) && !spots_[b].empty()) found.push_back(b);
  });
  return found;
}

/// Gives a block of the queue a place; those it pushes aside take its place in the queue.
void Placing::push_in(std::vector<BlockId>& queue) {
  ejected_.clear();
  const BlockId block = take_next(queue);
  if (!evaluator_.board().placed(block)) insert(block, false);
  if (!evaluator_.board().placed(block)) queue.push_back(block);
  if (!ejected_.empty() && weight_[block.index()] + 1 < kFixedWeight) ++weight_[block.index()];
  queue.insert(queue.end(), ejected_.begin(), ejected_.end());
}

/// Moves a session drawn at random to any spot that is free, if there is one.
void Placing::shift_any() {
  const auto& problem = evaluator_.problem();
  const BlockId block{static_cast<std::int32_t>(random_.below(problem.blocks.size()))};
  if (!evaluator_.board().placed(block) || weight_[block.index()] >= kFixedWeight) return;
  const auto activity = only_activity(problem, block);
  const bool plain = !problem.blocks[block].rotation.exists() && problem.slots_of[activity].empty();
  if (!plain || published(block)) return;
  const auto was =
      Change::place(block, evaluator_.board().start(block), evaluator_.board().room(activity));
  const auto hard_before = evaluator_.score().hard;
  evaluator_.apply(Change::place(block, engine::kNever));
  const auto [row, room, weight] = best_spot(block, false);
  const auto change = Change::place(block, spots_[block][row].start, room);
  const bool free =
      weight == 0 && evaluator_.score().hard + evaluator_.hard_delta(change) <= hard_before;
  evaluator_.apply(free ? change : was);
}

/// Draws all weights nearer to their mean: after so long a way astray they say too much.
void Placing::level_weights() {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (const auto weight : weight_) {
    if (weight >= kFixedWeight) continue;
    sum += weight;
    ++count;
  }
  if (count == 0) return;
  for (auto& weight : weight_)
    if (weight < kFixedWeight) weight += static_cast<Weight>((sum / count - weight) / 4);
}

/// Whether it may be where a programme already sent out has it.
bool Placing::published(BlockId block) const {
  const auto& problem = evaluator_.problem();
  const auto* spot = spots_.at(block, problem.published_start[block]);
  if (spot == nullptr) return false;
  const RoomId room = problem.published_room[only_activity(problem, block)];
  const auto rooms = spots_.rooms(*spot);
  return !room.exists() || std::find(rooms.begin(), rooms.end(), room) != rooms.end();
}

/// What has been published is placed before all else, so that nothing takes its place.
std::vector<BlockId> Placing::hardest_first() const {
  const auto& problem = evaluator_.problem();
  std::vector<BlockId> order;
  problem.blocks.each([&](BlockId b) {
    if (!spots_[b].empty()) order.push_back(b);
  });
  std::stable_sort(order.begin(), order.end(), [&](BlockId a, BlockId b) {
    const auto key = [&](BlockId x) {
      const auto& row = problem.blocks[x];
      const auto size = std::int64_t{row.minutes} * std::max(1, row.people);
      return std::tuple(!published(x), static_cast<std::int64_t>(spots_.count(x)), -size);
    };
    return key(a) < key(b);
  });
  return order;
}

/// The same order, but that everything comes after what it must follow: placed as early as
/// possible, a chain then leaves no gaps.
std::vector<BlockId> Placing::after_their_predecessors(const std::vector<BlockId>& order) const {
  const auto& problem = evaluator_.problem();
  std::vector<int> waiting(problem.blocks.size());
  for (const auto& row : problem.precedences) ++waiting[row.later.index()];
  std::vector<std::size_t> rank(problem.blocks.size(), order.size());
  std::set<std::size_t> ready;  // ranks
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i].index()] = i;
    if (waiting[order[i].index()] == 0) ready.insert(i);
  }
  std::vector<BlockId> sorted;
  std::vector<bool> done(problem.blocks.size());
  while (!ready.empty()) {
    const BlockId block = order[*ready.begin()];
    ready.erase(ready.begin());
    done[block.index()] = true;
    sorted.push_back(block);
    for (const auto i : problem.precedences_of[block]) {
      const auto& row = problem.precedences[static_cast<std::size_t>(i)];
      const auto later = row.later.index();
      if (row.earlier == block && --waiting[later] == 0 && rank[later] < order.size())
        ready.insert(rank[later]);
    }
  }
  for (const BlockId block : order)
    if (!done[block.index()]) sorted.push_back(block);  // follows something that fits nowhere
  return sorted;
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

void Placing::insert(BlockId block, bool first_pass) {
  const auto hard_before = evaluator_.score().hard;
  const auto [row, room, weight] = best_spot(block, first_pass);
  const Minute start = spots_[block][row].start;
  const bool rotation = evaluator_.problem().blocks[block].rotation.exists();
  evaluator_.apply(rotation ? Change::place(block, start) : Change::place(block, start, room));
  if (rotation) choose_station_rooms(block);
  fill_teams(evaluator_, block, random_);
  if (first_pass && evaluator_.score().hard > hard_before)
    take_out(block);
  else
    eject_those_in_the_way(block, hard_before);
  if (!first_pass && !evaluator_.board().placed(block))
    refused_[block.index()][row] += kFirstWeight;
}

/// One search for the best spot of a block.
struct Placing::Look {
  BlockId block;
  std::span<const Spot> spots;
  bool first_pass = false;
  bool rotation = false;
  Minute published = engine::kNever;
  RoomId published_room;
  Choice best = {.row = 0, .room = {}, .weight = std::numeric_limits<Weight>::max()};
  std::size_t ties = 0;
  bool found_published = false;
};

/// The spot where those in the way weigh least: the earliest in the first pass (no gaps that
/// nothing fits in), else any of the best.
Placing::Choice Placing::best_spot(BlockId block, bool first_pass) {
  const auto& problem = evaluator_.problem();
  Look look{.block = block,
            .spots = spots_[block],
            .first_pass = first_pass,
            .rotation = problem.blocks[block].rotation.exists(),
            .published = problem.published_start[block],
            .published_room = problem.published_room[only_activity(problem, block)]};
  obstacles_.look(evaluator_.board(), block, weight_);
  weigh_beside_people_and_rooms(block);
  for (std::size_t i = 0, end = 0; i < look.spots.size() && !look.found_published; i = end) {
    for (end = i + 1; end < look.spots.size(); ++end)
      if (look.spots[end].room_list != look.spots[i].room_list ||
          look.spots[end].tick != look.spots[end - 1].tick + 1)
        break;
    look_along(i, end, look);
  }
  return look.best;
}

/// Refusals, and the blocks whose order or company it would break.
void Placing::weigh_beside_people_and_rooms(BlockId block) {
  const auto& problem = evaluator_.problem();
  beside_ = refused_[block.index()];
  if (problem.precedences_of[block].empty() && problem.same_start_of[block].empty() &&
      problem.not_with_of[block].empty())
    return;
  for (std::size_t i = 0; i < beside_.size(); ++i)
    beside_[i] += weight_in_order(block, spots_[block][i].start);
}

void Placing::look_along(std::size_t first, std::size_t last, Look& look) {
  const auto count = last - first;
  const auto tick = look.spots[first].tick;
  for (const RoomId room : spots_.rooms(look.spots[first])) {
    const auto people = obstacles_.people(room).subspan(tick, count);
    const Weight* beside = beside_.data() + first;
    auto least = std::numeric_limits<Weight>::max();
    for (std::size_t i = 0; i < count; ++i) least = std::min(least, beside[i] + people[i]);
    if (least > look.best.weight) continue;  // as many, whoever is in the room
    const auto use = obstacles_.room(room).subspan(tick, count);
    least = std::numeric_limits<Weight>::max();
    for (std::size_t i = 0; i < count; ++i) least = std::min(least, beside[i] + people[i] + use[i]);
    if (least > look.best.weight) continue;
    for (std::size_t i = 0; i < count; ++i)
      if (const auto weight = beside[i] + people[i] + use[i]; weight <= look.best.weight)
        consider(first + i, room, weight, look);
    if (look.found_published) return;
  }
}

void Placing::consider(std::size_t row, RoomId room, Weight weight, Look& look) {
  auto& best = look.best;
  const auto start = look.spots[row].start;
  if (look.found_published) return;
  if (look.rotation) weight += weight_of_rooms(look.block, start);
  if (weight > best.weight) return;
  look.found_published = look.first_pass && weight == 0 && start == look.published &&
                         (room == look.published_room || !look.published_room.exists());
  const bool better = weight < best.weight || look.found_published;
  look.ties = better ? 1 : look.ties + 1;
  const bool preferred = look.first_pass ? row < best.row : random_.below(look.ties) == 0;
  if (better || preferred) best = {row, room, weight};
}

/// What stands in the way of a rotation's stations in the best rooms for them.
Weight Placing::weight_of_rooms(BlockId block, Minute start) {
  evaluator_.apply(Change::place(block, start));
  const auto weight =
      static_cast<Weight>(std::min<std::int64_t>(choose_station_rooms(block), kFixedWeight));
  evaluator_.apply(Change::place(block, engine::kNever));
  return weight;
}

Weight Placing::weight_in_order(BlockId block, Minute start) const {
  const engine::View<Moment::Then> view(evaluator_.board(), Change::place(block, start));
  return broken_pairs<engine::InOrder>(view, block, weight_) +
         broken_pairs<engine::SameStart>(view, block, weight_) +
         broken_pairs<engine::NeverTogether>(view, block, weight_);
}

/// Gives each station of a placed rotation the room where it is least in the way, the same in all
/// its rounds. Returns the hard points that remain.
std::int64_t Placing::choose_station_rooms(BlockId block) {
  const auto& problem = evaluator_.problem();
  const auto& row = problem.blocks[block];
  const auto hard_before = evaluator_.score().hard;
  const auto stations = problem.parts[row.first_part].activity_count;
  const auto move_all = [&](std::int32_t station, RoomId room) {
    engine::each_part(problem, block, [&](PartId part) {
      evaluator_.apply(Change::room({problem.parts[part].first_activity.value + station}, room));
    });
  };
  for (std::int32_t s = 0; s < stations; ++s) {
    const auto choices = problem.room_choices[{only_activity(problem, block).value + s}];
    if (choices.size() < 2) continue;
    RoomId best = choices[0];
    auto least = std::numeric_limits<std::int64_t>::max();
    for (const RoomId room : choices) {
      move_all(s, room);
      if (evaluator_.score().hard >= least) continue;
      least = evaluator_.score().hard;
      best = room;
    }
    move_all(s, best);
  }
  return evaluator_.score().hard - hard_before;
}

/// Takes out the blocks around that break most for their weight until no more is broken than
/// before; when none of them is the cause, `block` itself goes.
void Placing::eject_those_in_the_way(BlockId block, std::int64_t hard_before) {
  if (evaluator_.score().hard <= hard_before) return;
  const auto others = around(evaluator_.board(), block, reach_);
  while (evaluator_.score().hard > hard_before) {
    BlockId worst;
    double most = 0;
    for (const BlockId other : others) {
      if (!evaluator_.board().placed(other)) continue;
      const auto gain = -evaluator_.hard_delta(Change::place(other, engine::kNever));
      const double worth = static_cast<double>(gain) / static_cast<double>(weight_[other.index()]);
      if (worth > most) {
        most = worth;
        worst = other;
      }
    }
    if (!worst.exists()) {
      take_out(block);
      return;
    }
    take_out(worst);
    ejected_.push_back(worst);
  }
}

void Placing::take_out(BlockId block) {
  clear_teams(evaluator_, block);
  evaluator_.apply(Change::place(block, engine::kNever));
}

}  // namespace scheduler
