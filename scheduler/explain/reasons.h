/// What is proved, written into the plan that people read.
#pragma once

#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"
#include "scheduler/explain/conflict.h"

namespace scheduler {

/// `plan` leaves items out, `conflicts` prove that every plan must: the plan says that it is
/// proved, and each item left out is given the shortest conflict that names it as its reason.
void add_reasons(const engine::Gathering& gathering,
                 const engine::Problem& problem,
                 const std::vector<Conflict>& conflicts,
                 engine::Plan& plan);

}  // namespace scheduler
