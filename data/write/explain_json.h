/// Writes what explain has to say as JSON for machines: "farandole.explain/1" (docs/json.md).
#pragma once

#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/costs.h"
#include "engine/plan/placement.h"
#include "engine/plan/plan.h"

namespace data {

/// The score by rule, and what it costs to whom. Sentences are in the gathering's language.
[[nodiscard]] std::string explain_json(const engine::Gathering& gathering,
                                       const engine::Plan& plan,
                                       const engine::Costs& costs);

/// The score, and every start and room of one session or rotation. Times are on the gathering's
/// clock with their offset.
[[nodiscard]] std::string placements_json(const engine::Gathering& gathering,
                                          const engine::Plan& plan,
                                          const std::vector<engine::Placements>& placements);

}  // namespace data
