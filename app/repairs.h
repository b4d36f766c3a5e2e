/// Finds what keeps a gathering from having a plan, and the cheapest changes that give it one.
#pragma once

#include <string>
#include <vector>

#include "data/read/reader.h"
#include "engine/model/gathering.h"
#include "engine/plan/repair.h"
#include "scheduler/explain/core.h"

namespace app {

/// A gathering without a plan, as far as is known.
struct Hopeless {
  const engine::Gathering& gathering;
  const std::vector<data::SourceFile>& sources;
  scheduler::Items left_out;  ///< by the search, where there was one
};

struct Diagnosis {
  std::vector<engine::Obstruction> conflicts;
  std::vector<engine::Repair> repairs;  ///< cheapest first; each was planned
};

/// Half of the effort goes to the conflicts, the rest to the repairs. The search for repairs is
/// that of Reiter (1987) for the cheapest diagnoses: every change that frees the conflict found is
/// made, and where the whole still has no plan the next conflict is looked for.
[[nodiscard]] Diagnosis diagnose(const Hopeless& hopeless, const scheduler::Effort& effort);

}  // namespace app
