#include "scheduler/replan/least_perturbation.h"

#include <algorithm>
#include <chrono>
#include <compare>
#include <functional>
#include <thread>
#include <utility>

#include "engine/rules/all.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/cooling.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/around.h"
#include "scheduler/timetable/best_spot.h"
#include "scheduler/timetable/decisions.h"
#include "scheduler/timetable/placement.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Board;
using engine::Minute;
using engine::PlanEvaluator;

/// In typical items' people: what it costs to leave a block aside for now, and the warmth (measured
/// on festivals of 300 to 2,000 people with three sessions added: docs/replan.md).
constexpr double kAside = 0.5;
constexpr Cooling kCooling{.first = 0.5, .last = 0.05};

/// Steps of the first cooling, and how many coolings in turn may gain nothing; each of these makes
/// the next twice as long.
constexpr std::size_t kStepsPerBlock = 100;
constexpr int kInVain = 7;
constexpr std::int64_t kStepsPerWord = 256;

/// The same people attend several items: those who hear of a change are counted where all items
/// elsewhere have no more than so many times the people of those of the best.
constexpr std::int64_t kHopeless = 2;

/// A block that has nowhere else to go is never in the way of another for long.
constexpr Weight kFixedWeight = 100'000;

/// Nobody has been told: it may go anywhere at no cost.
constexpr Told kUntold{.block = {}, .start = engine::kNever, .room = {}};

/// In the order in which it counts.
struct Cost {
  std::size_t waiting = 0;     ///< blocks
  std::size_t misled = 0;      ///< people
  std::int64_t elsewhere = 0;  ///< people of all items elsewhere, as often as they attend one
  friend auto operator<=>(const Cost&, const Cost&) = default;
};

struct Found {
  Cost cost;
  engine::Score score;
  Decisions decisions;
};

/// A heat bath: one block at a time chooses anew among all its spots, the cheaper the likelier, and
/// those in its way wait aside until it is their turn.
class Perturbation {
 public:
  Perturbation(PlanEvaluator& evaluator,
               const Spots& spots,
               const std::vector<Told>& told,
               Random& random)
      : evaluator_(evaluator),
        spots_(spots),
        random_(random),
        best_spot_(evaluator, spots, random),
        reach_(furthest_reach(evaluator.problem())),
        items_(told),
        told_(spots.blocks(), kUntold),
        people_(spots.blocks()),
        fixed_(spots.blocks()),
        dearer_(spots.blocks()),
        weight_(spots.blocks()) {
    for (const auto& t : told) told_[t.block.index()] = t;
    problem().blocks.each([&](BlockId b) { fixed_[b.index()] = spots.count(b) < 2; });
    count_people(told);
    look();
    keep();
  }

  /// `tell(score)` is called now and then with the best score so far.
  using Tell = std::function<void(engine::Score)>;

  Found search(Budget& budget, const Tell& tell) {
    auto steps = static_cast<std::int64_t>(kStepsPerBlock * spots_.blocks());
    for (int vain = 0; vain < kInVain && best_.cost > Cost{} && !budget.over();) {
      if (cool(steps, budget, tell)) {
        vain = 0;
      } else {
        ++vain;
        steps *= 2;
      }
      restore(evaluator_, best_.decisions);
    }
    return std::move(best_);
  }

 private:
  [[nodiscard]] const engine::Problem& problem() const { return evaluator_.problem(); }

  void count_people(const std::vector<Told>& told) {
    std::int64_t sum = 0;
    for (const auto& t : told) {
      auto& people = people_[t.block.index()];
      people = 1;  // whoever prepares the room
      engine::each_part(problem(), t.block, [&](engine::PartId part) {
        people += static_cast<Weight>(problem().attendees[part].size());
      });
      sum += people;
    }
    typical_ =
        static_cast<double>(sum) / static_cast<double>(std::max<std::size_t>(1, told.size()));
  }

  /// What waits, what could go back or elsewhere, and what each weighs now.
  void look() {
    waiting_.clear();
    loose_.clear();
    elsewhere_ = 0;
    problem().blocks.each([&](BlockId b) {
      const auto& told = told_[b.index()];
      const bool placed = evaluator_.board().placed(b);
      const bool as_told = told.block.exists() && is_at(evaluator_.board(), told);
      if (told.block.exists() && !as_told) elsewhere_ += people_[b.index()];
      if (!placed && !spots_[b].empty()) waiting_.push_back(b);
      if (placed && !as_told && !fixed_[b.index()]) loose_.push_back(b);
      const auto aside = static_cast<Weight>(kAside * typical_) + 1 + dearer_[b.index()];
      weight_[b.index()] =
          fixed_[b.index()] ? kFixedWeight : aside + (as_told ? people_[b.index()] : 0);
    });
  }

