/// Repairs a plan after something has happened: as few people as possible are disturbed.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"
#include "scheduler/replan/adapted.h"
#include "scheduler/replan/interrupted.h"
#include "scheduler/replan/repair_model.h"
#include "scheduler/replan/upset.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {

/// Whom a repair disturbs, and how few it could have been.
struct Disturbance {
  std::vector<std::string> people;  ///< ids, in the gathering's order
  std::int64_t bound = 0;           ///< proved: at least so many, whatever is done
  bool proved = false;              ///< no repair that leaves out no more disturbs fewer
};

/// What a repair has recourse to.
struct RepairKinds {
  int substitutes = 0;  ///< places taken by somebody else
  int fewer = 0;        ///< places left open
  int moves = 0;        ///< items at another time or in another room
  int rounds = 0;       ///< last rounds of rotations left out
  int drops = 0;        ///< items left out
  friend bool operator==(const RepairKinds&, const RepairKinds&) = default;
};

struct Replanned {
  engine::Gathering gathering;  ///< as it is now
  engine::Plan plan;
  Disturbance disturbed;
  RepairKinds kinds;
  std::vector<std::string> concerned;                            ///< people the changes are about
  std::vector<std::pair<std::string, std::string>> turned_away;  ///< newcomer, full session
  std::vector<Interrupted> interrupted;                          ///< what is going on in lost rooms
  std::vector<LastTurn> last_turns;  ///< of people who have just been said to come late
  double seconds = 0;
};

/// Throws nothing for a plan that cannot be repaired: what has no place is left out by name.
[[nodiscard]] Replanned replan(const Upset& upset, const Limits& limits, const Monitor& monitor);

/// Up to three repairs of different kinds, the best first: with all means, without substitutes,
/// without moving anything.
[[nodiscard]] std::vector<Replanned> compare_repairs(const Upset& upset,
                                                     const Limits& limits,
                                                     const Monitor& monitor);

/// Ids of the people whose own sheet differs between two plans, sorted: what they attend or hold,
/// when, where, and in which role.
[[nodiscard]] std::vector<std::string> people_disturbed(const engine::Plan& before,
                                                        const engine::Plan& after);

}  // namespace scheduler
