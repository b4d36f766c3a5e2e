/// A start and a room where an item could go, and what that would change in a plan.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/text.h"
#include "engine/model/time.h"
#include "engine/plan/score.h"

namespace engine {

/// How one rule's count would change.
struct RuleChange {
  std::string id;  ///< of the catalogue
  bool hard = false;
  std::int64_t count = 0;    ///< in the rule's unit; negative: fewer
  std::int64_t penalty = 0;  ///< weight × count
  friend bool operator==(const RuleChange&, const RuleChange&) = default;
};

/// Who or what is in the way, said without the hour.
struct InTheWay {
  std::string rule;
  Text text;
  friend bool operator==(const InTheWay&, const InTheWay&) = default;
};

struct StationRoom {
  std::string station;
  std::string room;
  friend bool operator==(const StationRoom&, const StationRoom&) = default;
};

struct Placement {
  Minute start = 0;
  std::string room;                   ///< of a session; empty: it needs none
  std::vector<StationRoom> stations;  ///< of a rotation, those that have one
  bool current = false;
  Score cost;                     ///< what going there adds to the score of the plan
  std::vector<RuleChange> rules;  ///< those that change, in catalogue order
  std::vector<InTheWay> broken;   ///< hard rules it would break more often

  [[nodiscard]] bool allowed() const { return broken.empty(); }
};

/// A room that is none of the choices, and the rule that says so.
struct RoomOut {
  std::string room;
  std::string rule;
};

/// Every candidate start and room of what gets a start of its own.
struct Placements {
  std::string id;
  int round = 0;  ///< of a rotation whose rounds are placed one by one, from 1; else 0
  Minute minutes = 0;
  bool placed = false;          ///< in the plan as it is
  std::vector<Placement> list;  ///< by start, then smallest fitting room first
  std::vector<RoomOut> out;     ///< of a session that names no rooms
};

}  // namespace engine
