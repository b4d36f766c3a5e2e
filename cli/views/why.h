/// Why a plan has the score it has: rule by rule, then the people and the items it costs most.
#pragma once

#include "cli/terminal/screen.h"
#include "cli/views/agenda.h"
#include "engine/plan/costs.h"

namespace cli {

/// Every rule that adds to the score, the dearest first, and the sum.
void show_score(const Showing& showing, const Screen& screen);

/// The people, then the sessions and rotations; of each list no more than a screenful.
void show_costs(const Showing& showing, const engine::Costs& costs, const Screen& screen);

}  // namespace cli
