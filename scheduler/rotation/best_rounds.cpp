#include "scheduler/rotation/best_rounds.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "scheduler/rotation/added.h"
#include "scheduler/rotation/design/formula.h"
#include "scheduler/rotation/hunt.h"
#include "scheduler/rotation/judge.h"
#include "scheduler/rotation/paths.h"
#include "scheduler/rotation/reduced.h"
#include "scheduler/rotation/seat_swaps.h"
#include "scheduler/rotation/start.h"
#include "scheduler/search/settling.h"

namespace scheduler {
namespace {

constexpr engine::Words kInTurn{"à tour de rôle", "in turn"};
constexpr engine::Words kSearch{"recherche locale", "local search"};
constexpr engine::Words kImproved{"{0}, puis recherche locale", "{0}, then local search"};
constexpr engine::Words kFewerRounds{"{0} {0:tour|tours} : {1}", "{0} {0:round|rounds}: {1}"};
constexpr engine::Words kFewerPeople{"{0} {0:personne|personnes} : {1}",
                                     "{0} {0:person|people}: {1}"};

/// Counters for every pair of people: beyond, the start is kept as it is.
constexpr std::int64_t kMostSearched = 8000;

// From 0.35 upwards the structure of a design is lost and nothing better comes back; from scratch
// the search starts where half of all exchanges are taken (measured on 95 people at 10 tables).
constexpr double kCold = 0.22;
constexpr double kHot = 0.9;
constexpr double kHotWithStations = 1.5;
constexpr double kLast = 0.12;
constexpr std::int64_t kLeastStepsPerSeat = 100'000;  ///< before a search has settled
constexpr std::int64_t kFar = 4;  ///< from scratch no more where that ended a quarter above
/// Steps of the first turn, a third of a second; each is twice as long as the one before, whatever
/// the time: whoever has more of it goes on where others had to stop.
constexpr std::int64_t kFirstTurn = 2'500'000;
/// Tried exchanges of seats in the time of one of paths.
constexpr std::int64_t kSeatsPerPath = 5;
// Percent of a turn; where repeats are unavoidable, designs are only a start.
constexpr std::int64_t kHunt = 90;
constexpr std::int64_t kHuntBesidePart = 35;
constexpr std::int64_t kPart = 25;  ///< for fewer people in groups of one size
constexpr std::int64_t kHuntForStart = 10;

/// Everybody one group further in each round: even sizes, each station at most once.
Rounds in_turn(const engine::RotationSize& size) {
  Rounds rounds(static_cast<std::int32_t>(size.people),
                static_cast<std::int32_t>(size.stations),
                static_cast<std::int32_t>(size.rounds));
  for (std::int32_t r = 0; r < rounds.count; ++r)
    for (std::int32_t p = 0; p < rounds.people; ++p) rounds.at(r, p) = (p + r) % rounds.groups;
  return rounds;
}

/// Without the people who make some groups larger than others; nothing when there are none.
std::optional<engine::RotationSize> even_part(const engine::RotationSize& size) {
  auto fewer = size;
  fewer.people -= size.people % size.stations;
  if (fewer.people == size.people || fewer.people < 2 * size.stations) return std::nullopt;
  return fewer;
}

/// The even part of a rotation: a design without a repeat, or the nearest to one hunted so far.
class EvenPart {
 public:
  explicit EvenPart(const engine::RotationSize& size)
      : best_(by_formula(size)), hunt_(size, engine::least_repeat_cost(size) == 0) {
    done_ = best_.has_value();
  }

  void hunt(std::int64_t steps, Random& random, Budget& budget) {
    if (done_) return;
    done_ = hunt_.run(steps, random, budget).has_value();
    best_ = hunt_.nearest();
  }
  [[nodiscard]] const std::optional<Schedule>& best() const { return best_; }
  [[nodiscard]] bool done() const { return done_; }

