/// Draws the rotation for the wall: A3 landscape, tables down and rounds across, read at 3 metres.
#pragma once

#include "sheets/press.h"
#include "sheets/rotation/rotation_wall.h"

namespace sheets {

/// Type is 22 points or more: capitals of 5.6 mm, and an eye that reads the last line of an
/// optician's chart (5 minutes of arc) reads 4.4 mm at 3 m. Too many rounds or tables go on on
/// further pages.
[[nodiscard]] Document draw_wall_sheets(const std::vector<WallSheet>& sheets, const Press& press);

}  // namespace sheets
