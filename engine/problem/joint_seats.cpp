#include "engine/problem/joint_seats.h"

#include <algorithm>
#include <set>

namespace engine {
namespace {

/// Stations with all the rooms that one of them may use.
struct Linked {
  std::vector<std::int32_t> stations;
  std::set<RoomId> rooms;

  [[nodiscard]] bool shares_with(const Linked& other) const {
    return std::any_of(
        rooms.begin(), rooms.end(), [&](RoomId room) { return other.rooms.contains(room); });
  }
};

std::int32_t seats_of(const Problem& problem, const Linked& linked) {
  std::vector<std::int64_t> capacities;
  for (const auto room : linked.rooms) capacities.push_back(problem.rooms[room].capacity);
  std::sort(capacities.rbegin(), capacities.rend());
  std::int64_t seats = 0;
  for (std::size_t i = 0; i < std::min(capacities.size(), linked.stations.size()); ++i)
    seats += capacities[i];
  return static_cast<std::int32_t>(std::min<std::int64_t>(seats, INT32_MAX));
}

}  // namespace

std::vector<JointSeats> joint_seats(const Problem& problem, PartId round) {
  const auto& part = problem.parts[round];
  std::vector<Linked> all;
  for (std::int32_t s = 0; s < part.activity_count; ++s) {
    const auto choices = problem.room_choices[{part.first_activity.value + s}];
    if (choices.empty()) continue;
    Linked one{{s}, {choices.begin(), choices.end()}};
    const auto linked = std::stable_partition(
        all.begin(), all.end(), [&](const Linked& other) { return !other.shares_with(one); });
    for (auto other = linked; other != all.end(); ++other) {
      one.stations.insert(one.stations.end(), other->stations.begin(), other->stations.end());
      one.rooms.merge(other->rooms);
    }
    all.erase(linked, all.end());
    all.push_back(std::move(one));
  }
  std::vector<JointSeats> joint;
  for (auto& one : all) {
    std::sort(one.stations.begin(), one.stations.end());
    joint.push_back({.stations = one.stations, .seats = seats_of(problem, one)});
  }
  std::sort(joint.begin(), joint.end(), [](const JointSeats& a, const JointSeats& b) {
    return a.stations < b.stations;
  });
  return joint;
}

}  // namespace engine
