/// Shapes that stand beside a colour, so that a group is told apart without seeing colours.
#pragma once

#include <array>
#include <cstddef>

#include "sheets/drawing/page.h"

namespace sheets {

/// The shape of group `index`, filling a square of `size` points from (x, y): disc, square,
/// triangle, diamond, star, hexagon, cross, drop of a pentagon; the ninth group has the first
/// again.
[[nodiscard]] ShapeMark group_shape(std::size_t index, double x, double y, double size);

/// Colours that stay apart for every kind of colour blindness and take white letters (after Okabe
/// and Ito, "Color Universal Design", 2008, darkened for print); the ninth group has the first
/// again.
[[nodiscard]] Colour group_colour(std::size_t index);

/// An empty box to tick, `size` points wide.
[[nodiscard]] std::array<FillMark, 4> tick_box(double x, double y, double size);

/// An arrow that points right, `width` long and `height` high.
[[nodiscard]] ShapeMark arrow(double x, double y, double width, double height, Colour colour);

}  // namespace sheets
