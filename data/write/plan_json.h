/// Writes a plan as JSON for machines, to the contract "farandole.plan/1" (docs/format.md).
#pragma once

#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace data {

/// Indented, with a line end; the same plan gives the same bytes. Sentences are in the gathering's
/// language, times on its clock with their offset, so its time zone must exist.
[[nodiscard]] std::string plan_json(const engine::Gathering& gathering, const engine::Plan& plan);

}  // namespace data
