/// Orders that cost too much: a stand-in by whom something is lost that others would keep, a move
/// onto what has to stay.
#pragma once

#include <vector>

#include "engine/model/text.h"
#include "scheduler/replan/replan.h"

namespace app {

/// Why an order is refused: a move puts people or a room in two places at once, whatever else
/// moves; or with a stand-in that it names something is left out, or a rule is broken, that whoever
/// else takes the role would keep. Empty: it is not. For a stand-in it searches once more, for as
/// long as `limits` says, where `repaired` leaves out more than the plan before it.
[[nodiscard]] std::vector<engine::Text> refused_orders(const scheduler::Upset& upset,
                                                       const scheduler::Replanned& repaired,
                                                       const scheduler::Limits& limits,
                                                       const scheduler::Monitor& monitor);

}  // namespace app
