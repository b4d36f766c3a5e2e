#include "scheduler/rotation/best_rounds.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "scheduler/rotation/added.h"
#include "scheduler/rotation/design/formula.h"
#include "scheduler/rotation/hunt.h"
#include "scheduler/rotation/judge.h"
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
constexpr double kHuntOfTime = 0.6;                   ///< at most, however slow the machine
constexpr double kPartOfTime = 0.25;  ///< of that, for fewer people in groups of one size
constexpr std::int64_t kFar = 4;      ///< from scratch no more where that ended a quarter above
constexpr std::int64_t kShareAtOnce = 100;  ///< of the steps: a third of a second

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

/// A design without a repeat, or the nearest to one found.
std::optional<Schedule> hunted(const engine::RotationSize& size,
                               std::int64_t steps,
                               Random& random,
                               Budget& budget) {
  if (auto design = by_formula(size)) return design;
  Hunt hunt(size, engine::least_repeat_cost(size) == 0);
  if (auto design = hunt.run(steps, random, budget)) return design;
  return hunt.nearest();
}

class Improvement {
 public:
  Improvement(const engine::RotationSize& size,
              std::int64_t bound,
              std::int64_t steps,
              Random& random,
              Budget& budget)
      : size_(size), bound_(bound), steps_(steps), random_(random), budget_(budget) {
    if (budget.settles()) settling_ = Settling(kLeastStepsPerSeat * size.people * size.rounds);
    best_ = {in_turn(size), say(kInTurn)};
    best_cost_ = judge(best_.rounds).repeat_cost;
  }

  /// Formulas and a search from scratch alone: where repeats are needed anyway they often meet the
  /// bound.
  Schedule at_once() {
    if (const auto fewer = even_part(size_); size_.revisit && fewer)
      if (const auto design = by_formula(*fewer)) enlarge(*design, fewer->people, steps_ / 2);
    if (!done()) from_scratch(steps_);
    return std::move(best_);
  }

  /// `smaller`: of even_part(), where it was hunted for.
  Schedule run(const std::optional<Schedule>& nearest, const std::optional<Schedule>& smaller) {
    if (nearest) {
      best_ = *nearest;
      best_cost_ = judge(best_.rounds).repeat_cost;
      cold(best_, steps_ / 20);
    }
    if (size_.revisit) {
      longer_than_a_design();
      if (smaller) enlarge(*smaller, smaller->rounds.people, steps_ / 20);
    }
    auto length = steps_ / 6;
    bool scratch = true;
    for (bool hot = true; !done(); hot = !hot) {
      length = std::min(length, steps_);
      if (hot && scratch)
        scratch = from_scratch(length) <= best_cost_ + best_cost_ / kFar;
      else if (hot && smaller)
        enlarge(*smaller, smaller->rounds.people, (length + 1) / 2);
      else
        cold(best_, (length + 1) / 2);
      if (!hot) length += length / 2;
    }
    return std::move(best_);
  }

 private:
  [[nodiscard]] bool done() const {
    return best_cost_ <= bound_ || steps_ <= 0 || settling_.over() || budget_.over();
  }

  void improve(SeatSwaps& swaps, double temperature, std::int64_t steps) {
    swaps.run({.first = temperature, .last = kLast}, steps, bound_, random_, budget_);
    steps_ -= steps;
    settling_.after(steps, swaps.best_cost() < best_cost_);
  }
  void offer(const SeatSwaps& swaps, const engine::Text& method) {
    if (swaps.best_cost() >= best_cost_) return;
    best_ = {swaps.best(), method};
    best_cost_ = swaps.best_cost();
  }

  /// What it comes to.
  std::int64_t from_scratch(std::int64_t steps) {
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

  /// Above the frontier: the longest design, the rounds it lacks by search, then all together.
  void longer_than_a_design() {
    for (auto fewer = size_; --fewer.rounds >= 1 && !done();) {
      auto design = by_formula(fewer);
      if (!design && fewer.rounds + 2 >= size_.rounds && engine::least_repeat_cost(fewer) == 0)
        design = Hunt(fewer, true).run(steps_ / 20, random_, budget_);
      if (!design) continue;
      auto start = in_turn(size_);
      std::copy(design->rounds.group.begin(), design->rounds.group.end(), start.group.begin());
      const auto frozen = design->rounds.count;
      SeatSwaps swaps(std::move(start), {.once = false, .frozen_rounds = frozen});
      improve(swaps, kHot, steps_ / 20);
      cold({swaps.best(), say(kFewerRounds, frozen, design->method)}, steps_ / 20);
      return;
    }
  }

  void enlarge(const Schedule& design, std::int64_t people, std::int64_t steps) {
    auto rounds = with_added(design.rounds, static_cast<std::int32_t>(size_.people), random_);
    cold({std::move(rounds), say(kFewerPeople, people, design.method)}, steps);
  }

  const engine::RotationSize& size_;
  std::int64_t bound_;
  std::int64_t steps_;
  Random& random_;
  Budget& budget_;
  Schedule best_;
  std::int64_t best_cost_;
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
  const bool searched = size.people <= kMostSearched && size.stations > 1;
  std::optional<BestRounds> first;
  if (bound > 0 && searched) {
    first = result(Improvement(size, bound, steps / kShareAtOnce, random, budget).at_once());
    if (first->cost == bound) return std::move(*first);
  }
  Hunt hunt(size, bound == 0);
  const auto for_hunting = bound == 0 ? 2 * steps / 5 : steps / 10;
  const auto part = size.revisit && searched ? even_part(size) : std::nullopt;
  auto for_hunt = budget.part(part ? kHuntOfTime - kPartOfTime : kHuntOfTime);
  auto schedule = hunt.run(for_hunting, random, for_hunt);
  budget.take(for_hunt);
  if (schedule) return result(std::move(*schedule));
  if (!searched) return result({in_turn(size), say(kInTurn)});
  std::optional<Schedule> smaller;
  if (part) {
    auto for_part = budget.part(kPartOfTime / (1 - kHuntOfTime + kPartOfTime));
    smaller = hunted(*part, for_hunting, random, for_part);
    budget.take(for_part);
  }
  auto last = result(
      Improvement(size, bound, steps - for_hunting, random, budget).run(hunt.nearest(), smaller));
  return first && first->cost <= last.cost ? std::move(*first) : std::move(last);
}

}  // namespace scheduler
