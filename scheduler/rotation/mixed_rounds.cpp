#include "scheduler/rotation/mixed_rounds.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "scheduler/rotation/seat_search.h"

namespace scheduler {
namespace {

/// Of one person away from a share: from where people change tables freely.
constexpr Heat kOneRound{.cooling = {.first = 1.0, .last = 0.1}, .hard_weight = 5, .mix_weight = 1};
constexpr SeatCost kMixed{.hard = 0, .barred = 0, .mix = 0, .soft = INT64_MAX};

template <class T>
void keep_round(std::vector<T>& list, std::int32_t round, std::int32_t rounds) {
  const auto width = list.size() / static_cast<std::size_t>(rounds);
  const auto first = list.begin() + static_cast<std::ptrdiff_t>(width) * round;
  list = std::vector<T>(first, first + static_cast<std::ptrdiff_t>(width));
}

/// Who sits where in one of the rounds, whatever happens in the others.
SeatTask only_round(const SeatTask& task, std::int32_t round) {
  auto one = task;
  one.rounds = 1;
  keep_round(one.present, round, task.rounds);
  keep_round(one.limits, round, task.rounds);
  one.halls.clear();
  for (const auto& hall : task.halls)
    if (hall.round == round) one.halls.push_back({0, hall.stations, hall.seats});
  one.meetings = false;
  one.way.clear();
  one.rank.clear();
  one.wished.clear();
  return one;
}

Rounds round_of(const Rounds& seats, std::int32_t round) {
  Rounds one(seats.people, seats.groups, 1);
  for (std::int32_t u = 0; u < seats.people; ++u) one.at(0, u) = seats.at(round, u);
  return one;
}

/// What a round costs that matters here: all but who meets whom, and wishes.
auto key(const SeatCost& cost) {
  return std::tuple(cost.hard, cost.barred, cost.mix);
}

void put(const Rounds& one, std::int32_t round, Rounds& seats) {
  for (std::int32_t u = 0; u < seats.people; ++u) seats.at(round, u) = one.at(0, u);
}

/// What the best round has may be put in place of a worse one where the same people are there.
void spread_best(const SeatTask& task, const std::vector<SeatCost>& cost, Rounds& seats) {
  const auto best = std::min_element(
      cost.begin(), cost.end(), [](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto from = static_cast<std::int32_t>(best - cost.begin());
  const auto model = round_of(seats, from);
  const auto there = only_round(task, from).present;
  for (std::int32_t r = 0; r < task.rounds; ++r) {
    const auto& here = cost[static_cast<std::size_t>(r)];
    if (here.mix <= best->mix) continue;
    const auto one = only_round(task, r);
    if (one.present == there && key(SeatTable(one, model).count()) < key(here))
      put(model, r, seats);
  }
}

}  // namespace

Rounds mixed_rounds(
    const SeatTask& task, Rounds seats, std::int64_t steps, Random& random, Budget& budget) {
  std::vector<SeatCost> cost;
  for (std::int32_t r = 0; r < task.rounds; ++r) {
    const auto one = only_round(task, r);
    SeatSearch search(one, round_of(seats, r));
    cost.push_back(search.best_cost());
    if (cost.back().mix == 0) continue;
    search.run(kOneRound, {.enough = kMixed, .steps = steps}, random, budget);
    if (!(key(search.best_cost()) < key(cost.back()))) continue;
    cost.back() = search.best_cost();
    put(search.best(), r, seats);
  }
  spread_best(task, cost, seats);
  return seats;
}

}  // namespace scheduler
