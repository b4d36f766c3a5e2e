#include "scheduler/rotation/best_seats.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "scheduler/rotation/mixed_rounds.h"
#include "scheduler/search/settling.h"

namespace scheduler {
namespace {

// Half of all exchanges are taken at first, and rules are passed through.
constexpr Heat kHot{
    .cooling = {.first = 1.0, .last = 0.1}, .hard_weight = 3, .mix_weight = 5, .of_units = true};
/// Where people are to be mixed, few tables are much better than others: they are found where some
/// repeats come and go, not by cooling (measured on 10 to 64 people at 3 to 10 tables).
constexpr Heat warm(double temperature, double hard_weight = 12, double mix_weight = 3) {
  return {.cooling = {.first = temperature, .last = temperature},
          .hard_weight = hard_weight,
          .mix_weight = mix_weight,
          .focus = 0.9};
}
constexpr Heat insisting(Heat heat, bool insists = true) {
  heat.insists = insists;
  return heat;
}
/// In turn, the coolest first where the start is good and last elsewhere.
constexpr std::array<Heat, 4> kWarm{warm(0.24), warm(0.30), warm(0.35), warm(0.40)};
/// Where nobody goes back to a station people change places along whole paths, or by passing
/// through tables that break this rule (measured on 13 to 69 people who see most stations).
constexpr std::array<Heat, 2> kWarmOnce{warm(1.0, 10, 5), warm(0.5, 8)};
Heat warm_in(int turn, bool keep, bool once) {
  const auto i = static_cast<std::size_t>(turn - 1);
  if (once && i % 2 == 0) return kWarmOnce[i / 2 % kWarmOnce.size()];
  const auto at = (once ? i / 2 : i) % kWarm.size();
  return kWarm[keep ? at : kWarm.size() - 1 - at];
}
// Rules weigh more than any wish: from a table that keeps them.
constexpr Heat kStrict{
    .cooling = {.first = 1.0, .last = 0.1}, .hard_weight = 1'000, .mix_weight = 5};
// Rules are kept.
constexpr Heat kCold{.cooling = {.first = 0.25, .last = 0.1}, .hard_weight = 12, .mix_weight = 12};

constexpr std::int64_t kMostOfAllPasses = 250'000;   ///< for each seat, of the first ones
constexpr std::int64_t kStepsOfWarmTurn = 5'000;     ///< for each seat, at first
constexpr std::int64_t kStepsOfRound = 2'000;        ///< for each unit, to mix one round
constexpr std::int64_t kLeastStepsPerSeat = 40'000;  ///< before a search has settled

/// The same, whatever the sizes of groups within their limits. Where limits differ, groups are
/// never even, and what is still to be gained on them holds up the search for new company.
std::optional<SeatTask> without_balance(const SeatTask& task) {
  const auto weight = task.balance_weight;
  if (!task.meetings || weight.hard != 0 || weight.soft == 0) return std::nullopt;
  auto loose = task;
  loose.balance_weight = {};
  return loose;
}

/// The hard rules and what is within reach, nothing else: what people wish for weighs more than a
/// rule while annealing. Stations that could take place in every round may rest.
SeatTask rules_alone(const SeatTask& task) {
  auto rules = task;
  rules.may_rest = true;
  rules.rank.clear();
  rules.wished.clear();
  for (auto* weight :
       {&rules.repeat_weight, &rules.balance_weight, &rules.mix_weight, &rules.way_weight})
    weight->soft = 0;
  if (rules.repeat_weight.hard == 0) rules.meetings = false;
  if (rules.mix_weight.hard == 0) rules.mix.clear();
  return rules;
}

bool mixes(const SeatTask& task) {
  return task.mix_first && !task.mix.empty();
}

/// The best table so far, and what is left to better it.
class Improving {
 public:
  Improving(const SeatTask& task, SearchStart start, SearchEnd end, Random& random, Budget& budget)
      : task_(task),
        best_(std::move(start.seats)),
        least_(SeatTable(task, best_).count()),
        end_(end),
        length_(end.steps),
        random_(random),
        budget_(budget) {
    const auto seats = static_cast<std::int64_t>(task.units.size()) * task.rounds;
    length_ = std::min(length_, kMostOfAllPasses * seats) / start.passes;
    if (mixes(task)) length_ = std::min(length_, kStepsOfWarmTurn * seats);
    if (!budget.settles()) return;
    settling_ = Settling(kLeastStepsPerSeat * seats);
    length_ = std::min(length_, kLeastStepsPerSeat * seats / 4);
  }

  [[nodiscard]] bool done() const {
    return least_ <= end_.enough || end_.steps <= 0 || settling_.over() || budget_.over();
  }
  void longer() { length_ += length_ / 2; }
  [[nodiscard]] const Rounds& best() const { return best_; }
  [[nodiscard]] bool is_mixed() const { return least_.mix == 0; }
  /// Each round by itself, whoever meets again.
  void mix_rounds() {
    const auto each = kStepsOfRound * static_cast<std::int64_t>(task_.units.size());
    auto mixed = mixed_rounds(task_, best_, each, random_, budget_);
    const auto cost = SeatTable(task_, mixed).count();
    if (cost < least_) std::tie(least_, best_) = std::pair(cost, std::move(mixed));
  }
  [[nodiscard]] bool breaks_rules() const { return kRulesKept < least_; }

  /// From `start` with all that counts; kept when it is better.
  void run(const Rounds& start, const Heat& heat, int part) {
    const auto before = end_.steps;
    auto found = search(task_, start, heat, part, end_.enough);
    const bool gains = found.first < least_;
    if (gains) std::tie(least_, best_) = std::move(found);
    settling_.after(before - end_.steps, gains);
  }
  /// What another task makes of the best: only a start.
  Rounds detour(const SeatTask& other, const Heat& heat, const SeatCost& enough) {
    const auto before = end_.steps;
    auto found = search(other, best_, heat, kDetour, enough);
    settling_.after(before - end_.steps, false);
    return std::move(found.second);
  }

 private:
  std::pair<SeatCost, Rounds> search(
      const SeatTask& of, const Rounds& start, const Heat& heat, int part, const SeatCost& enough) {
    SeatSearch search(of, start);
    const auto steps = std::max<std::int64_t>(1, std::min(length_, end_.steps) / part);
    search.run(heat, {.enough = enough, .steps = steps}, random_, budget_);
    end_.steps -= steps;
    return {search.best_cost(), search.best()};
  }

  const SeatTask& task_;
  static constexpr int kDetour = 2;  ///< of its length

  Rounds best_;
  SeatCost least_;
  SearchEnd end_;
  std::int64_t length_;
  Random& random_;
  Budget& budget_;
  Settling settling_;
};

}  // namespace

Rounds cooled_seats(
    const SeatTask& task, Rounds start, SearchEnd end, Random& random, Budget& budget) {
  SeatSearch search(task, start);
  search.run(kCold, end, random, budget);
  return search.best();
}

Rounds best_seats(
    const SeatTask& task, SearchStart start, SearchEnd end, Random& random, Budget& budget) {
  const bool keep = start.keep;
  Improving improving(task, std::move(start), end, random, budget);
  const auto loose = without_balance(task);
  const auto end_of_detour = end.enough;
  bool tight = false;   // few tables are mixed as well as can be
  bool sought = false;  // tables that keep the rules, the last time
  for (int turn = keep ? 0 : 1; !improving.done(); ++turn) {
    if (mixes(task) && !task.once && turn > 1 && !tight && !improving.is_mixed()) {
      tight = true;
      improving.mix_rounds();
    }
    auto from = improving.best();
    if (turn > 0 && improving.breaks_rules() && !std::exchange(sought, !sought)) {
      improving.run(improving.detour(rules_alone(task), kHot, kRulesKept), kStrict, 2);
      from = improving.best();
    } else if (mixes(task) && turn > 0) {
      improving.run(from, insisting(warm_in(turn, keep, task.once), tight || task.once), 1);
      from = improving.best();
    } else if (loose && turn % 2 == 1) {
      from = improving.detour(*loose, kHot, end_of_detour);
    } else if (turn > 0) {
      improving.run(from, kHot, 1);
      from = improving.best();
    }
    improving.run(from, kCold, 2);
    improving.longer();
  }
  return improving.best();
}

}  // namespace scheduler
