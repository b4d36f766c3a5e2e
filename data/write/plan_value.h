/// A plan as a JSON object, for writers that add to it.
#pragma once

#include "data/write/json.h"
#include "engine/model/gathering.h"
#include "engine/plan/diff.h"
#include "engine/plan/plan.h"

namespace data {

/// The object of plan_json().
[[nodiscard]] Json plan_value(const engine::Gathering& gathering, const engine::Plan& plan);

/// Differences, in the order given.
[[nodiscard]] Json rows_json(const std::vector<engine::Difference>& rows,
                             engine::Language language);

}  // namespace data
