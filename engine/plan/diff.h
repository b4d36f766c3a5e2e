/// What changed between two plans: item by item, then as each person, room and group sees it.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace engine {

/// One difference. `kind` says what differs: "added", "removed", "time", "room", "time-and-room",
/// "station" (another table of the same room), "role", "team" or "people". `from` and `to` hold
/// it for machines: times as 2025-02-11 09:30, then ids of room, station, role and people.
struct Difference {
  std::string kind;
  std::string item;       ///< id of a session or rotation
  bool rotation = false;  ///< which of the two
  std::string from;       ///< empty when added
  std::string to;         ///< empty when removed
  Text text;
  int round = -1;         ///< of a rotation, from 0, where the difference is about one
  std::string station{};  ///< likewise: its id
};

/// The differences one person, room or rotation sees, in time order.
struct DifferencesOf {
  std::string id;
  std::string name;
  std::vector<Difference> rows;
};

/// Rows keep the gathering's order; only what differs is listed.
struct PlanDiff {
  std::vector<Difference> items;
  /// Everyone disturbed: the time, the place or the role of something on their own sheet changes.
  std::vector<DifferencesOf> people;
  std::vector<DifferencesOf> rooms;
  std::vector<DifferencesOf> groups;  ///< per rotation: who joins and who leaves each station

  [[nodiscard]] bool empty() const {
    return items.empty() && people.empty() && rooms.empty() && groups.empty();
  }
};

/// A plan and the revision of the gathering it was made from.
struct PlanOf {
  const Gathering& gathering;
  const Plan& plan;
};

[[nodiscard]] PlanDiff diff(const PlanOf& before, const PlanOf& after);

}  // namespace engine
