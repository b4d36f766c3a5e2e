/// A gathering whose file would say what its plan decided: starts, rooms, teams, who takes part.
#pragma once

#include <map>
#include <set>
#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace data {

/// What repairs have made of people, rooms and items since the file was planned. Ids.
struct InForce {
  std::set<std::string> cancelled;
  std::set<std::string> out;                   ///< people who do not come (any more)
  std::map<std::string, engine::Minute> late;  ///< people who come at that moment
  std::set<std::string> closed_rooms;

  [[nodiscard]] bool any() const {
    return !(cancelled.empty() && out.empty() && late.empty() && closed_rooms.empty());
  }
};

/// `plan` was made from `gathering`. People who are out are there until the end of the last thing
/// they have in the plan, closed rooms until their last use; rooms without any go where nothing
/// else names them. After a change, what has no place in the plan is taken out. A list of
/// participants is only written where those of the file are not those of the plan.
[[nodiscard]] engine::Gathering pinned(const engine::Gathering& gathering,
                                       const engine::Plan& plan,
                                       const InForce& in_force);

}  // namespace data
