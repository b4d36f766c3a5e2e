#include "scheduler/rotation/seat_table.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>

namespace scheduler {
namespace {

using engine::RuleWeight;

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

void add(SeatCost& sum, RuleWeight weight, std::int64_t units) {
  sum.hard += weight.hard * units;
  sum.soft += weight.soft * units;
}

bool is_on(RuleWeight weight) {
  return weight.hard != 0 || weight.soft != 0;
}

/// The entry of a list of values and people, or its end.
template <class List>
auto entry_of(List& list, std::int32_t value) {
  return std::find_if(
      list.begin(), list.end(), [value](const auto& entry) { return entry.first == value; });
}

}  // namespace

SeatTable::SeatTable(const SeatTask& task, const Rounds& start)
    : task_(task),
      stations_(row(task.stations)),
      units_(task.units.size()),
      seats_(start),
      here_(stations_ * row(task.rounds)),
      people_(here_.size()),
      halls_(task.halls, task.stations, task.rounds),
      visits_(units_ * stations_),
      granted_(task.wished.size() / std::max<std::size_t>(1, stations_)),
      met_(task.meetings ? units_ * units_ : 0),
      avoid_(task.apart.empty() ? 0 : units_ * units_) {
  for (const auto& unit : task.units) everyone_ += static_cast<std::int64_t>(unit.size());
  for (const auto& [a, b] : task.apart) {
    ++avoid_[pair(a, b)];
    ++avoid_[pair(b, a)];
  }
  for (const auto& values : task.mix) attributes_.push_back(count_values(values));
  for (std::int32_t r = 0; r < task.rounds; ++r)
    for (std::int32_t u = 0; u < static_cast<std::int32_t>(units_); ++u)
      if (const auto station = start.at(r, u); station >= 0) enter(r, u, station);
}

SeatTable::Attribute SeatTable::count_values(const std::vector<std::int32_t>& values) const {
  Attribute attribute;
  attribute.total.resize(row(*std::max_element(values.begin(), values.end()) + 1));
  for (const auto value : values) ++attribute.total[row(value)];
  attribute.here.resize(here_.size() * attribute.total.size());
  for (const auto& unit : task_.units) {
    auto& of = attribute.of.emplace_back();
    for (const auto p : unit) {
      const auto known = entry_of(of, values[row(p)]);
      if (known == of.end())
        of.emplace_back(values[row(p)], 1);
      else
        ++known->second;
    }
  }
  return attribute;
}

void SeatTable::note(std::int32_t unit, std::size_t cell, std::int32_t sign) {
  const auto station = cell % stations_;
  people_[cell] += sign * task_.size(unit);
  halls_.add(cell, sign * task_.heads_of(unit));
  visits_[spot(unit, static_cast<std::int32_t>(station))] += sign;
  if (!task_.wished.empty())
    for (const auto p : task_.units[row(unit)])
      granted_[row(p)] += sign * task_.wished[row(p) * stations_ + station];
  for (auto& attribute : attributes_)
    for (const auto& [value, with_it] : attribute.of[row(unit)])
      attribute.here[cell * attribute.total.size() + row(value)] += sign * with_it;
}

void SeatTable::enter(std::int32_t round, std::int32_t unit, std::int32_t station) {
  const auto c = cell(round, station);
  if (!met_.empty())
    for (const auto other : here_[c]) met_[pair(other, unit)] = ++met_[pair(unit, other)];
  here_[c].push_back(unit);
  note(unit, c, +1);
  seats_.at(round, unit) = station;
}

void SeatTable::leave(std::int32_t round, std::int32_t unit) {
  const auto c = cell(round, seats_.at(round, unit));
  *std::find(here_[c].begin(), here_[c].end(), unit) = here_[c].back();
  here_[c].pop_back();
  if (!met_.empty())
    for (const auto other : here_[c]) met_[pair(other, unit)] = --met_[pair(unit, other)];
  note(unit, c, -1);
  seats_.at(round, unit) = -1;
}

void SeatTable::apply(const SeatChange& change) {
  const auto from = seats_.at(change.round, change.unit);
  leave(change.round, change.unit);
  if (change.other >= 0) {
    leave(change.round, change.other);
    enter(change.round, change.other, from);
  }
  enter(change.round, change.unit, change.to);
}

bool SeatTable::meets_again(std::int32_t round, std::int32_t unit) const {
  if (met_.empty()) return false;
  const auto& here = here_[cell(round, seats_.at(round, unit))];
  return std::any_of(here.begin(), here.end(), [&](auto other) {
    return other != unit && met_[pair(unit, other)] > 1;
  });
}

std::int64_t SeatTable::misfit(std::size_t cell, std::int32_t people) const {
  if (people == 0) return 0;
  const auto limits = task_.limits[cell];
  const auto missing = limits.min - people;  // where it may rest: until nobody is left
  return std::max({0, people - limits.max, task_.may_rest ? std::min(missing, people) : missing});
}

/// Rounds too many in which the station takes place; where stations may rest, the people of all
/// rounds but the fullest, so that each who goes elsewhere is a gain.
std::int64_t SeatTable::extra_runs(std::int32_t station,
                                   std::int32_t round,
                                   std::int32_t people) const {
  const auto runs = task_.runs[row(station)];
  if (runs >= task_.rounds) return 0;
  const auto in = [&](std::int32_t r) { return r == round ? people : people_[cell(r, station)]; };
  if (!task_.may_rest) {
    std::int32_t used = 0;
    for (std::int32_t r = 0; r < task_.rounds; ++r) used += in(r) > 0 ? 1 : 0;
    return std::max(0, used - runs);
  }
  std::vector<std::int32_t> all;
  for (std::int32_t r = 0; r < task_.rounds; ++r) all.push_back(in(r));
  std::sort(all.begin(), all.end());
  return std::accumulate(all.begin(), all.end() - runs, std::int64_t{0});
}

std::int64_t SeatTable::uneven(std::int32_t round,
                               std::pair<std::int32_t, std::int32_t> first,
                               std::pair<std::int32_t, std::int32_t> second) const {
  std::int32_t least = INT32_MAX;
  std::int32_t most = 0;
  for (std::int32_t s = 0; s < task_.stations; ++s) {
    const auto people = s == first.first    ? first.second
                        : s == second.first ? second.second
                                            : people_[cell(round, s)];
    if (people == 0) continue;
    least = std::min(least, people);
    most = std::max(most, people);
  }
  return most == 0 ? 0 : std::max(0, most - least - 1);
}

void SeatTable::of_sizes(const SeatChange& change, std::int32_t from, SeatCost& sum) const {
  const auto a = cell(change.round, from);
  const auto b = cell(change.round, change.to);
  const auto back = change.other >= 0 ? task_.heads_of(change.other) : 0;
  if (const auto heads = task_.heads_of(change.unit) - back; heads != 0)
    add(sum, task_.room_weight, halls_.change(a, b, heads));
  const auto comes = change.other >= 0 ? task_.size(change.other) : 0;
  const auto step = comes - task_.size(change.unit);
  if (step == 0) return;
  const auto at_a = people_[a] + step;
  const auto at_b = people_[b] - step;
  auto misfits = misfit(a, at_a) - misfit(a, people_[a]) + misfit(b, at_b) - misfit(b, people_[b]);
  if (task_.may_rest || at_a == 0 || people_[b] == 0)
    for (const auto& [station, then, now] :
         {std::tuple(from, at_a, people_[a]), std::tuple(change.to, at_b, people_[b])})
      misfits += extra_runs(station, change.round, then) - extra_runs(station, change.round, now);
  add(sum, task_.capacity_weight, misfits);
  if (is_on(task_.balance_weight))
    add(sum,
        task_.balance_weight,
        uneven(change.round, {from, at_a}, {change.to, at_b}) -
            uneven(change.round, {from, people_[a]}, {change.to, people_[b]}));
}

void SeatTable::of_pairs(
    std::int32_t unit, std::size_t cell, std::int32_t without, int sign, SeatCost& sum) const {
  std::int64_t meetings = 0;
  std::int64_t parted = 0;
  const bool already = sign < 0;  // counted among those it meets
  const auto size = task_.size(unit);
  for (const auto other : here_[cell]) {
    if (other == without || other == unit) continue;
    if (!met_.empty())
      meetings += static_cast<std::int64_t>(met_[pair(unit, other)] - (already ? 1 : 0)) * size *
                  task_.size(other);
    if (!avoid_.empty()) parted += avoid_[pair(unit, other)];
  }
  add(sum, task_.repeat_weight, sign * meetings);
  add(sum, task_.apart_weight, sign * parted);
}

void SeatTable::of_company(const SeatChange& change, std::int32_t from, SeatCost& sum) const {
  if (met_.empty() && avoid_.empty()) return;
  const auto a = cell(change.round, from);
  const auto b = cell(change.round, change.to);
  of_pairs(change.unit, a, -1, -1, sum);
  of_pairs(change.unit, b, change.other, +1, sum);
  if (change.other < 0) return;
  of_pairs(change.other, b, -1, -1, sum);
  of_pairs(change.other, a, change.unit, +1, sum);
}

void SeatTable::of_wishes(std::int32_t unit,
                          std::int32_t from,
                          std::int32_t to,
                          SeatCost& sum) const {
  if (task_.rank.empty()) return;
  add(sum, task_.rank_weight, task_.rank[spot(unit, to)] - task_.rank[spot(unit, from)]);
  for (const auto p : task_.units[row(unit)]) {
    const auto* const wished = &task_.wished[row(p) * stations_];
    const auto now = granted_[row(p)];
    const auto then = now + wished[row(to)] - wished[row(from)];
    if ((now == 0) == (then == 0)) continue;
    const bool wishes = now > 0 || then > 0;
    if (wishes) add(sum, task_.none_met_weight, then == 0 ? 1 : -1);
  }
}

void SeatTable::of_path(const SeatChange& change, std::int32_t from, SeatCost& sum) const {
  const auto one = [&](std::int32_t unit, std::int32_t leaves, std::int32_t enters) {
    if (task_.once) {
      const auto own = task_.own[row(unit)];
      std::int64_t twice = 0;
      if (leaves != own && visits_[spot(unit, leaves)] > 1) twice -= task_.size(unit);
      if (enters != own && visits_[spot(unit, enters)] > 0) twice += task_.size(unit);
      add(sum, task_.once_weight, twice);
    }
    of_wishes(unit, leaves, enters, sum);
    if (!task_.barred.empty())
      sum.barred += task_.barred[spot(unit, enters)] - task_.barred[spot(unit, leaves)];
    if (task_.way.empty()) return;
    std::int64_t minutes = 0;
    std::int64_t far = 0;
    const auto step = [&](std::int32_t before, std::int32_t after, std::int64_t sign) {
      if (before < 0 || after < 0) return;
      const auto at = row(before) * stations_ + row(after);
      minutes += sign * task_.way[at];
      far += sign * task_.too_far[at];
    };
    if (change.round > 0) {
      const auto before = seats_.at(change.round - 1, unit);
      step(before, leaves, -1);
      step(before, enters, +1);
    }
    if (change.round + 1 < task_.rounds) {
      const auto after = seats_.at(change.round + 1, unit);
      step(leaves, after, -1);
      step(enters, after, +1);
    }
    add(sum, task_.way_weight, minutes * task_.size(unit));
    add(sum, task_.far_weight, far * task_.size(unit));
  };
  one(change.unit, from, change.to);
  if (change.other >= 0) one(change.other, change.to, from);
}

/// So many whole people away from the shares.
void SeatTable::add_mix(SeatCost& sum, std::int64_t people) const {
  sum.hard += task_.mix_weight.hard * people;
  (task_.mix_first ? sum.mix : sum.soft) += task_.mix_weight.soft * people;
}

std::int64_t SeatTable::away(const Attribute& attribute, std::size_t cell) const {
  std::int64_t sum = 0;
  for (std::size_t v = 0; v < attribute.total.size(); ++v)
    sum += std::abs(attribute.here[cell * attribute.total.size() + v] * everyone_ -
                    people_[cell] * attribute.total[v]) /
           everyone_;
  return sum;
}

std::int64_t SeatTable::of_mix(const Attribute& attribute,
                               std::size_t cell,
                               std::int32_t leaves,
                               std::int32_t comes) const {
  const auto size = (comes >= 0 ? task_.size(comes) : 0) - (leaves >= 0 ? task_.size(leaves) : 0);
  const auto change_of = [&](std::int32_t value) {
    std::int64_t change = 0;
    if (comes >= 0)
      for (const auto& [v, people] : attribute.of[row(comes)]) change += v == value ? people : 0;
    if (leaves >= 0)
      for (const auto& [v, people] : attribute.of[row(leaves)]) change -= v == value ? people : 0;
    return change;
  };
  const std::int64_t before = people_[cell];
  std::int64_t sum = 0;
  const auto whole = [&](std::int64_t parts) {  // mostly less than two: no need to divide
    const auto away = std::abs(parts);
    return away < everyone_ ? 0 : away < 2 * everyone_ ? 1 : away / everyone_;
  };
  const auto one = [&](std::int32_t value) {
    const auto change = change_of(value);
    if (change == 0 && size == 0) return;
    const std::int64_t here = attribute.here[cell * attribute.total.size() + row(value)];
    const auto total = attribute.total[row(value)];
    sum += whole((here + change) * everyone_ - (before + size) * total) -
           whole(here * everyone_ - before * total);
  };
  if (size != 0) {
    for (std::size_t v = 0; v < attribute.total.size(); ++v) one(static_cast<std::int32_t>(v));
    return sum;
  }
  if (leaves >= 0)
    for (const auto& [value, people] : attribute.of[row(leaves)]) one(value);
  if (comes >= 0)
    for (const auto& [value, people] : attribute.of[row(comes)]) {
      const auto& left = attribute.of[row(std::max(0, leaves))];
      const bool done = leaves >= 0 && entry_of(left, value) != left.end();
      if (!done) one(value);
    }
  return sum;
}

SeatCost SeatTable::delta(const SeatChange& change) const {
  SeatCost sum;
  const auto from = seats_.at(change.round, change.unit);
  if (from == change.to) return sum;
  of_sizes(change, from, sum);
  of_company(change, from, sum);
  of_path(change, from, sum);
  for (const auto& attribute : attributes_)
    add_mix(sum,
            of_mix(attribute, cell(change.round, from), change.unit, change.other) +
                of_mix(attribute, cell(change.round, change.to), change.other, change.unit));
  return sum;
}

void SeatTable::count_round(std::int32_t round, SeatCost& sum) const {
  add(sum, task_.balance_weight, uneven(round, {-1, 0}, {-1, 0}));
  for (std::int32_t s = 0; s < task_.stations; ++s) {
    const auto c = cell(round, s);
    add(sum, task_.capacity_weight, misfit(c, people_[c]));
    for (const auto& attribute : attributes_)
      if (people_[c] > 0) add_mix(sum, away(attribute, c));
    if (avoid_.empty()) continue;
    for (const auto a : here_[c])
      for (const auto b : here_[c])
        if (a < b) add(sum, task_.apart_weight, avoid_[pair(a, b)]);
  }
}

void SeatTable::count_unit(std::int32_t unit, SeatCost& sum) const {
  const std::int64_t people = task_.size(unit);
  std::int64_t twice = 0;
  for (std::int32_t s = 0; s < task_.stations; ++s)
    if (s != task_.own[row(unit)]) twice += people * std::max(0, visits_[spot(unit, s)] - 1);
  if (task_.once) add(sum, task_.once_weight, twice);
  for (std::int32_t r = 0; r < task_.rounds; ++r) {
    const auto here = seats_.at(r, unit);
    if (here < 0) continue;
    if (!task_.barred.empty()) sum.barred += task_.barred[spot(unit, here)];
    if (!task_.rank.empty()) add(sum, task_.rank_weight, task_.rank[spot(unit, here)]);
    if (task_.way.empty() || r == 0 || seats_.at(r - 1, unit) < 0) continue;
    const auto at = row(seats_.at(r - 1, unit)) * stations_ + row(here);
    add(sum, task_.way_weight, people * task_.way[at]);
    add(sum, task_.far_weight, people * task_.too_far[at]);
  }
  if (task_.wished.empty()) return;
  for (const auto p : task_.units[row(unit)]) {
    const auto* const wished = &task_.wished[row(p) * stations_];
    const bool wishes = std::any_of(wished, wished + stations_, [](auto w) { return w != 0; });
    if (wishes && granted_[row(p)] == 0) add(sum, task_.none_met_weight, 1);
  }
}

SeatCost SeatTable::count() const {
  SeatCost sum;
  for (std::int32_t r = 0; r < task_.rounds; ++r) count_round(r, sum);
  add(sum, task_.room_weight, halls_.lacking());
  for (std::int32_t s = 0; s < task_.stations; ++s)
    add(sum, task_.capacity_weight, extra_runs(s, 0, people_[cell(0, s)]));
  for (std::int32_t u = 0; u < static_cast<std::int32_t>(units_); ++u) {
    count_unit(u, sum);
    if (met_.empty()) continue;
    for (std::int32_t v = 0; v < u; ++v) {
      const std::int64_t m = met_[pair(u, v)];
      add(sum, task_.repeat_weight, m * (m - 1) / 2 * task_.size(u) * task_.size(v));
    }
  }
  return sum;
}

}  // namespace scheduler
