#include "scheduler/rotation/halls.h"

#include <algorithm>
#include <utility>

#include "engine/problem/joint_seats.h"
#include "scheduler/rotation/seat_limits.h"

namespace scheduler {
namespace {

std::size_t row(std::int64_t i) {
  return static_cast<std::size_t>(i);
}

bool contains(const std::vector<std::size_t>& list, std::size_t one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

}  // namespace

std::vector<Hall> halls_of(const engine::Problem& problem, engine::RotationId rotation) {
  const auto& r = problem.rotations[rotation];
  const auto weight = problem.weights[row(static_cast<int>(engine::RuleId::RoomCapacity))];
  std::vector<Hall> halls;
  if (weight.hard == 0 && weight.soft == 0) return halls;
  const auto limits = seat_limits(problem, rotation);
  const auto people = static_cast<std::int64_t>(r.participants.size());
  for (std::int32_t round = 0; round < r.rounds; ++round)
    for (auto& joint : engine::joint_seats(problem, r.parts[row(round)])) {
      std::int64_t most = 0;
      for (const auto s : joint.stations) most += limits[row(round * r.stations + s)].max;
      if (joint.stations.size() > 1 && std::min(people, most) > joint.seats)
        halls.push_back({round, std::move(joint.stations), joint.seats});
    }
  return halls;
}

HallCount::HallCount(std::vector<Hall> halls, std::int32_t stations, std::int32_t rounds)
    : halls_(std::move(halls)), people_(halls_.size()) {
  if (halls_.empty()) return;
  of_.resize(row(stations) * row(rounds));
  for (std::size_t h = 0; h < halls_.size(); ++h)
    for (const auto s : halls_[h].stations)
      of_[row(halls_[h].round) * row(stations) + row(s)].push_back(h);
}

std::int64_t HallCount::lacking() const {
  std::int64_t sum = 0;
  for (std::size_t h = 0; h < halls_.size(); ++h) sum += lacking(h, 0);
  return sum;
}

std::int64_t HallCount::moved(std::size_t from, std::size_t to, std::int32_t people) const {
  std::int64_t sum = 0;
  for (const auto h : of_[from])
    if (!contains(of_[to], h)) sum += lacking(h, -people) - lacking(h, 0);
  for (const auto h : of_[to])
    if (!contains(of_[from], h)) sum += lacking(h, people) - lacking(h, 0);
  return sum;
}

std::int32_t HallCount::left(std::size_t cell, std::int32_t most) const {
  if (of_.empty()) return most;
  for (const auto h : of_[cell]) most = std::min(most, halls_[h].seats - people_[h]);
  return most;
}

}  // namespace scheduler
