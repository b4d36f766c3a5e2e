/// Draws the host's rotation sheets: everything at 13 points or more, one block per round.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/page.h"
#include "sheets/print_options.h"
#include "sheets/rotation/rotation_host.h"

namespace sheets {

/// Every sheet begins on its own page. `gathering` and `version` are the lines of the footer.
[[nodiscard]] Document draw_host_sheets(const std::vector<HostSheet>& sheets,
                                        const std::string& gathering,
                                        const std::string& version,
                                        const PrintOptions& options,
                                        Ruler& ruler);

}  // namespace sheets
