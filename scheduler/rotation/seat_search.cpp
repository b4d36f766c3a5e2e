#include "scheduler/rotation/seat_search.h"

#include <algorithm>
#include <map>

namespace scheduler {
namespace {

constexpr double kBarred = 0.6;       ///< of a hard rule, while annealing
constexpr std::size_t kExchange = 3;  ///< kinds of moves from here on
constexpr double kMostMix = 8;        ///< times what a mix weighs at first
constexpr double kMixStep = 1.05;
constexpr int kLooksForLarge = 4;
constexpr int kLooksForKind = 6;
constexpr int kLooksForRepeat = 4;

/// What two units of the mean size pay when they meet again, where two people pay 1.
double mean_meeting(const SeatTask& task) {
  std::size_t people = 0;
  for (const auto& unit : task.units) people += unit.size();
  const double size = static_cast<double>(people) /
                      static_cast<double>(std::max<std::size_t>(1, task.units.size()));
  return size * size;
}

/// Units of one kind are as good as each other for every mix.
std::vector<std::int32_t> kinds_of(const SeatTask& task) {
  std::map<std::vector<std::int32_t>, std::int32_t> kinds;
  std::vector<std::int32_t> kind;
  for (const auto& unit : task.units) {
    std::vector<std::int32_t> values;
    for (const auto& attribute : task.mix) {
      const auto first = values.size();
      for (const auto p : unit) values.push_back(attribute[static_cast<std::size_t>(p)]);
      std::sort(values.begin() + static_cast<std::ptrdiff_t>(first), values.end());
    }
    values.push_back(static_cast<std::int32_t>(unit.size()));
    kind.push_back(kinds.emplace(values, static_cast<std::int32_t>(kinds.size())).first->second);
  }
  return kind;
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
  kind_ = kinds_of(task);
  for (std::int32_t u = 0; u < units; ++u)
    sizes_differ_ = sizes_differ_ || task.size(u) != task.size(0);
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
    if (i % 256 == 0) {
      temperature =
          scale * heat.cooling.at(static_cast<double>(i) / static_cast<double>(end.steps));
      if (heat.insists) weigh_mix(heat);
    }
    draw(heat, random);
    attempt(tolerance(temperature, random));
  }
}

/// The more, the longer people are less well mixed than they once were: how many repeats a mix is
/// worth on the way to a better one depends on how seldom it is.
void SeatSearch::weigh_mix(const Heat& heat) {
  if (cost_.mix > best_cost_.mix)
    mix_weight_ = std::min(kMostMix * heat.mix_weight, mix_weight_ * kMixStep);
  else
    mix_weight_ = std::max(heat.mix_weight, mix_weight_ / kMixStep);
}

std::int32_t SeatSearch::draw_unit(std::int32_t round, double focus, Random& random) const {
  const auto& units = movable_[static_cast<std::size_t>(round)];
  auto unit = units[random.below(units.size())];
  if (focus > 0 && random.unit() < focus)
    for (int look = 0; look < kLooksForRepeat && !table_.meets_again(round, unit); ++look)
      unit = units[random.below(units.size())];
  return unit;
}

void SeatSearch::draw(const Heat& heat, Random& random) {
  move_.clear();
  const auto round = static_cast<std::int32_t>(random.below(movable_.size()));
  const auto& units = movable_[static_cast<std::size_t>(round)];
  if (units.empty()) return;
  const auto unit = draw_unit(round, heat.focus, random);
  if (heat.only_paths) return exchange_paths(round, unit, random);
  const auto kind = only_exchanges_ ? kExchange : random.below(8);
  if (kind == 0 && task_.rounds > 1) return exchange_rounds(round, unit, random);
  if (kind == 1 && sizes_differ_) return exchange_several(round, unit, random);
  if (kind < kExchange) {
    const auto to =
        static_cast<std::int32_t>(random.below(static_cast<std::size_t>(task_.stations)));
    if (is_open(round, to) && may_leave(round, unit)) move_.push_back({round, unit, to, -1});
    return;
  }
  if (kind == kExchange && task_.once && task_.rounds > 1)
    return exchange_paths(round, unit, random);
  const auto other = units[random.below(units.size())];
  move_.push_back({round, unit, table_.at(round, other), other});
}

/// In this round, and in all others where one of the two would be at a station twice.
void SeatSearch::exchange_paths(std::int32_t round, std::int32_t unit, Random& random) {
  const auto& units = movable_[static_cast<std::size_t>(round)];
  auto other = units[random.below(units.size())];
  for (int look = 0; look < kLooksForKind && kind_[static_cast<std::size_t>(other)] !=
                                                 kind_[static_cast<std::size_t>(unit)];
       ++look)
    other = units[random.below(units.size())];
  if (task_.size(unit) != task_.size(other)) return;
  const auto add = [&](std::int32_t r) { move_.push_back({r, unit, table_.at(r, other), other}); };
  const auto taken = [&](std::int32_t r) {
    return std::any_of(move_.begin(), move_.end(), [&](const auto& m) { return m.round == r; });
  };
  add(round);
  for (std::size_t i = 0; i < move_.size(); ++i) {
    const auto a = table_.at(move_[i].round, unit);
    const auto b = move_[i].to;
    for (std::int32_t r = 0; r < task_.rounds; ++r)
      if ((table_.at(r, unit) == b || table_.at(r, other) == a) && !taken(r)) add(r);
  }
  const bool fits = std::all_of(move_.begin(), move_.end(), [&](const auto& m) {
    const auto& there = movable_[static_cast<std::size_t>(m.round)];
    return table_.at(m.round, unit) != m.to &&
           std::binary_search(there.begin(), there.end(), unit) &&
           std::binary_search(there.begin(), there.end(), other);
  });
  if (!fits) move_.clear();
}

/// As many people as the larger of two units has, for it: between tables that may lose nobody.
void SeatSearch::exchange_several(std::int32_t round, std::int32_t unit, Random& random) {
  const auto& units = movable_[static_cast<std::size_t>(round)];
  for (int look = 0; look < kLooksForLarge && task_.size(unit) == 1; ++look)
    unit = units[random.below(units.size())];
  const auto from = table_.at(round, unit);
  const auto to = table_.at(round, units[random.below(units.size())]);
  if (to == from || task_.size(unit) == 1) return;
  const auto& there = table_.units_in(round, to);
  auto left = task_.size(unit);
  const auto first = random.below(there.size());
  move_.push_back({round, unit, to, -1});
  for (std::size_t i = 0; i < there.size() && left > 0; ++i) {
    const auto other = there[(first + i) % there.size()];
    if (task_.size(other) > left || !std::binary_search(units.begin(), units.end(), other))
      continue;
    left -= task_.size(other);
    move_.push_back({round, other, from, -1});
  }
  if (left > 0) move_.clear();
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

}  // namespace scheduler
