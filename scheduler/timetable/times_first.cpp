#include "scheduler/timetable/times_first.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/rules/rule.h"
#include "scheduler/search/cooling.h"
#include "scheduler/timetable/best_spot.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::kNever;
using engine::Minute;
using engine::PartId;

constexpr Minute kQuarter = 15;
constexpr std::uint32_t kNowhere = UINT32_MAX;

/// In pairs that clash (measured: docs/adr/0011): first who meets when takes shape, then, in a
/// seventh of the time, it settles.
constexpr Cooling kForming{.first = 0.56, .last = 0.44};
constexpr Cooling kSettling{.first = 0.44, .last = 0.15};
constexpr std::int64_t kFormingPerSettling = 7;

/// Some of the starts, a quarter of an hour apart at least.
engine::Ticks quarters(const engine::Ticks& all) {
  std::vector<Minute> some;
  for (std::size_t row = 0; row < all.size(); ++row)
    if (some.empty() || all[row] >= some.back() + kQuarter) some.push_back(all[row]);
  return engine::Ticks(std::move(some));
}

/// Half the mean way from one place to another.
Minute usual_gap(const engine::Problem& problem) {
  const auto ways = std::int64_t(problem.places) * (std::int64_t(problem.places) - 1);
  if (ways <= 0) return 0;
  const auto minutes =
      std::accumulate(problem.travel.begin(), problem.travel.end(), std::int64_t{0});
  return static_cast<Minute>(minutes / (2 * ways));
}

}  // namespace

TimesFirst::TimesFirst(const engine::Problem& problem, const Spots& spots, const Blocks& group)
    : problem_(problem),
      ticks_(quarters(problem.ticks)),
      choices_(group.size()),
      at_(group.size(), kNowhere),
      clashes_(group.size()),
      steps_(group.size() * (ticks_.size() + 1)),
      pairs_(ticks_.size()) {
  list_clashes(group);
  list_choices(spots, group);
  std::size_t most = 0;
  for (const auto& clashes : clashes_) most = std::max(most, clashes.size());
  price_.resize(most + 1);
}

void TimesFirst::list_clashes(const Blocks& group) {
  std::vector<std::int32_t> row_of(problem_.blocks.size(), -1);
  for (std::size_t row = 0; row < group.size(); ++row)
    row_of[group[row].index()] = static_cast<std::int32_t>(row);
  const Minute gap = usual_gap(problem_);
  Windows kinds;
  for (std::size_t row = 0; row < group.size(); ++row)
    engine::each_part(problem_, group[row], [&](PartId mine) {
      const auto& here = problem_.parts[mine];
      for (const auto& n : problem_.neighbours[mine]) {
        const auto& there = problem_.parts[n.part];
        const auto other = row_of[there.block.index()];
        if (other < 0) continue;
        const auto kind = kinds.try_emplace(clash_of(here, there, gap), kinds.size());
        clashes_[row].push_back({static_cast<std::uint32_t>(other), kind.first->second});
      }
    });
  list_stretches(kinds);
}

void TimesFirst::list_stretches(const Windows& kinds) {
  stretches_.resize(kinds.size() * ticks_.size());
  for (const auto& [window, kind] : kinds)
    for (std::size_t tick = 0; tick < ticks_.size(); ++tick) {
      const auto [first, last] =
          ticks_.between(ticks_[tick] + window.after, ticks_[tick] + window.before);
      stretches_[kind * ticks_.size() + tick] = {static_cast<std::uint32_t>(first),
                                                 static_cast<std::uint32_t>(last)};
    }
}

void TimesFirst::list_choices(const Spots& spots, const Blocks& group) {
  for (std::size_t row = 0; row < group.size(); ++row) {
    auto& choices = choices_[row];
    const bool published = may_be_as_published(problem_, spots, group[row]);
    for (const auto& spot : spots[group[row]]) {
      if (published && spot.start != problem_.published_start[group[row]]) continue;
      const auto tick =
          static_cast<std::uint32_t>(ticks_.between(kNever, spot.start + 1).second) - 1;
      if (choices.empty() || choices.back() != tick) choices.push_back(tick);
    }
    if (choices.size() == 1) add(row, at_[row] = choices.front(), 1);
  }
}

bool TimesFirst::run(std::int64_t sweeps, Random& random, const Ends& ends) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < choices_.size(); ++row)
    if (choices_[row].size() > 1) rows.push_back(row);
  if (rows.empty()) return false;
  const auto settling = sweeps / (kFormingPerSettling + 1);
  const auto cool = [&](const Cooling& cooling, std::int64_t count) {
    for (std::int64_t sweep = 0; sweep < count; ++sweep) {
      set_prices(cooling.at(static_cast<double>(sweep) / static_cast<double>(count)));
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (ends()) return;
        draw(rows[random.below(rows.size())], random);
      }
    }
  };
  cool(kForming, sweeps - settling);
  cool(kSettling, settling);
  return true;
}

void TimesFirst::set_prices(double temperature) {
  for (std::size_t pairs = 0; pairs < price_.size(); ++pairs)
    price_[pairs] = std::exp(-static_cast<double>(pairs) / temperature);
}

/// Moves a block to one of its ticks: the fewer pairs would clash there, the likelier.
void TimesFirst::draw(std::size_t row, Random& random) {
  const auto* steps = steps_.data() + row * (ticks_.size() + 1);
  std::partial_sum(steps, steps + ticks_.size(), pairs_.begin());
  const auto& choices = choices_[row];
  sums_.resize(choices.size());
  double sum = 0;
  for (std::size_t i = 0; i < choices.size(); ++i)
    sums_[i] = sum += price_[static_cast<std::size_t>(pairs_[choices[i]])];
  const auto found = std::upper_bound(sums_.begin(), sums_.end(), random.unit() * sum);
  if (found == sums_.end()) return;  // so many everywhere that none has a price
  const auto tick = choices[static_cast<std::size_t>(found - sums_.begin())];
  if (tick == at_[row]) return;
  if (at_[row] != kNowhere) add(row, at_[row], -1);
  add(row, at_[row] = tick, 1);
}

/// So many pairs more for all that clash with a block at `tick`.
void TimesFirst::add(std::size_t row, std::uint32_t tick, int pairs) {
  for (const auto& clash : clashes_[row]) {
    const auto& stretch = stretches_[clash.kind * ticks_.size() + tick];
    auto* steps = steps_.data() + clash.row * (ticks_.size() + 1);
    steps[stretch.first] += pairs;
    steps[stretch.last] -= pairs;
  }
}

Minute TimesFirst::start(std::size_t row) const {
  return at_[row] == kNowhere ? kNever : ticks_[at_[row]];
}

}  // namespace scheduler
