#include "scheduler/rotation/seat_search.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace scheduler {
namespace {

// Half of all exchanges are taken at first, and rules are passed through.
constexpr Heat kHot{.cooling = {.first = 1.0, .last = 0.1}, .hard_weight = 3, .of_units = true};
// Rules are kept.
constexpr Heat kCold{.cooling = {.first = 0.25, .last = 0.1}, .hard_weight = 12};

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

double plain(const SeatCost& cost, double hard_weight) {
  return hard_weight * static_cast<double>(cost.hard) + static_cast<double>(cost.soft);
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
  const double hard = heat.hard_weight * soft;
  const double scale = task_.meetings && task_.repeat_weight.hard > 0 ? hard : soft;
  double temperature = 0;
  for (std::int64_t i = 0; i < end.steps && end.enough < best_cost_ && !budget.spend_crumb(); ++i) {
    if (i % 256 == 0)
      temperature =
          scale * heat.cooling.at(static_cast<double>(i) / static_cast<double>(end.steps));
    draw(random);
    attempt(hard, tolerance(temperature, random));
  }
}

void SeatSearch::draw(Random& random) {
  move_.clear();
  const auto round = static_cast<std::int32_t>(random.below(movable_.size()));
  const auto& units = movable_[static_cast<std::size_t>(round)];
  if (units.empty()) return;
  const auto unit = units[random.below(units.size())];
  const auto kind = random.below(8);
  if (kind == 0 && task_.rounds > 1) return exchange_rounds(round, unit, random);
  if (kind <= 2) {
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

void SeatSearch::attempt(double hard_weight, double worst) {
  SeatCost sum;
  std::size_t made = 0;
  for (auto& change : move_) {
    if (table_.at(change.round, change.unit) == change.to) break;
    sum += table_.delta(change);
    ++made;
    if (move_.size() == 1 && plain(sum, hard_weight) > worst) return;
    const auto from = table_.at(change.round, change.unit);
    table_.apply(change);
    change.to = from;  // the way back
  }
  if (plain(sum, hard_weight) > worst) {
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

Rounds best_seats(
    const SeatTask& task, SearchStart start, SearchEnd end, Random& random, Budget& budget) {
  SeatCost least = SeatTable(task, start.seats).count();
  auto length = end.steps / start.passes;
  const auto run = [&](const SeatTask& of, const Rounds& from, const Heat& heat, int part) {
    SeatSearch search(of, from);
    const auto steps = std::max<std::int64_t>(1, std::min(length, end.steps) / part);
    search.run(heat, {.enough = end.enough, .steps = steps}, random, budget);
    end.steps -= steps;
    return std::pair(search.best_cost(), search.best());
  };
  const auto keep = [&](std::pair<SeatCost, Rounds> found) {
    if (found.first < least) std::tie(least, start.seats) = std::move(found);
  };
  const auto loose = without_balance(task);
  for (int turn = start.keep ? 0 : 1; end.enough < least && end.steps > 0 && !budget.over();
       ++turn) {
    auto from = start.seats;
    if (loose && turn % 2 == 1)
      from = run(*loose, from, kHot, 1).second;
    else if (turn > 0) {
      keep(run(task, from, kHot, 1));
      from = start.seats;
    }
    keep(run(task, from, kCold, 2));
    length += length / 2;
  }
  return start.seats;
}

}  // namespace scheduler
