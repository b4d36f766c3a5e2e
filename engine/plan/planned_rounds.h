/// Rotations that a repair has shortened: they have fewer rounds in the plan than in the file.
#pragma once

#include <map>
#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace engine {

/// Per rotation of the plan that lacks some: how many of its last rounds are left out.
[[nodiscard]] std::map<std::string, int> rounds_left_out(const Gathering& gathering,
                                                         const Plan& plan);

/// The file as it would ask for no more rounds than the plan has; a station takes place in no more
/// than that.
void ask_for_planned_rounds(Gathering& gathering, const Plan& plan);

}  // namespace engine
