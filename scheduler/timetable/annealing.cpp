#include "scheduler/timetable/annealing.h"

#include <algorithm>
#include <cmath>

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Change;
using engine::Minute;
using engine::PersonId;

/// Steps of one cooling: this times n to the power of 2.5 for n blocks that can move, so that each
/// pair of them has its chances and large problems a few more (measured: docs/adr/0009).
constexpr double kStepsPerBlock = 100;
constexpr double kStepsPower = 2.5;
/// A handful of blocks have few moves, and still need some luck to find the right ones in turn.
constexpr double kFewestSteps = 10'000;
/// However short its time, a cooling tries this many steps per block and place that can change:
/// with fewer, nothing gained would say nothing.
constexpr double kFewestStepsPerBlock = 20;
constexpr int kSamples = 500;
/// Where a plan is tight chains are longer, and half the moves may leave blocks aside (measured:
/// docs/adr/0009).
constexpr std::size_t kLongestTightChain = 24;
constexpr double kTightEvictions = 0.5;
/// Such a cooling is shorter, so that there are several: not each brings back all it left aside.
constexpr double kTightStepsPerBlock = 15;
/// Its first part finds out how all could lie together, dozens aside …
constexpr double kSharing = 0.7;
constexpr Cooling kSharingWarmth{.first = 0.55, .last = 0.15};  ///< in typical steps
constexpr double kPriceInWarmth = 5.5;  ///< of a block aside, in temperatures
/// … the next brings them back, at that warmth and a price that rises to this, in typical steps;
/// the last cools down.
constexpr double kReturned = 0.85;
constexpr double kLastPrice = 5;
constexpr int kDrawings = 3;  ///< passes in which blocks are drawn together
constexpr std::int64_t kStepsPerTemperature = 256;
constexpr std::int64_t kStepsPerShortTemperature = 32;  ///< in a cooling that is cut short

/// What the lightest soft rule in force takes for one unit; 0 when there is none.
std::int64_t lightest_soft_weight(const engine::Problem& problem) {
  std::int64_t least = 0;
  for (const auto& weight : problem.weights)
    if (weight.soft > 0 && (least == 0 || weight.soft < least)) least = weight.soft;
  return least;
}

/// A round of a rotation that was left out: nobody has a seat in it, and without them it would find
/// a place at no cost.
bool is_left_out(const engine::Board& board, BlockId block) {
  const auto& problem = board.problem();
  const auto rotation = problem.blocks[block].rotation;
  if (!rotation.exists() || problem.rotations[rotation].participants.empty()) return false;
  bool empty = !board.placed(block);
  engine::each_seat(problem.rotations[rotation], [&](engine::SeatId seat) {
    empty = empty && board.station(seat) == engine::kNoStation;
  });
  return empty;
}

/// A cooling in which blocks may be left aside, at `gone` of its way.
Climate climate_of_tight(double typical_step, double last, double gone) {
  if (gone < kSharing) {
    const double temperature = typical_step * kSharingWarmth.at(gone / kSharing);
    return {temperature, kPriceInWarmth * temperature};
  }
  const double warm = typical_step * kSharingWarmth.last;
  const double most = kLastPrice * typical_step;
  if (gone < kReturned) {
    const Cooling price{.first = kPriceInWarmth * warm, .last = most};
    return {warm, price.at((gone - kSharing) / (kReturned - kSharing)), true};
  }
  const Cooling cooling{.first = warm, .last = std::min(warm, last)};
  return {cooling.at((gone - kReturned) / (1 - kReturned)), most, true};
}

template <class List>
const auto& any(const List& list, Random& random) {
  return list[random.below(list.size())];
}

}  // namespace

Annealing::Annealing(engine::PlanEvaluator& evaluator,
                     const Spots& spots,
                     Random& random,
                     Budget& budget)
    : evaluator_(evaluator),
      spots_(spots),
      random_(random),
      budget_(budget),
      neighbours_(evaluator.problem()),
      exchange_(evaluator, spots, neighbours_),
      eviction_(evaluator, spots, neighbours_),
      trial_(evaluator),
      best_(evaluator) {
  const auto& problem = evaluator.problem();
  problem.blocks.each([&](BlockId b) {
    const bool published = problem.published_start[b] != engine::kNever;
    if (spots.count(b) > 1 && !published && !is_left_out(evaluator.board(), b))
      movable_.push_back(b);
    for (auto& place : team_places(problem, b))
      if (problem.pools[place.front()].size() > 1) places_.push_back(std::move(place));
  });
}

void Annealing::run(Warmth warmth, Patience patience, const OnBetter& on_better) {
  const auto unit = static_cast<double>(lightest_soft_weight(evaluator_.problem()));
  if (movable_.empty() && places_.empty()) return;
  const auto moves = sample();
  double first = warmth.first * moves.typical_step;
  const double last = warmth.last * unit;
  const bool tight = moves.sound < warmth.tight;
  if (tight) exchange_.limit_chains(kLongestTightChain);
  bool gained = true;
  while (patience.lasts() && unit > 0 && !done()) {
    const auto before = best_.score();
    // In a short time what waits would not all find a place again, nor where it did not before.
    const bool evicts = tight && patience.share() == 1 && gained;
    evictions_ = evicts ? kTightEvictions : 0;
    const Cooling cooling{.first = std::max(first, last), .last = last};
    const auto climate = [&](double gone) {
      return evicts ? climate_of_tight(moves.typical_step, last, gone)
                    : Climate{cooling.at(gone), 0};
    };
    cool(climate, patience.share(), on_better);
    restore(evaluator_, best_.decisions());
    gained = best_.score() < before;
    if (!gained || patience.share() == 1) first /= 2;
    patience.after_cooling(gained);
  }
  draw_together(on_better);
}

