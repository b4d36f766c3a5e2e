/// What changed between two plans: item by item, then as each person, room and group sees it.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace engine {

/// One difference. `kind` is "added", "removed", "time", "room", "time-and-room", "role",
/// "station" or "people"; `from` and `to` are what the text says, in words both languages share
/// (times as 2025-02-11 09:30, ids of rooms, roles and people).
struct Difference {
  std::string kind;
  std::string item;  ///< session or rotation id
  std::string from;  ///< empty when added
  std::string to;    ///< empty when removed
  Text text;
};

/// The differences one person, room or rotation sees, in time order.
struct DifferencesOf {
  std::string id;
  std::string name;
  std::vector<Difference> rows;
};

/// A person is disturbed when the time, the place or the role of anything on their own sheet
/// changes: every line of `people` is such a person. Rows keep the gathering's order; only what
/// differs is listed.
struct PlanDiff {
  std::vector<Difference> items;
  std::vector<DifferencesOf> people;
  std::vector<DifferencesOf> rooms;
  std::vector<DifferencesOf> groups;  ///< per rotation: who joins and who leaves each station

  [[nodiscard]] bool empty() const {
    return items.empty() && people.empty() && rooms.empty() && groups.empty();
  }
};

/// Plans may come from two revisions of a gathering; names are looked up in `after` first.
struct PlanOf {
  const Gathering& gathering;
  const Plan& plan;
};

[[nodiscard]] PlanDiff diff(const PlanOf& before, const PlanOf& after);

}  // namespace engine
