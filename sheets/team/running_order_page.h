/// Draws the running order: landscape, one row per item, times large, whom to call at the end.
#pragma once

#include "sheets/press.h"
#include "sheets/team/running_order.h"

namespace sheets {

[[nodiscard]] Document draw_running_order(const RunningOrder& order, const Press& press);

}  // namespace sheets
