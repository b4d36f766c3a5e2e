/// Draws the programme as a leaflet: times left, rooms right, tracks as cards side by side.
#pragma once

#include "sheets/press.h"
#include "sheets/programme/programme.h"

namespace sheets {

/// A leaflet of A5 pages on A4 folded in the middle: a cover with place and access, then the days.
/// The type grows where one sheet of paper has room for it and never falls below 8 points; longer
/// programmes take more sheets.
[[nodiscard]] Document draw_programme(const Programme& programme, const Press& press);

}  // namespace sheets
