/// Orders that cost too much: a stand-in by whom something is lost that others would keep, a move
/// onto what has to stay.
#pragma once

#include <vector>

#include "engine/model/text.h"
#include "scheduler/replan/replan.h"

namespace app {

/// Why the stand-ins that an order names are refused: with them something is left out, or a rule is
/// broken, that whoever else takes the role would keep. Empty: none is. Searches once more, for as
/// long as `limits` says, where `repaired` leaves out more than the plan before it.
[[nodiscard]] std::vector<engine::Text> refused_stand_ins(const scheduler::Upset& upset,
                                                          const scheduler::Replanned& repaired,
                                                          const scheduler::Limits& limits,
                                                          const scheduler::Monitor& monitor);

/// Why a move that is ordered is refused: it puts people or a room in two places at once, whatever
/// else moves. Empty: it is not.
[[nodiscard]] std::vector<engine::Text> refused_moves(const scheduler::Upset& upset,
                                                      const scheduler::Replanned& repaired);

}  // namespace app