 private:
  std::optional<Schedule> best_;
  Hunt hunt_;
  bool done_ = false;
};

/// The best schedule so far, and what betters it turn by turn.
class Improvement {
 public:
  Improvement(const engine::RotationSize& size, std::int64_t bound, Random& random, Budget& budget)
      : size_(size), bound_(bound), random_(random), budget_(budget) {
    if (budget.settles()) settling_ = Settling(kLeastStepsPerSeat * size.people * size.rounds);
    best_ = {in_turn(size), say(kInTurn)};
    best_cost_ = judge(best_.rounds).repeat_cost;
    if (!size.revisit) offer({random_paths(size, random), say(kInTurn)});
    by_chance_ = best_cost_;
  }

  /// Formulas and a search from scratch alone: where repeats are needed anyway they often meet the
  /// bound.
  void at_once(const std::optional<Schedule>& smaller, std::int64_t steps) {
    if (smaller) enlarge(*smaller, steps / 2);
    from_scratch(steps);
  }

  /// `smaller`: of the even part.
  void turn(const std::optional<Schedule>& nearest,
            const std::optional<Schedule>& smaller,
            std::int64_t steps) {
    if (nearest) from_design(*nearest, steps / 10);
    if (size_.revisit) longer_than_a_design(steps / 10);
    if (smaller) enlarge(*smaller, steps / 10);
    if (scratch_)
      scratch_ = from_scratch(steps / 3) <= best_cost_ + best_cost_ / kFar || paths_lead_;
    else if (smaller)
      enlarge(*smaller, steps / 3);
    cold(best_, steps / 3);
    if (!size_.revisit) by_paths(steps / 3);
  }

  [[nodiscard]] bool done() const {
    return best_cost_ <= bound_ || settling_.over() || budget_.over();
  }
  [[nodiscard]] Schedule& best() { return best_; }

 private:
  void improve(SeatSwaps& swaps, double temperature, std::int64_t steps) {
    swaps.run({.first = temperature, .last = kLast}, steps, bound_, random_, budget_);
    settling_.after(steps, swaps.best_cost() < best_cost_);
  }
  void offer(const SeatSwaps& swaps, const engine::Text& method) {
    if (swaps.best_cost() >= best_cost_) return;
    best_ = {swaps.best(), method};
    best_cost_ = swaps.best_cost();
  }

  void offer(Schedule schedule) {
    const auto cost = judge(schedule.rounds).repeat_cost;
    if (cost >= best_cost_) return;
    best_ = std::move(schedule);
    best_cost_ = cost;
  }

  /// Where nothing else has come to less than chance, and from then on; hot first, cold from the
  /// best. A tried exchange of paths takes as long as several of seats.
  void by_paths(std::int64_t steps) {
    if (done() || (best_cost_ < by_chance_ && !paths_lead_)) return;
    const auto before = best_cost_;
    for (const auto heat : {kHot, kCold}) {
      steps /= 2;
      offer({along_paths(best_.rounds, heat, steps / kSeatsPerPath, bound_, random_, budget_),
             say(kSearch)});
    }
    settling_.after(steps, best_cost_ < before);
    paths_lead_ = best_cost_ < before || paths_lead_;
  }

  /// What it comes to.
  std::int64_t from_scratch(std::int64_t steps) {
    if (done()) return best_cost_;
    SeatSwaps swaps(in_turn(size_), {.once = !size_.revisit, .frozen_rounds = 0});
    improve(swaps, size_.revisit ? kHot : kHotWithStations, steps);
    offer(swaps, say(kSearch));
    return swaps.best_cost();
  }
  void cold(const Schedule& start, std::int64_t steps) {
    if (done()) return;
    SeatSwaps swaps(start.rounds, {.once = !size_.revisit, .frozen_rounds = 0});
    const auto before = swaps.best_cost();
    improve(swaps, kCold, steps);
    const bool same = swaps.best_cost() == before;
    const bool searched = start.method == say(kSearch) || start.method == best_.method;
    offer(swaps, same || searched ? start.method : say(kImproved, start.method));
  }

