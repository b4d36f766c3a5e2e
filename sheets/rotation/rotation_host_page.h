/// Draws the host's rotation sheets: everything at 13 points or more, one block per round.
#pragma once

#include "sheets/press.h"
#include "sheets/rotation/rotation_host.h"

namespace sheets {

/// Every sheet begins on its own page.
[[nodiscard]] Document draw_host_sheets(const std::vector<HostSheet>& sheets, const Press& press);

}  // namespace sheets
