/// Draws the programme: one page per day where it fits, times left, rooms right.
#pragma once

#include <string>

#include "sheets/drawing/page.h"
#include "sheets/print_options.h"
#include "sheets/programme/programme.h"

namespace sheets {

/// `version` is the line of the footer. The type grows where the days leave room on their page and
/// never falls below 8 points.
[[nodiscard]] Document draw_programme(const Programme& programme,
                                      const std::string& version,
                                      const PrintOptions& options,
                                      Ruler& ruler);

}  // namespace sheets