bool Annealing::done() const {
  return best_.score() <= engine::Score{} || budget_.over();
}

Annealing::Sample Annealing::sample() {
  double squares = 0;
  int changing = 0;
  int drawn = 0;
  int sound = 0;
  for (int i = 0; i < 20 * kSamples && sound < kSamples && !movable_.empty(); ++i) {
    if (budget_.spend()) break;
    const BlockId block = any(movable_, random_);
    const auto start = any(spots_[block], random_).start;
    if (evaluator_.board().start(block) == start) continue;
    ++drawn;
    const auto change = Change::place(block, start);
    if (evaluator_.delta(change, 0).hard <= 0) ++sound;
    if (drawn > kSamples) continue;  // on a long day the soft rules take their time
    const auto soft = static_cast<double>(evaluator_.soft_delta(change));
    squares += soft * soft;
    changing += soft == 0 ? 0 : 1;
  }
  Sample found;
  if (drawn > 0) found.sound = static_cast<double>(sound) / drawn;
  if (changing > 0) found.typical_step = std::sqrt(squares / changing);
  return found;
}

/// From the first temperature to the last, in the steps the problem's size asks for, in its share
/// of the time, or in the time that is left.
template <class F>
void Annealing::cool(F climate, double share, const OnBetter& on_better) {
  const auto size = static_cast<double>(movable_.size() + places_.size());
  const double per_block = evictions_ > 0 ? kTightStepsPerBlock : kStepsPerBlock;
  const double steps = std::max(kFewestSteps, per_block * std::pow(size, kStepsPower));
  const double spent = budget_.fraction();
  const auto way = [&](std::int64_t made) {
    const auto count = static_cast<double>(made);
    const double time = budget_.fraction() - spent;
    const double of_share = std::min(time / share, count / (kFewestStepsPerBlock * size));
    return std::max({count / steps, of_share, time / std::max(1e-9, 1 - spent)});
  };
  Climate now = climate(0);
  eviction_.list(movable_);
  const auto stage = share < 1 ? kStepsPerShortTemperature : kStepsPerTemperature;
  for (std::int64_t i = 0; static_cast<double>(i) < steps && !done() && !budget_.spend(); ++i) {
    if (i % stage == 0) {
      const double gone = way(i);
      if (share < 1 && gone >= 1) break;
      now = climate(std::min(1.0, gone));
    }
    if (step(now) && best_.improve(evaluator_)) on_better(best_.score());
  }
}

/// Everything as early as it can be at no cost: where nothing else decides, a plan without gaps
/// is the one an organiser would write.
void Annealing::draw_together(const OnBetter& on_better) {
  std::vector<BlockId> blocks = movable_;
  const auto& starts = evaluator_.board().starts();
  bool moved = true;
  for (int pass = 0; moved && pass < kDrawings; ++pass) {
    moved = false;
    std::stable_sort(
        blocks.begin(), blocks.end(), [&](BlockId a, BlockId b) { return starts[a] < starts[b]; });
    for (const BlockId block : blocks)
      for (const auto& spot : spots_[block]) {
        if (spot.start >= starts[block]) break;
        const auto& overlap = evaluator_.rule<engine::PersonOverlap>();
        if (overlap.taken(block, spot.tick).parts > 0) continue;
        if (!exchange_.attempt(block, spot.start, {}, 0, random_)) continue;
        moved = true;
        break;
      }
  }
  if (best_.improve(evaluator_)) on_better(best_.score());
}

bool Annealing::step(Climate now) {
  const double most = tolerance(now.temperature, random_);
  const bool cast = random_.below(movable_.size() + places_.size()) >= movable_.size();
  if (cast) return recast(most);
  return evictions_ > 0 && random_.unit() < evictions_ ? eviction_.step(now, most, random_)
                                                       : move(most);
}

/// A block to another spot. The more are in the way, the longer and the less likely is the way.
bool Annealing::move(double tolerance) {
  const BlockId block = any(movable_, random_);
  if (evictions_ > 0 && !evaluator_.board().placed(block)) return false;
  const auto& spot = any(spots_[block], random_);
  const auto others = evaluator_.rule<engine::PersonOverlap>().taken(block, spot.tick).parts;
  if (others > 1 && random_.below(static_cast<std::size_t>(others)) > 0) return false;
  const bool swap = others < 2 && random_.below(2) == 0;
  const BlockId other = swap ? occupant(block, spot) : BlockId{};
  return exchange_.attempt(block, spot.start, other, tolerance, random_);
}

/// A block that is in one of the rooms of the spot then, if there is one.
BlockId Annealing::occupant(BlockId block, const Spot& spot) {
  const auto& board = evaluator_.board();
  const engine::RoomId room = any(spots_.rooms(spot), random_);
  if (!room.exists() || !board.placed(block)) return {};
  const engine::Interval time{spot.start, spot.start + evaluator_.problem().blocks[block].minutes};
  for (const auto& booking : board.in_room(room, time))
    if (booking.use.overlaps(time)) return booking.block == block ? BlockId{} : booking.block;
  return {};
}

/// Another person to a place in a team.
bool Annealing::recast(double tolerance) {
  const auto& place = any(places_, random_);
  const PersonId person = any(evaluator_.problem().pools[place.front()], random_);
  if (evaluator_.board().holder(place.front()) == person) return false;
  for (std::size_t i = 0; i + 1 < place.size(); ++i)
    if (!trial_.make(Change::holder(place[i], person))) {
      trial_.undo();
      return false;
    }
  if (trial_.finish(Change::holder(place.back(), person), tolerance)) return true;
  trial_.undo();
  return false;
}

}  // namespace scheduler
