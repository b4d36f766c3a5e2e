#include "scheduler/timetable/best_spot.h"

#include <algorithm>
#include <limits>

#include "scheduler/timetable/station_rooms.h"

namespace scheduler {
namespace {

using engine::ActivityId;
using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::Moment;
using engine::RoomId;

/// What rooms of stations that break rules weigh at most.
constexpr std::int64_t kHeaviest = 100'000;

/// Weights of the blocks at the other end of the broken pairs of one BlockPairs rule.
template <class R, class V>
Weight broken_pairs(const V& view, BlockId block, const std::vector<Weight>& weights) {
  Weight sum = 0;
  for (const auto index : R::pairs_of(view.problem(), block)) {
    const auto& row = R::pairs(view.problem())[static_cast<std::size_t>(index)];
    const BlockId other = R::first(row) == block ? R::second(row) : R::first(row);
    if (view.placed(other) && R::broken(view, row)) sum += weights[other.index()];
  }
  return sum;
}

Weight weight_in_order(const engine::Board& board,
                       BlockId block,
                       Minute start,
                       const std::vector<Weight>& weights) {
  const engine::View<Moment::Then> view(board, Change::place(block, start));
  return broken_pairs<engine::InOrder>(view, block, weights) +
         broken_pairs<engine::SameStart>(view, block, weights) +
         broken_pairs<engine::NeverTogether>(view, block, weights);
}

constexpr auto kUnknown = std::numeric_limits<Weight>::max();

Weight least_sum(const Weight* a, const Weight* b, std::size_t count) {
  auto least = kUnknown;
  for (std::size_t i = 0; i < count; ++i) least = std::min(least, a[i] + b[i]);
  return least;
}

Weight least_sum(const Weight* a, const Weight* b, const Weight* c, std::size_t count) {
  auto least = kUnknown;
  for (std::size_t i = 0; i < count; ++i) least = std::min(least, a[i] + b[i] + c[i]);
  return least;
}

}  // namespace

bool may_be_as_published(const engine::Problem& problem, const Spots& spots, BlockId block) {
  const auto* spot = spots.at(block, problem.published_start[block]);
  if (spot == nullptr) return false;
  const RoomId room = problem.published_room[engine::first_activity(problem, block)];
  const auto rooms = spots.rooms(*spot);
  return !room.exists() || std::find(rooms.begin(), rooms.end(), room) != rooms.end();
}

BestSpot::BestSpot(engine::PlanEvaluator& evaluator, const Spots& spots, Random& random)
    : evaluator_(evaluator),
      spots_(spots),
      random_(random),
      obstacles_(evaluator.problem()),
      least_at_(evaluator.problem().places + 1) {}

/// One search for the best spot of a block.
struct BestSpot::Look {
  BlockId block;
  std::span<const Spot> spots;
  Taste taste = Taste::Any;
  bool rotation = false;
  Minute published = engine::kNever;
  RoomId published_room;
  Choice best = {.row = 0, .room = {}, .weight = std::numeric_limits<Weight>::max()};
  std::size_t ties = 0;
  bool found_published = false;
};

BestSpot::Choice BestSpot::find(BlockId block,
                                const std::vector<Weight>& weights,
                                const std::vector<Weight>& beside,
                                Taste taste) {
  const auto& problem = evaluator_.problem();
  Look look{.block = block,
            .spots = spots_[block],
            .taste = taste,
            .rotation = problem.blocks[block].rotation.exists(),
            .published = problem.published_start[block],
            .published_room = problem.published_room[engine::first_activity(problem, block)]};
  obstacles_.look(evaluator_.board(), block, weights);
  beside_ = beside;
  add_order_and_company(block, weights);
  for (std::size_t i = 0, end = 0; i < look.spots.size() && !look.found_published; i = end) {
    for (end = i + 1; end < look.spots.size(); ++end)
      if (look.spots[end].room_list != look.spots[i].room_list ||
          look.spots[end].tick != look.spots[end - 1].tick + 1)
        break;
    look_along(i, end, look);
  }
  return look.best;
}

/// The blocks whose order or company it would break.
void BestSpot::add_order_and_company(BlockId block, const std::vector<Weight>& weights) {
  const auto& problem = evaluator_.problem();
  if (problem.precedences_of[block].empty() && problem.same_start_of[block].empty() &&
      problem.not_with_of[block].empty())
    return;
  for (std::size_t i = 0; i < beside_.size(); ++i)
    beside_[i] += weight_in_order(evaluator_.board(), block, spots_[block][i].start, weights);
}

/// Looks among the spots from `first` to `last`, which have the same rooms and follow each other
/// tick by tick.
void BestSpot::look_along(std::size_t first, std::size_t last, Look& look) {
  const auto count = last - first;
  const auto tick = look.spots[first].tick;
  const Weight* beside = beside_.data() + first;
  std::fill(least_at_.begin(), least_at_.end(), kUnknown);
  for (const RoomId room : spots_.rooms(look.spots[first])) {
    const auto people = obstacles_.people(room).subspan(tick, count);
    auto& least = least_at_[obstacles_.place(room)];
    if (least == kUnknown) least = least_sum(beside, people.data(), count);
    if (least > look.best.weight) continue;  // as many, whoever is in the room
    const auto use = obstacles_.room(room).subspan(tick, count);
    if (least_sum(beside, people.data(), use.data(), count) > look.best.weight) continue;
    for (std::size_t i = 0; i < count; ++i)
      if (const auto weight = beside[i] + people[i] + use[i]; weight <= look.best.weight)
        consider(first + i, room, weight, look);
    if (look.found_published) return;
  }
}

void BestSpot::consider(std::size_t row, RoomId room, Weight weight, Look& look) {
  auto& best = look.best;
  const auto start = look.spots[row].start;
  if (look.found_published) return;
  if (look.rotation) weight += weight_of_rooms(look.block, start);
  if (weight > best.weight) return;
  look.found_published = look.taste == Taste::Earliest && weight == 0 && start == look.published &&
                         (room == look.published_room || !look.published_room.exists());
  const bool better = weight < best.weight || look.found_published;
  look.ties = better ? 1 : look.ties + 1;
  const bool preferred =
      look.taste == Taste::Earliest ? row < best.row : random_.below(look.ties) == 0;
  if (better || preferred) best = {row, room, weight};
}

/// What stands in the way of a rotation's stations in the best rooms for them.
Weight BestSpot::weight_of_rooms(BlockId block, Minute start) {
  evaluator_.apply(Change::place(block, start));
  const auto weight = static_cast<Weight>(
      std::min<std::int64_t>(choose_station_rooms(evaluator_, block), kHeaviest));
  evaluator_.apply(Change::place(block, engine::kNever));
  return weight;
}

}  // namespace scheduler
