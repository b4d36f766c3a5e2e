#include "scheduler/rotation/seat_start.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "engine/problem/stations_to_seat.h"

namespace scheduler {
namespace {

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

bool is_present(const SeatTask& task, std::int32_t round, std::int32_t unit) {
  return task.present[row(round) * task.units.size() + row(unit)] != 0;
}

std::int32_t people_in(const SeatTask& task, std::int32_t round) {
  std::int32_t people = 0;
  for (std::int32_t u = 0; u < static_cast<std::int32_t>(task.units.size()); ++u)
    if (is_present(task, round, u)) people += task.size(u);
  return people;
}

/// Sizes of the groups at the open stations of a round, as even as the limits allow; others get 0.
std::vector<std::int32_t> even_sizes(std::int32_t people,
                                     const SeatLimits* limits,
                                     const std::vector<bool>& open) {
  std::vector<std::int32_t> sizes(open.size());
  for (std::size_t s = 0; s < open.size(); ++s)
    if (open[s]) sizes[s] = std::min(limits[s].min, limits[s].max);
  people -= std::accumulate(sizes.begin(), sizes.end(), 0);
  const auto best = [&](auto better) {
    std::size_t found = open.size();
    for (std::size_t s = 0; s < open.size(); ++s)
      if (open[s] && (found == open.size() || better(s, found))) found = s;
    return found;
  };
  const auto emptier = [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t s) { return std::pair(sizes[s] >= limits[s].max, sizes[s]); };
    return key(a) < key(b);
  };
  for (; people > 0; --people) ++sizes[best(emptier)];
  for (; people < 0; ++people) --sizes[best([&](auto a, auto b) { return sizes[a] > sizes[b]; })];
  return sizes;
}

using Open = std::vector<bool>;

/// How many stations take place in each of the rounds left when their runs are spread evenly.
std::int64_t even_share(const std::vector<std::int32_t>& runs, std::int32_t rounds_left) {
  std::int64_t sum = 0;
  for (const auto one : runs) sum += std::clamp(one, 0, rounds_left);
  return (sum + rounds_left - 1) / rounds_left;
}

/// Those with the most runs left, as many as their minima allow; `rounds_left` with this one.
Open open_first(std::int32_t people,
                const SeatLimits* limits,
                const std::vector<std::int32_t>& runs,
                std::int32_t rounds_left) {
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return runs[a] > runs[b]; });
  Open open(runs.size());
  std::int64_t seats = 0;
  std::int64_t least = 0;
  auto share = even_share(runs, rounds_left);
  for (const auto s : order) {
    const bool needed = seats < people || share > 0;
    const bool due = runs[s] >= rounds_left;
    const bool fits = runs[s] > 0 && least + std::max(1, limits[s].min) <= people;
    if (limits[s].max == 0 || (!(fits && (needed || due)) && seats > 0)) continue;
    open[s] = true;
    --share;
    seats += limits[s].max;
    least += limits[s].min;
  }
  return open;
}

bool can_hold(std::int32_t people, const SeatLimits* limits, const Open& open) {
  std::int64_t seats = 0;
  std::int64_t least = 0;
  for (std::size_t s = 0; s < open.size(); ++s)
    if (open[s]) {
      seats += limits[s].max;
      least += std::max(1, limits[s].min);
    }
  return least <= people && people <= seats;
}

/// Stations whose sizes add up to the number of people; `otherwise` where none do.
Open open_by_sums(std::int32_t people,
                  const SeatLimits* limits,
                  const std::vector<std::int32_t>& runs,
                  Open otherwise) {
  engine::SeatRanges ranges;
  for (std::size_t s = 0; s < runs.size(); ++s)
    ranges.emplace_back(limits[s].min, runs[s] > 0 ? limits[s].max : 0);
  return engine::stations_to_seat(people, ranges).value_or(std::move(otherwise));
}

}  // namespace

std::vector<std::vector<bool>> open_stations(const SeatTask& task) {
  auto runs = task.runs;
  std::vector<std::vector<bool>> rounds;
  for (std::int32_t r = 0; r < task.rounds; ++r) {
    const auto* const limits = &task.limits[row(r) * row(task.stations)];
    const auto people = people_in(task, r);
    auto open = open_first(people, limits, runs, task.rounds - r);
    if (!can_hold(people, limits, open)) open = open_by_sums(people, limits, runs, open);
    for (std::size_t s = 0; s < open.size(); ++s) runs[s] -= open[s] ? 1 : 0;
    rounds.push_back(std::move(open));
  }
  return rounds;
}

void settle_hosts(SeatTask& task) {
  const auto open = open_stations(task);
  for (const auto own : task.own) {
    if (own < 0) continue;
    for (std::int32_t r = 0; r < task.rounds; ++r)
      if (!open[row(r)][row(own)]) task.limits[row(r) * row(task.stations) + row(own)] = {0, 0};
  }
}

Rounds first_seats(const SeatTask& task, Random& random) {
  const auto units = static_cast<std::int32_t>(task.units.size());
  const auto stations = row(task.stations);
  const auto open = open_stations(task);
  Rounds rounds(units, task.stations, task.rounds);
  std::vector<std::int32_t> seen(row(units) * stations);
  std::vector<std::int32_t> order(row(units));
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(order);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
    return std::tuple(task.own[row(a)] < 0, -task.size(a)) <
           std::tuple(task.own[row(b)] < 0, -task.size(b));
  });
  for (std::int32_t r = 0; r < task.rounds; ++r) {
    const auto& here = open[row(r)];
    auto left = even_sizes(people_in(task, r), &task.limits[row(r) * stations], here);
    for (const auto u : order) {
      rounds.at(r, u) = -1;
      if (!is_present(task, r, u)) continue;
      const auto merit = [&](std::size_t s) {
        return std::tuple(here[s],
                          static_cast<std::int32_t>(s) == task.own[row(u)],
                          task.barred.empty() || task.barred[row(u) * stations + s] == 0,
                          left[s] >= task.size(u),
                          task.once ? -seen[row(u) * stations + s] : 0,
                          left[s]);
      };
      std::size_t best = row(u + r) % stations;
      for (std::size_t k = 1; k < stations; ++k)
        if (const auto s = (row(u + r) + k) % stations; merit(best) < merit(s)) best = s;
      left[best] -= task.size(u);
      ++seen[row(u) * stations + best];
      rounds.at(r, u) = static_cast<std::int32_t>(best);
    }
  }
  return rounds;
}

}  // namespace scheduler
