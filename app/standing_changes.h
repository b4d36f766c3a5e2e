/// What stands already when somebody types a change: who is out, what is closed, cancelled, locked.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "scheduler/replan/disruption.h"

namespace app {

/// Ids.
struct Standing {
  std::set<std::string> out;
  std::set<std::string> closed_rooms;
  std::set<std::string> closed_sites;
  std::set<std::string> cancelled;
  std::set<std::string> locked;

  void add(const scheduler::Disruption& one);
};

/// A change of an earlier version as it bears on the gathering now; nothing when what it named is
/// gone since.
[[nodiscard]] std::optional<scheduler::Disruption> still_bears(const engine::RecordedChange& change,
                                                               const engine::Gathering& gathering);

}  // namespace app
