/// A plan as it is stored, shown, printed and compared: who is where, when, in which role.
///
/// Ids are the keys of the gathering file; titles and names are looked up in the Gathering. Rows
/// keep the gathering's order. Times are wall-clock Minutes (engine/model/time.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/text.h"
#include "engine/model/time.h"
#include "engine/plan/score.h"

namespace engine {

struct RoleHolders {
  std::string role;
  std::vector<std::string> people;
  friend bool operator==(const RoleHolders&, const RoleHolders&) = default;
};

struct PlannedSession {
  std::string id;
  Minute start = 0;
  Minute end = 0;
  std::string room;  ///< empty: needs none
  std::vector<RoleHolders> team;
  std::vector<std::string> participants;  ///< who must attend, without the team
  friend bool operator==(const PlannedSession&, const PlannedSession&) = default;
};

struct PlannedStation {
  std::string id;
  std::string room;
  std::vector<RoleHolders> team;
  std::vector<std::string> participants;  ///< empty with pattern "free": people stroll
  friend bool operator==(const PlannedStation&, const PlannedStation&) = default;
};

struct PlannedRound {
  Minute start = 0;
  Minute end = 0;
  std::vector<PlannedStation> stations;  ///< in the gathering's order; one that rests is left out
  friend bool operator==(const PlannedRound&, const PlannedRound&) = default;
};

struct PlannedRotation {
  std::string id;
  std::int64_t repeat_meetings = 0;  ///< sum of max(0, m - 1) over pairs meeting m times
  std::int64_t repeat_cost = 0;      ///< sum of m (m - 1) / 2
  std::int64_t bound = 0;            ///< proved lower bound of repeat_cost
  bool proved = false;               ///< bound == repeat_cost
  std::vector<PlannedRound> rounds;
  friend bool operator==(const PlannedRotation&, const PlannedRotation&) = default;
};

/// A session or rotation that has no place in the plan.
struct Unplaced {
  std::string id;
  Text reason;
  friend bool operator==(const Unplaced&, const Unplaced&) = default;
};

/// One rule's part of the score. penalty = weight × count; all penalties add up to hard and soft.
struct RuleScore {
  std::string id;
  bool hard = false;
  std::int64_t weight = 0;
  std::int64_t count = 0;  ///< units of the rule (engine/rules/catalogue.h)
  std::int64_t penalty = 0;
  friend bool operator==(const RuleScore&, const RuleScore&) = default;
};

/// Something a person should read: a rule broken, a wish refused.
struct Remark {
  std::string rule;  ///< rule id of the catalogue
  bool hard = false;
  Text text;
  friend bool operator==(const Remark&, const Remark&) = default;
};

struct Plan {
  int version = 0;       ///< 0 until it is stored
  bool feasible = true;  ///< no hard rule broken and nothing left out that is not optional
  bool proved = false;   ///< when infeasible: no plan exists at all
  Score score;
  std::optional<std::int64_t> bound;  ///< proved lower bound of score.soft
  std::vector<RuleScore> rules;       ///< every rule that is not off, in catalogue order
  std::vector<PlannedSession> sessions;
  std::vector<PlannedRotation> rotations;
  std::vector<Unplaced> unplaced;
  std::vector<Remark> remarks;  ///< stations too small for all wishes, hard rules broken and wishes
                                ///< refused by name
  double seconds = 0;           ///< spent searching
  friend bool operator==(const Plan&, const Plan&) = default;
};

}  // namespace engine