  /// Once for each.
  void from_design(const Schedule& design, std::int64_t steps) {
    const auto cost = judge(design.rounds).repeat_cost;
    if (cost >= nearest_cost_) return;
    nearest_cost_ = cost;
    if (cost < best_cost_) {
      best_ = design;
      best_cost_ = cost;
    }
    cold(design, steps);
  }

  /// Above the frontier: the longest design, the rounds it lacks by search, then all together.
  void longer_than_a_design(std::int64_t steps) {
    for (auto fewer = size_; --fewer.rounds >= 1 && !shorter_ && !done();) {
      shorter_ = by_formula(fewer);
      if (!shorter_ && fewer.rounds + 2 >= size_.rounds && engine::least_repeat_cost(fewer) == 0)
        shorter_ = Hunt(fewer, true).run(steps / 2, random_, budget_);
    }
    if (!shorter_ || done()) return;
    auto start = in_turn(size_);
    std::copy(shorter_->rounds.group.begin(), shorter_->rounds.group.end(), start.group.begin());
    const auto frozen = shorter_->rounds.count;
    SeatSwaps swaps(std::move(start), {.once = false, .frozen_rounds = frozen});
    improve(swaps, kHot, steps / 2);
    cold({swaps.best(), say(kFewerRounds, frozen, shorter_->method)}, steps / 2);
  }

  void enlarge(const Schedule& design, std::int64_t steps) {
    auto rounds = with_added(design.rounds, static_cast<std::int32_t>(size_.people), random_);
    cold({std::move(rounds), say(kFewerPeople, design.rounds.people, design.method)}, steps);
  }

  const engine::RotationSize& size_;
  std::int64_t bound_;
  Random& random_;
  Budget& budget_;
  Schedule best_;
  std::int64_t best_cost_;
  std::optional<Schedule> shorter_;        ///< by a formula or a hunt, for fewer rounds
  std::int64_t nearest_cost_ = INT64_MAX;  ///< of the last design searched from
  std::int64_t by_chance_ = 0;             ///< repeats where nobody chose with whom
  bool paths_lead_ = false;                ///< did exchanges of paths find the best?
  bool scratch_ = true;                    ///< does a search from scratch come near?
  Settling settling_;
};

}  // namespace

BestRounds best_rounds(const engine::RotationSize& asked,
                       std::int64_t steps,
                       Random& random,
                       Budget& budget) {
  auto size = asked;
  size.even = true;
  const auto bound = engine::least_repeat_cost(size);
  const auto result = [&](Schedule schedule) {
    const auto cost = judge(schedule.rounds).repeat_cost;
    return BestRounds{std::move(schedule.rounds), std::move(schedule.method), cost, bound};
  };
  if (bound == 0)
    if (auto schedule = by_formula(size)) return result(std::move(*schedule));
  Hunt hunt(size, bound == 0);
  if (size.people > kMostSearched || size.stations < 2) {
    auto schedule = hunt.run(steps, random, budget);
    return result(schedule ? std::move(*schedule) : Schedule{in_turn(size), say(kInTurn)});
  }
  std::optional<EvenPart> part;
  if (const auto fewer = size.revisit ? even_part(size) : std::nullopt) part.emplace(*fewer);
  const auto smaller = [&] { return part ? part->best() : std::nullopt; };
  Improvement improvement(size, bound, random, budget);
  if (bound > 0) improvement.at_once(smaller(), std::min(steps, kFirstTurn));
  for (auto turn = kFirstTurn; steps > 0 && !improvement.done(); turn *= 2) {
    turn = std::min(turn, steps);
    steps -= turn;
    const auto for_hunt = bound > 0 ? kHuntForStart : part ? kHuntBesidePart : kHunt;
    const auto for_part = !part || part->done() ? 0 : bound > 0 ? kHuntForStart : kPart;
    if (auto found = hunt.run(turn * for_hunt / 100, random, budget))
      return result(std::move(*found));
    if (part) part->hunt(turn * for_part / 100, random, budget);
    improvement.turn(hunt.nearest(), smaller(), turn * (100 - for_hunt - for_part) / 100);
  }
  return result(std::move(improvement.best()));
}

}  // namespace scheduler
