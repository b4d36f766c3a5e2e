#include "scheduler/rotation/ways.h"

#include <algorithm>
#include <vector>

#include "scheduler/rotation/best_seats.h"
#include "scheduler/rotation/seat_task.h"

namespace scheduler {
namespace {

constexpr std::int64_t kStepsPerSeat = 20'000;

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

/// The stations in a row, each followed by the nearest one left.
std::vector<std::int32_t> near_to_near(const SeatTask& task) {
  std::vector<std::int32_t> order{0};
  const auto minutes = [&](std::int32_t a, std::int32_t b) {
    return task.way.empty() ? 0 : task.way[row(a) * row(task.stations) + row(b)];
  };
  while (order.size() < row(task.stations)) {
    std::int32_t next = -1;
    for (std::int32_t s = 0; s < task.stations; ++s) {
      if (std::find(order.begin(), order.end(), s) != order.end()) continue;
      if (next < 0 || minutes(order.back(), s) < minutes(order.back(), next)) next = s;
    }
    order.push_back(next);
  }
  return order;
}

}  // namespace

std::vector<std::int32_t> group_counts(const engine::Problem& problem,
                                       engine::RotationId rotation) {
  const auto& row = problem.rotations[rotation];
  const auto limits = seat_limits(problem, rotation);
  const auto stations = row.stations;
  const auto people = static_cast<std::int32_t>(row.participants.size());
  std::int32_t least = 1;
  std::int32_t visits = 0;
  for (const auto runs : row.runs) visits += std::min(runs, row.rounds);
  auto most = std::min(stations, visits / std::max(1, row.rounds));
  for (auto first = limits.begin(); first != limits.end(); first += stations) {
    const auto open =
        std::count_if(first, first + stations, [](const SeatLimits& one) { return one.max > 0; });
    most = std::min(most, static_cast<std::int32_t>(open));
  }
  most = std::clamp(most, 1, std::max(1, people));
  for (const auto& one : limits) least = std::max(least, one.min);
  std::vector<std::int32_t> counts;
  const auto best = std::clamp(people / least, 1, most);
  for (auto n = best; n >= 1; --n) counts.push_back(n);
  for (auto n = best + 1; n <= most; ++n) counts.push_back(n);
  return counts;
}

Rounds ways(const engine::Problem& problem,
            engine::RotationId rotation,
            const std::vector<std::int32_t>& sizes,
            std::int64_t steps,
            Random& random,
            Budget& budget) {
  const auto& r = problem.rotations[rotation];
  const auto groups = static_cast<std::int32_t>(sizes.size());
  const auto task = way_task(problem, rotation, sizes);
  const auto order = near_to_near(task);
  Rounds start(groups, r.stations, r.rounds);
  for (std::int32_t round = 0; round < r.rounds; ++round)
    for (std::int32_t g = 0; g < groups; ++g)
      start.at(round, g) = order[row(g + round) % order.size()];
  const auto most = kStepsPerSeat * groups * r.rounds;
  return best_seats(task,
                    {.seats = std::move(start), .keep = true},
                    {.enough = {}, .steps = std::min(steps, most)},
                    random,
                    budget);
}

}  // namespace scheduler
