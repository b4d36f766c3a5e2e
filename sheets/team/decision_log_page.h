/// Draws decision logs: a table with room to write by hand.
#pragma once

#include "sheets/press.h"
#include "sheets/team/decision_log.h"

namespace sheets {

[[nodiscard]] Document draw_decision_logs(const std::vector<DecisionLog>& logs, const Press& press);

}  // namespace sheets
