#include "scheduler/rotation/seat_start.h"

#include <algorithm>
#include <numeric>
#include <set>
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

/// One round of a task.
struct Round {
  std::int32_t people = 0;
  const SeatLimits* limits = nullptr;  ///< [station]
  std::vector<Hall> halls;             ///< as of round 0

  Round(const SeatTask& task, std::int32_t round)
      : people(people_in(task, round)), limits(&task.limits[row(round) * row(task.stations)]) {
    for (const auto& hall : task.halls)
      if (hall.round == round) halls.push_back({0, hall.stations, hall.seats});
  }
  [[nodiscard]] HallCount count(std::size_t stations) const {
    return {halls, static_cast<std::int32_t>(stations), 1};
  }
};

using Open = std::vector<bool>;

/// Sizes of the groups at the open stations of a round, as even as the limits allow; others get 0.
std::vector<std::int32_t> even_sizes(const Round& round, const Open& open) {
  auto people = round.people;
  const auto* const limits = round.limits;
  std::vector<std::int32_t> sizes(open.size());
  auto halls = round.count(open.size());
  const auto add = [&](std::size_t s, std::int32_t more) {
    sizes[s] += more;
    halls.add(s, more);
    people -= more;
  };
  for (std::size_t s = 0; s < open.size(); ++s)
    if (open[s]) add(s, std::min(limits[s].min, limits[s].max));
  const auto best = [&](auto better) {
    std::size_t found = open.size();
    for (std::size_t s = 0; s < open.size(); ++s)
      if (open[s] && (found == open.size() || better(s, found))) found = s;
    return found;
  };
  const auto emptier = [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t s) {
      return std::pair(halls.left(s, limits[s].max - sizes[s]) <= 0, sizes[s]);
    };
    return key(a) < key(b);
  };
  while (people > 0) add(best(emptier), 1);
  while (people < 0) add(best([&](auto a, auto b) { return sizes[a] > sizes[b]; }), -1);
  return sizes;
}

/// How many stations take place in each of the rounds left when their runs are spread evenly.
std::int64_t even_share(const std::vector<std::int32_t>& runs, std::int32_t rounds_left) {
  std::int64_t sum = 0;
  for (const auto one : runs) sum += std::clamp(one, 0, rounds_left);
  return (sum + rounds_left - 1) / rounds_left;
}

/// What the open stations of a round need and have: people at least, and seats.
class Places {
 public:
  Places(const Round& round, std::size_t stations)
      : round_(round), needed_(round.count(stations)), taken_(round.count(stations)) {}

  void open(std::size_t station) {
    const auto need = needs(station);
    least_ += need;
    needed_.add(station, need);
    const auto more = std::max(0, taken_.left(station, round_.limits[station].max));
    seats_ += more;
    taken_.add(station, more);
    crowded_ = crowded_ || needed_.left(station, 0) < 0;
  }
  [[nodiscard]] bool may_open(std::size_t station) const {
    const auto need = needs(station);
    return least_ + need <= round_.people && needed_.left(station, need) >= need;
  }
  [[nodiscard]] std::int64_t seats() const { return seats_; }
  [[nodiscard]] bool hold_all() const {
    return !crowded_ && least_ <= round_.people && round_.people <= seats_;
  }

 private:
  [[nodiscard]] std::int32_t needs(std::size_t station) const {
    return std::max(1, round_.limits[station].min);
  }

  const Round& round_;
  HallCount needed_;
  HallCount taken_;
  std::int64_t least_ = 0;
  std::int64_t seats_ = 0;
  bool crowded_ = false;
};

/// Those with the most runs left, as many as their minima allow; `rounds_left` with this one.
Open open_first(const Round& round,
                const std::vector<std::int32_t>& runs,
                std::int32_t rounds_left) {
  std::vector<std::size_t> order(runs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return runs[a] > runs[b]; });
  Open open(runs.size());
  Places places(round, runs.size());
  auto share = even_share(runs, rounds_left);
  for (const auto s : order) {
    const bool needed = places.seats() < round.people || share > 0;
    const bool due = runs[s] >= rounds_left;
    const bool fits = runs[s] > 0 && places.may_open(s);
    if (round.limits[s].max == 0 || (!(fits && (needed || due)) && places.seats() > 0)) continue;
    open[s] = true;
    --share;
    places.open(s);
  }
  return open;
}

bool can_hold(const Round& round, const Open& open) {
  Places places(round, open.size());
  for (std::size_t s = 0; s < open.size(); ++s)
    if (open[s]) places.open(s);
  return places.hold_all();
}

/// Of halls that have a station in common, the first.
std::vector<engine::JointSeats> joint_seats(const Round& round) {
  std::vector<engine::JointSeats> joint;
  std::set<std::int32_t> taken;
  for (const auto& hall : round.halls) {
    const bool apart = std::none_of(
        hall.stations.begin(), hall.stations.end(), [&](auto s) { return taken.contains(s); });
    if (!apart) continue;
    taken.insert(hall.stations.begin(), hall.stations.end());
    joint.push_back({hall.stations, hall.seats});
  }
  return joint;
}

/// Stations whose sizes add up to the number of people; `otherwise` where none do.
Open open_by_sums(const Round& round, const std::vector<std::int32_t>& runs, Open otherwise) {
  engine::SeatRanges ranges;
  for (std::size_t s = 0; s < runs.size(); ++s)
    ranges.emplace_back(round.limits[s].min, runs[s] > 0 ? round.limits[s].max : 0);
  return engine::stations_to_seat(round.people, ranges, joint_seats(round))
      .value_or(std::move(otherwise));
}

}  // namespace

std::vector<std::vector<bool>> open_stations(const SeatTask& task) {
  auto runs = task.runs;
  std::vector<std::vector<bool>> rounds;
  for (std::int32_t r = 0; r < task.rounds; ++r) {
    const Round round(task, r);
    auto open = open_first(round, runs, task.rounds - r);
    if (!can_hold(round, open)) open = open_by_sums(round, runs, open);
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
    auto left = even_sizes(Round(task, r), here);
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
