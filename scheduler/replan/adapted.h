/// A gathering and its plan after what has happened: what the organiser's file would say now, and
/// the plan as it stands before anything is repaired.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "scheduler/replan/upset.h"

namespace scheduler {

/// Somebody who comes late to a session and speaks last.
struct LastTurn {
  std::string session;
  std::string person;
  engine::Minute from = 0;  ///< when they come
};

struct Adapted {
  engine::Gathering gathering;
  engine::Plan plan;                           ///< people who are out still hold their roles
  std::set<std::string> concerned;             ///< people the changes are about
  std::set<std::string> out;                   ///< people who do not come (any more)
  std::map<std::string, engine::Minute> late;  ///< people who come at that moment
  std::vector<LastTurn> last_turns;            ///< of people who are late, in sessions to come
  std::set<std::string> fixed;                 ///< items whose time stays
  std::set<std::string> fixed_room;            ///< items whose rooms stay as well
  std::set<std::string> released;              ///< items that may leave their hour
  std::set<std::string> untold;                ///< items nobody knows of yet
  std::set<std::string> rooms_lost;
  std::set<std::string> rooms_just_lost;  ///< those that this repair is about
  engine::Minute late_by = 0;  ///< something is late by so much: what comes next may have to wait
  /// Items that wait behind what is late: when each could begin at the earliest, one after the
  /// other.
  std::map<std::string, engine::Minute> pushed;
  std::set<std::string> ordered;  ///< items moved by the organiser: never left out
  std::set<std::string> sent_in;  ///< people the organiser sends into a role
  /// When those the organiser sends into a role hold it: they take part in nothing else then.
  std::map<std::string, std::vector<engine::Interval>> leading;
  std::vector<engine::Unplaced> cancelled;
  std::map<std::string, int>
      rounds_left_out;  ///< by rotation that lacks some, of those of the file
  std::vector<std::pair<std::string, std::string>> turned_away;  ///< newcomer, full session
};

/// `standing`: what the repair starts from, `upset.plan` or that with rounds left out. Disruptions
/// are made in their order; every id they name exists.
[[nodiscard]] Adapted adapt(const Upset& upset, const engine::Plan& standing);

}  // namespace scheduler
