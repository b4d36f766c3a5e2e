/// The hand all sheets are written in: paper, sizes and small drawing habits.
#pragma once

#include <string>
#include <string_view>

#include "sheets/drawing/flow.h"
#include "sheets/drawing/page.h"
#include "sheets/print_options.h"

namespace sheets {

/// Paper with its margins; the footer takes two lines of `footer_size` points in the bottom one.
[[nodiscard]] inline Sheet sheet_of(Paper paper, double footer_size) {
  const bool a4 = paper == Paper::A4;
  return {.width = a4 ? 595.28 : 612,
          .height = a4 ? 841.89 : 792,
          .side = 48,
          .top = 46,
          .bottom = 34 + 2.5 * footer_size};
}

/// How far down a text of `small` points starts so that it stands on the line of one of `large`.
[[nodiscard]] constexpr double baseline_drop(double large, double small) {
  return (large - small) * 0.96;  // the ascent of Inter and of DejaVu Sans, near enough
}

/// How wide "09:30" and the space after it are in figures of one width, in `size` points: for lines
/// that go on below the words, not below the hour.
[[nodiscard]] constexpr double hour_width(double size) {
  return size * 3.3;
}

/// A small title in capitals above a big one.
[[nodiscard]] inline Paragraph overline(std::string_view text, double size, Colour colour) {
  return paragraph(text,
                   {.size = size,
                    .weight = Weight::Bold,
                    .colour = colour,
                    .tabular = false,
                    .spacing = size * 0.06});
}

}  // namespace sheets
