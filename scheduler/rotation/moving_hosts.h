/// Groups that keep their place while the stations' teams go round.
#pragma once

#include "engine/rules/all.h"

namespace scheduler {

/// For every carousel with `hosts = "move"`: each group stays in the room where it begins, and each
/// station goes, round after round, to the room of the group it receives. A rotation for which that
/// breaks a hard rule, or whose stations may not go there, stays as it is.
void let_hosts_move(engine::PlanEvaluator& evaluator);

}  // namespace scheduler