  /// True when the board is better than any before.
  bool keep() {
    const bool first = best_.decisions.starts.empty();
    if (!first &&
        (waiting_.size() > best_.cost.waiting || elsewhere_ > kHopeless * best_.cost.elsewhere))
      return false;
    const Cost cost{waiting_.size(), misled(evaluator_.board(), items_).people, elsewhere_};
    if (!first && !(cost < best_.cost)) return false;
    best_.cost = cost;
    best_.score = evaluator_.score();
    note(evaluator_.board(), best_.decisions);
    return true;
  }

  bool cool(std::int64_t steps, Budget& budget, const Tell& tell) {
    std::fill(dearer_.begin(), dearer_.end(), 0);
    look();
    bool gained = false;
    for (std::int64_t i = 0; i < steps && best_.cost > Cost{} && !budget.spend(); ++i) {
      const double fraction = static_cast<double>(i) / static_cast<double>(steps);
      if (!step(typical_ * kCooling.at(fraction))) break;
      gained = keep() || gained;
      if (i % kStepsPerWord == 0) tell(best_.score);
    }
    return gained;
  }

  /// Who waits often pushes harder. False when nothing can move.
  bool step(double temperature) {
    const bool waits = !waiting_.empty() && (loose_.empty() || random_.below(2) == 0);
    const auto& list = waits ? waiting_ : loose_;
    if (list.empty()) return false;
    const auto block = list[random_.below(list.size())];
    if (waits)
      ++dearer_[block.index()];
    else
      take_out(evaluator_, block);
    place(block, temperature);
    look();
    return true;
  }

  void place(BlockId block, double temperature) {
    const auto hard_before = evaluator_.score().hard;
    const auto spots = spots_[block];
    beside_.clear();
    for (const auto& spot : spots) {
      const bool back = spot.start == told_[block.index()].start;
      beside_.push_back((back ? 0 : people_[block.index()]) +
                        static_cast<Weight>(tolerance(temperature, random_)));
    }
    const auto choice = best_spot_.find(block, weight_, beside_, BestSpot::Taste::Any);
    put(evaluator_, block, spots[choice.row].start, choice.room, random_);
    ejected_.clear();
    eject_those_in_the_way(evaluator_, block, hard_before, reach_, weight_, ejected_);
  }

  PlanEvaluator& evaluator_;
  const Spots& spots_;
  Random& random_;
  BestSpot best_spot_;
  Minute reach_;
  const std::vector<Told>& items_;
  std::vector<Told> told_;      ///< per block
  std::vector<Weight> people_;  ///< per block that people have been told about
  std::vector<bool> fixed_;     ///< per block: it has one spot at most
  double typical_ = 1;          ///< people of an item
  std::vector<Weight> dearer_;  ///< per block, by its times of waiting in this cooling
  std::vector<Weight> weight_;  ///< per block: what it costs to take it out
  std::vector<BlockId> waiting_;
  std::vector<BlockId> loose_;  ///< placed, not where people have been told
  std::int64_t elsewhere_ = 0;  ///< people of what is not where they have been told
  std::vector<Weight> beside_;
  std::vector<BlockId> ejected_;
  Found best_;
};

}  // namespace

Board least_perturbed(const Board& board,
                      const std::vector<Told>& told,
                      const Limits& limits,
                      const Monitor& monitor) {
  const auto begin = Budget::Clock::now();
  const auto deadline = begin + std::chrono::duration_cast<Budget::Clock::duration>(
                                    std::chrono::duration<double>(limits.seconds));
  const auto spots = spots_of(PlanEvaluator(Board(board.problem())));
  std::vector<Found> found(static_cast<std::size_t>(thread_count(limits)));
  std::vector<std::thread> threads;
  auto last = begin;
  const auto report = [&](engine::Score best) {
    const auto now = Budget::Clock::now();
    if (!monitor.on_progress || now - last < std::chrono::milliseconds(100)) return;
    last = now;
    const double seconds = std::chrono::duration<double>(now - begin).count();
    monitor.on_progress({.seconds = seconds,
                         .fraction = std::min(1.0, seconds / std::max(0.001, limits.seconds)),
                         .best = best,
                         .phase = engine::SearchPhase::Placing});
  };
  const auto nothing = [](engine::Score) {};
  for (std::size_t i = 0; i < found.size(); ++i)
    threads.emplace_back([&, i] {
      Budget budget(limits.iterations, deadline, monitor.stop);
      Random random(limits.seed * 1'000'003 + i);
      PlanEvaluator evaluator(board, engine::Scope::HardRules);
      Perturbation search(evaluator, spots, told, random);
      found[i] = i == 0 ? search.search(budget, report) : search.search(budget, nothing);
    });
  for (auto& thread : threads) thread.join();
  const auto& best = *std::min_element(
      found.begin(), found.end(), [](const Found& a, const Found& b) { return a.cost < b.cost; });
  PlanEvaluator evaluator(board);
  restore(evaluator, best.decisions);
  return evaluator.board();
}

}  // namespace scheduler
