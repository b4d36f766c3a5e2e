/// What a committee fills in as it decides: point by point what was decided, who sees to it and by
/// when. Roles by name; no needs, no diets.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "sheets/print_options.h"

namespace sheets {

struct DecisionLog {
  std::string key;  ///< id of the session
  std::string title;
  std::string when;   ///< "Jeudi 9 décembre 2021, 10:00–12:30"
  std::string place;  ///< empty: no room
  std::string room_key;
  std::vector<std::string> team;  ///< "Présidence : Farid Haddad"
  std::vector<std::string> team_keys;
  std::string count;                ///< "25 personnes"; empty: nobody is known yet
  std::string milestone;            ///< what is to be decided there; may be empty
  std::vector<std::string> points;  ///< the agenda: titles of the phases, in order
};

/// One per committee and per session with a milestone, in the order of time.
[[nodiscard]] std::vector<DecisionLog> decision_logs_of(const engine::Gathering& gathering,
                                                        const engine::Plan& plan,
                                                        const PrintOptions& options);

}  // namespace sheets
