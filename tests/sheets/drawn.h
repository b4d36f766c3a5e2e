/// Any kind of sheet of a made-up gathering, drawn with a ruler that is the same on every machine.
#pragma once

#include <string_view>

#include "sheets/catalogue.h"
#include "tests/sheets/gatherings.h"
#include "tests/sheets/written.h"

namespace tests {

[[nodiscard]] inline sheets::PrintOptions options(
    engine::Language language = engine::Language::Fr) {
  sheets::PrintOptions chosen;
  chosen.language = language;
  chosen.made_at = "2025-02-10 18:32";
  return chosen;
}

[[nodiscard]] inline sheets::Document drawn(
    std::string_view kind,
    const Planned& planned,
    const sheets::PrintOptions& options = tests::options()) {
  SquareRuler ruler;
  return sheets::draw(kind, {planned.gathering, planned.plan, options}, ruler);
}

}  // namespace tests
