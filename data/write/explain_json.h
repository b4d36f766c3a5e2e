/// Writes what explain has to say as JSON for machines: "farandole.explain/1" (docs/json.md).
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/costs.h"
#include "engine/plan/placement.h"
#include "engine/plan/plan.h"
#include "engine/plan/repair.h"
#include "engine/plan/series.h"

namespace data {

/// What explain found out about a gathering. Keeps references.
struct Explanation {
  const engine::Gathering& gathering;
  const engine::Plan* plan = nullptr;  ///< none where the file asks for what cannot be had
  const engine::Costs& costs;
  const std::vector<engine::Obstruction>& conflicts;
  const std::vector<engine::Repair>& repairs;
  const engine::Series& series;
};

/// The score by rule and what it costs to whom; without a plan, the conflicts and the repairs.
/// Sentences are in the gathering's language.
[[nodiscard]] std::string explain_json(const Explanation& explanation);

/// The score, and every start and room of one session or rotation. Times are on the gathering's
/// clock with their offset.
[[nodiscard]] std::string placements_json(const engine::Gathering& gathering,
                                          const engine::Plan& plan,
                                          const std::vector<engine::Placements>& placements);

}  // namespace data
