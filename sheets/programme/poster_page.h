/// Draws the poster: A3 (two letters), a day a page where it fits, a box per item as long as it
/// lasts.
#pragma once

#include "sheets/press.h"
#include "sheets/programme/poster.h"

namespace sheets {

[[nodiscard]] Document draw_poster(const std::vector<PosterDay>& days, const Press& press);

}  // namespace sheets
