#include "sheets/drawing/shapes.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace sheets {
namespace {

using Outline = std::vector<Point>;

constexpr double kTurn = 2 * std::numbers::pi;

/// A regular figure of `corners`, one of them at `from` turns clockwise from the top; every other
/// corner of a star lies at `inner` of the radius.
Outline regular(int corners, double from, double size, double inner = 1) {
  Outline outline;
  for (int i = 0; i < corners; ++i) {
    const double angle = (from + static_cast<double>(i) / corners) * kTurn;
    const double radius = size / 2 * (i % 2 == 0 ? 1 : inner);
    outline.push_back({size / 2 + radius * std::sin(angle), size / 2 - radius * std::cos(angle)});
  }
  return outline;
}

/// Of a square of side 1.
Outline scaled(Outline outline, double size) {
  for (auto& point : outline) point = {point.x * size, point.y * size};
  return outline;
}

Outline figure(std::size_t index, double size) {
  switch (index % 8) {
    case 0:
      return regular(72, 0, size);
    case 1:
      return scaled({{0.06, 0.06}, {0.94, 0.06}, {0.94, 0.94}, {0.06, 0.94}}, size);
    case 2:
      return scaled({{0.5, 0.04}, {1, 0.94}, {0, 0.94}}, size);
    case 3:
      return scaled({{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}}, size);
    case 4:
      return regular(10, 0, size, 0.62);
    case 5:
      return regular(6, 0, size);
    case 6:
      return scaled({{0.28, 0},
                     {0.72, 0},
                     {0.72, 0.28},
                     {1, 0.28},
                     {1, 0.72},
                     {0.72, 0.72},
                     {0.72, 1},
                     {0.28, 1},
                     {0.28, 0.72},
                     {0, 0.72},
                     {0, 0.28},
                     {0.28, 0.28}},
                    size);
    default:
      return regular(5, 0.5, size);
  }
}

}  // namespace

ShapeMark group_shape(std::size_t index, double x, double y, double size) {
  return {x, y, {figure(index, size)}, group_colour(index)};
}

Colour group_colour(std::size_t index) {
  constexpr std::array kColours{Colour{0.00, 0.36, 0.62},   // blue
                                Colour{0.76, 0.31, 0.00},   // vermilion
                                Colour{0.00, 0.46, 0.35},   // green
                                Colour{0.62, 0.29, 0.48},   // purple
                                Colour{0.55, 0.41, 0.00},   // ochre
                                Colour{0.12, 0.50, 0.72},   // sky
                                Colour{0.30, 0.30, 0.34},   // grey
                                Colour{0.50, 0.12, 0.16}};  // wine
  return kColours.at(index % kColours.size());
}

std::array<FillMark, 4> tick_box(double x, double y, double size) {
  constexpr double kLine = 0.7;
  return {FillMark{x, y, size, kLine, kInk},
          FillMark{x, y + size - kLine, size, kLine, kInk},
          FillMark{x, y, kLine, size, kInk},
          FillMark{x + size - kLine, y, kLine, size, kInk}};
}

ShapeMark arrow(double x, double y, double width, double height, Colour colour) {
  const double neck = width - height * 0.62;
  const double thick = height * 0.16;
  const double middle = height / 2;
  return {x,
          y,
          {{{0, middle - thick},
            {neck, middle - thick},
            {neck, 0},
            {width, middle},
            {neck, height},
            {neck, middle + thick},
            {0, middle + thick}}},
          colour};
}

}  // namespace sheets
