#include "scheduler/rotation/whole_groups.h"

#include <algorithm>

#include "scheduler/rotation/best_seats.h"
#include "scheduler/rotation/seat_start.h"

namespace scheduler {
namespace {

std::int32_t station_of(const SeatTask& task, std::int32_t group, std::int32_t round) {
  return (group + round) % task.stations;
}

/// Who is in which group: one round in which each has the limits of all the stations it sees.
SeatTask one_round(const SeatTask& task) {
  auto one = task;
  one.rounds = 1;
  one.once = one.meetings = one.may_rest = false;
  one.present.assign(task.units.size(), 1);
  one.runs.assign(static_cast<std::size_t>(task.stations), 1);
  one.halls.clear();
  one.rank.clear();
  one.wished.clear();
  one.barred.clear();
  one.way.clear();
  one.limits.clear();
  for (std::int32_t g = 0; g < task.stations; ++g) {
    SeatLimits all{.min = 1};
    for (std::int32_t r = 0; r < task.rounds; ++r) {
      const auto& here =
          task.limits[static_cast<std::size_t>(r * task.stations + station_of(task, g, r))];
      all = {std::max(all.min, here.min), std::min(all.max, here.max)};
    }
    one.limits.push_back(all);
  }
  return one;
}

}  // namespace

std::optional<Rounds> whole_groups(const SeatTask& task,
                                   std::int64_t steps,
                                   Random& random,
                                   Budget& budget) {
  const auto all = [](const auto& list, auto value) {
    return std::all_of(list.begin(), list.end(), [&](auto one) { return one == value; });
  };
  if (task.rounds > task.stations || !all(task.present, 1) || !all(task.own, -1))
    return std::nullopt;
  const auto one = one_round(task);
  const auto groups =
      best_seats(one, {first_seats(one, random)}, {.enough = {}, .steps = steps}, random, budget);
  Rounds rounds(groups.people, task.stations, task.rounds);
  for (std::int32_t r = 0; r < task.rounds; ++r)
    for (std::int32_t u = 0; u < groups.people; ++u)
      rounds.at(r, u) = station_of(task, groups.at(0, u), r);
  return rounds;
}

}  // namespace scheduler
