#include "scheduler/rotation/paths.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "scheduler/rotation/seat_search.h"

namespace scheduler {
namespace {

constexpr double kLast = 0.1;

/// As many people as stations, one at each in every round: a station in each round for each.
class Column {
 public:
  explicit Column(std::size_t stations)
      : seen_(stations, std::vector<bool>(stations)), order_(stations) {
    std::iota(order_.begin(), order_.end(), 0U);
  }

  /// The stations of the next round, [person]. There always are some: everybody has as many left to
  /// see as each station has people left to come (König 1916).
  std::vector<std::size_t> next(Random& random) {
    at_.assign(order_.size(), kNobody);
    random.shuffle(order_);
    for (std::size_t p = 0; p < order_.size(); ++p) {
      tried_.assign(order_.size(), false);
      find_station(p);
    }
    std::vector<std::size_t> station(order_.size());
    for (std::size_t s = 0; s < at_.size(); ++s) {
      station[at_[s]] = s;
      seen_[at_[s]][s] = true;
    }
    return station;
  }

 private:
  static constexpr std::size_t kNobody = SIZE_MAX;

  bool find_station(std::size_t person) {
    for (const auto s : order_) {
      if (seen_[person][s] || tried_[s]) continue;
      tried_[s] = true;
      if (at_[s] != kNobody && !find_station(at_[s])) continue;
      at_[s] = person;
      return true;
    }
    return false;
  }

  std::vector<std::vector<bool>> seen_;  ///< [person][station]
  std::vector<std::size_t> order_;       ///< in which stations are asked
  std::vector<std::size_t> at_;          ///< [station]: person
  std::vector<bool> tried_;              ///< [station]
};

/// Nothing counts but repeats, and that nobody goes back to a station.
SeatTask task_of(const Rounds& rounds) {
  SeatTask task;
  task.stations = rounds.groups;
  task.rounds = rounds.count;
  for (std::int32_t p = 0; p < rounds.people; ++p) task.units.push_back({p});
  task.present.assign(rounds.group.size(), 1);
  const SeatLimits even{.min = rounds.people / rounds.groups,
                        .max = (rounds.people + rounds.groups - 1) / rounds.groups};
  task.limits.assign(static_cast<std::size_t>(rounds.groups * rounds.count), even);
  task.runs.assign(static_cast<std::size_t>(rounds.groups), rounds.count);
  task.own.assign(task.units.size(), -1);
  task.once = task.meetings = true;
  task.once_weight = task.capacity_weight = {.hard = 1, .soft = 0};
  task.repeat_weight = {.hard = 0, .soft = 1};
  return task;
}

}  // namespace

Rounds random_paths(const engine::RotationSize& size, Random& random) {
  Rounds rounds(static_cast<std::int32_t>(size.people),
                static_cast<std::int32_t>(size.stations),
                static_cast<std::int32_t>(size.rounds));
  for (std::int32_t first = 0; first < rounds.people; first += rounds.groups) {
    Column column(static_cast<std::size_t>(rounds.groups));
    for (std::int32_t r = 0; r < rounds.count; ++r) {
      const auto station = column.next(random);
      for (auto p = first; p < std::min(first + rounds.groups, rounds.people); ++p)
        rounds.at(r, p) = static_cast<std::int32_t>(station[static_cast<std::size_t>(p - first)]);
    }
  }
  return rounds;
}

Rounds along_paths(const Rounds& start,
                   double heat,
                   std::int64_t steps,
                   std::int64_t enough,
                   Random& random,
                   Budget& budget) {
  const auto task = task_of(start);
  SeatSearch search(task, start);
  search.run({.cooling = {.first = heat, .last = kLast}, .hard_weight = 12, .only_paths = true},
             {.enough = {.soft = enough}, .steps = steps},
             random,
             budget);
  return search.best();
}

}  // namespace scheduler
