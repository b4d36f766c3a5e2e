/// Changes of a gathering that might give the items of a core a place, with what each asks.
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/repair.h"
#include "engine/rules/catalogue.h"
#include "scheduler/explain/part_of.h"

namespace scheduler {

struct Candidate {
  /// Candidates of one family are steps of one change ("15 minutes later, 30 minutes later"): where
  /// a cheaper one does, the others say nothing new.
  std::string family;
  engine::Repair repair;
  bool by_degrees = false;  ///< whatever a step allows, a dearer one of its family allows too
  bool unlikely = false;    ///< nothing tried of the conflict is about what it changes
  /// It makes these rules easier to keep and changes nothing else: where the items have no plan
  /// without any of them, it gives them none either. Empty: it changes more than that.
  std::vector<engine::RuleId> eases = {};
};

/// None is tried here. Costs are in points (docs/explain.md): about a minute of everybody's time
/// each. The people of `conflict` are asked before others; its rules may be relaxed as a last
/// resort. The likely ones first, the cheapest of them before others.
[[nodiscard]] std::vector<Candidate> candidates_of(const engine::Gathering& gathering,
                                                   const Items& core,
                                                   const engine::Obstruction& conflict);

}  // namespace scheduler
