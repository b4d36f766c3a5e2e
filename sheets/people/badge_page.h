/// Draws badges: four to a page, to cut across and fold in the middle into A7 (105 by 74 mm).
#pragma once

#include "sheets/people/badge.h"
#include "sheets/press.h"

namespace sheets {

/// A small page per badge, front at the left and back at the right of the fold. The first name has
/// 72 points where it fits and never less than 26: capitals of 6.7 mm, which normal sight (five
/// minutes of arc) reads at 4.5 m.
[[nodiscard]] Document draw_badges(const std::vector<Badge>& badges, const Press& press);

}  // namespace sheets
