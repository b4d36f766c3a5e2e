/// The changes of `replan`, from what was typed to what happened, and those an earlier version
/// made.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/history.h"
#include "engine/plan/plan.h"
#include "scheduler/replan/adapted.h"
#include "scheduler/replan/disruption.h"

namespace app {

/// As typed: "--person-late", "lea=14:00".
struct TypedChange {
  std::string option;
  std::string value;
};

/// A plan that changes are made to.
struct ChangeContext {
  const engine::Gathering& gathering;
  const engine::Plan& plan;
  scheduler::Clock clock;
  std::vector<engine::RecordedChange> in_force;  ///< earlier ones
};

struct ReadChanges {
  std::vector<scheduler::Disruption> disruptions;  ///< those in force first
  std::vector<engine::RecordedChange> recorded;    ///< the new ones
  std::vector<engine::Text> wrong;                 ///< everything that cannot be done, at once
};

[[nodiscard]] ReadChanges read_changes(const ChangeContext& context,
                                       const std::vector<TypedChange>& typed,
                                       engine::Instant made);

}  // namespace app
