#include "scheduler/rotation/seat_search.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "scheduler/search/settling.h"

namespace scheduler {
namespace {

// Half of all exchanges are taken at first, and rules are passed through.
constexpr Heat kHot{
    .cooling = {.first = 1.0, .last = 0.1}, .hard_weight = 3, .mix_weight = 5, .of_units = true};
/// Where people are to be mixed, few tables are much better than others: they are found where some
/// repeats come and go, not by cooling (measured on 10 to 64 people at 3 to 10 tables).
constexpr Heat warm(double temperature) {
  return {.cooling = {.first = temperature, .last = temperature},
          .hard_weight = 12,
          .mix_weight = 3,
          .focus = 0.9};
}
/// In turn, the coolest first where the start is good and last elsewhere.
constexpr std::array<Heat, 4> kWarm{warm(0.24), warm(0.30), warm(0.35), warm(0.40)};
const Heat& warm_in(int turn, bool keep) {
  const auto i = static_cast<std::size_t>(turn - 1) % kWarm.size();
  return kWarm[keep ? i : kWarm.size() - 1 - i];
}
// Rules weigh more than any wish: from a table that keeps them.
constexpr Heat kStrict{
    .cooling = {.first = 1.0, .last = 0.1}, .hard_weight = 1'000, .mix_weight = 5};
// Rules are kept.
constexpr Heat kCold{.cooling = {.first = 0.25, .last = 0.1}, .hard_weight = 12, .mix_weight = 12};

constexpr double kBarred = 0.6;       ///< of a hard rule, while annealing
constexpr std::size_t kExchange = 3;  ///< kinds of moves from here on
constexpr int kLooksForRepeat = 4;
constexpr std::int64_t kLeastStepsPerSeat = 40'000;  ///< before a search has settled

/// What two units of the mean size pay when they meet again, where two people pay 1.
double mean_meeting(const SeatTask& task) {
  std::size_t people = 0;
  for (const auto& unit : task.units) people += unit.size();
  const double size = static_cast<double>(people) /
                      static_cast<double>(std::max<std::size_t>(1, task.units.size()));
  return size * size;
}

/// The same, whatever the sizes of groups within their limits. Where limits differ, groups are
/// never even, and what is still to be gained on them holds up the search for new company.
std::optional<SeatTask> without_balance(const SeatTask& task) {
  const auto weight = task.balance_weight;
  if (!task.meetings || weight.hard != 0 || weight.soft == 0) return std::nullopt;
  auto loose = task;
  loose.balance_weight = {};
  return loose;
}

}  // namespace

SeatSearch::SeatSearch(const SeatTask& task, const Rounds& start)
    : task_(task),
      table_(task, start),
      cost_(table_.count()),
      best_(start),
      best_cost_(cost_),
      movable_(static_cast<std::size_t>(task.rounds)) {
  const auto units = static_cast<std::int32_t>(task.units.size());
  for (std::int32_t r = 0; r < task.rounds; ++r)
    for (std::int32_t u = 0; u < units; ++u) {
      const auto own = task.own[static_cast<std::size_t>(u)];
      if (start.at(r, u) >= 0 && (own < 0 || !is_open(r, own)))
        movable_[static_cast<std::size_t>(r)].push_back(u);
    }
  only_exchanges_ = sizes_are_fixed();
}

/// Has every table the one size that it may have? Then whoever goes is replaced by another.
bool SeatSearch::sizes_are_fixed() const {
  const auto people = static_cast<std::int32_t>(task_.units.size());
  if (task_.capacity_weight.hard == 0) return false;
  for (std::int32_t r = 0; r < task_.rounds; ++r)
    for (std::int32_t s = 0; s < task_.stations; ++s) {
      const auto& limits = task_.limits[static_cast<std::size_t>(r * task_.stations + s)];
      const auto here = static_cast<std::int32_t>(table_.units_at(r, s));
      if (limits.min != limits.max || here != limits.max) return false;
    }
  for (std::int32_t u = 0; u < people; ++u)
    if (task_.size(u) != 1) return false;
  return true;
}

bool SeatSearch::is_open(std::int32_t round, std::int32_t station) const {
  const auto cell = static_cast<std::size_t>(round) * static_cast<std::size_t>(task_.stations) +
                    static_cast<std::size_t>(station);
  return task_.limits[cell].max > 0;
}

/// A station that takes place in every round is not left empty.
bool SeatSearch::may_leave(std::int32_t round, std::int32_t unit) const {
  const auto station = table_.at(round, unit);
  return task_.may_rest || task_.runs[static_cast<std::size_t>(station)] < task_.rounds ||
         table_.units_at(round, station) > 1;
}

void SeatSearch::run(const Heat& heat, const SearchEnd& end, Random& random, Budget& budget) {
  if (task_.stations < 2 || std::all_of(movable_.begin(), movable_.end(), [](const auto& units) {
        return units.empty();
      }))
    return;
  const double soft = static_cast<double>(std::max<std::int64_t>(
                          1, task_.meetings ? task_.repeat_weight.soft : 1)) *
                      (task_.meetings && heat.of_units ? mean_meeting(task_) : 1.0);
  hard_weight_ = heat.hard_weight * soft;
  mix_weight_ = heat.mix_weight;
  const double scale = task_.meetings && task_.repeat_weight.hard > 0 ? hard_weight_ : soft;
  double temperature = 0;
  for (std::int64_t i = 0; i < end.steps && end.enough < best_cost_ && !budget.spend_crumb(); ++i) {
    if (i % 256 == 0)
      temperature =
          scale * heat.cooling.at(static_cast<double>(i) / static_cast<double>(end.steps));
    draw(heat.focus, random);
    attempt(tolerance(temperature, random));
  }
}

std::int32_t SeatSearch::draw_unit(std::int32_t round, double focus, Random& random) const {
  const auto& units = movable_[static_cast<std::size_t>(round)];
  auto unit = units[random.below(units.size())];
  if (focus > 0 && random.unit() < focus)
    for (int look = 0; look < kLooksForRepeat && !table_.meets_again(round, unit); ++look)
      unit = units[random.below(units.size())];
  return unit;
}

void SeatSearch::draw(double focus, Random& random) {
  move_.clear();
  const auto round = static_cast<std::int32_t>(random.below(movable_.size()));
  const auto& units = movable_[static_cast<std::size_t>(round)];
  if (units.empty()) return;
  const auto unit = draw_unit(round, focus, random);
  const auto kind = only_exchanges_ ? kExchange : random.below(8);
  if (kind == 0 && task_.rounds > 1) return exchange_rounds(round, unit, random);
  if (kind < kExchange) {
    const auto to =
        static_cast<std::int32_t>(random.below(static_cast<std::size_t>(task_.stations)));
    if (is_open(round, to) && may_leave(round, unit)) move_.push_back({round, unit, to, -1});
    return;
  }
  const auto other = units[random.below(units.size())];
  move_.push_back({round, unit, table_.at(round, other), other});
}

void SeatSearch::exchange_rounds(std::int32_t round, std::int32_t unit, Random& random) {
  const auto other = static_cast<std::int32_t>(random.below(movable_.size()));
  const auto& there = movable_[static_cast<std::size_t>(other)];
  if (!std::binary_search(there.begin(), there.end(), unit)) return;
  const auto a = table_.at(round, unit);
  const auto b = table_.at(other, unit);
  if (!is_open(round, b) || !is_open(other, a)) return;
  if (!may_leave(round, unit) || !may_leave(other, unit)) return;
  move_.push_back({round, unit, b, -1});
  move_.push_back({other, unit, a, -1});
}

double SeatSearch::plain(const SeatCost& cost) const {
  return hard_weight_ *
             (static_cast<double>(cost.hard) + kBarred * static_cast<double>(cost.barred)) +
         mix_weight_ * static_cast<double>(cost.mix) + static_cast<double>(cost.soft);
}

void SeatSearch::attempt(double worst) {
  SeatCost sum;
  std::size_t made = 0;
  for (auto& change : move_) {
    if (table_.at(change.round, change.unit) == change.to) break;
    sum += table_.delta(change);
    ++made;
    if (move_.size() == 1 && plain(sum) > worst) return;
    const auto from = table_.at(change.round, change.unit);
    table_.apply(change);
    change.to = from;  // the way back
  }
  if (plain(sum) > worst) {
    for (; made > 0; --made) table_.apply(move_[made - 1]);
    return;
  }
  cost_ += sum;
  if (cost_ < best_cost_) {
    best_cost_ = cost_;
    best_ = table_.seats();
  }
}

Rounds cooled_seats(
    const SeatTask& task, Rounds start, SearchEnd end, Random& random, Budget& budget) {
  SeatSearch search(task, start);
  search.run(kCold, end, random, budget);
  return search.best();
}

namespace {

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

/// The best table so far, and what is left to better it.
class Improving {
 public:
  Improving(const SeatTask& task, SearchStart start, SearchEnd end, Random& random, Budget& budget)
      : task_(task),
        best_(std::move(start.seats)),
        least_(SeatTable(task, best_).count()),
        end_(end),
        length_(end.steps / start.passes),
        random_(random),
        budget_(budget) {
    if (!budget.settles()) return;
    const auto seats = static_cast<std::int64_t>(task.units.size()) * task.rounds;
    settling_ = Settling(kLeastStepsPerSeat * seats);
    length_ = std::min(length_, kLeastStepsPerSeat * seats / 4);
  }

  [[nodiscard]] bool done() const {
    return least_ <= end_.enough || end_.steps <= 0 || settling_.over() || budget_.over();
  }
  void longer() { length_ += length_ / 2; }
  [[nodiscard]] const Rounds& best() const { return best_; }
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

Rounds best_seats(
    const SeatTask& task, SearchStart start, SearchEnd end, Random& random, Budget& budget) {
  const bool keep = start.keep;
  Improving improving(task, std::move(start), end, random, budget);
  const auto loose = without_balance(task);
  const auto end_of_detour = end.enough;
  bool sought = false;  // tables that keep the rules, the last time
  const bool mixes = task.mix_first && !task.mix.empty();
  for (int turn = keep ? 0 : 1; !improving.done(); ++turn) {
    auto from = improving.best();
    if (turn > 0 && improving.breaks_rules() && !std::exchange(sought, !sought)) {
      improving.run(improving.detour(rules_alone(task), kHot, kRulesKept), kStrict, 2);
      from = improving.best();
    } else if (mixes && turn > 0) {
      improving.run(from, warm_in(turn, keep), 1);
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
