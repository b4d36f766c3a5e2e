/// Any kind of sheet of a made-up gathering, drawn with a ruler that is the same on every machine.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sheets/catalogue.h"
#include "sheets/drawing/pdf.h"
#include "tests/sheets/gatherings.h"
#include "tests/sheets/written.h"
#include "tests/support/temp_folder.h"

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

/// Writes a kind to `path` as a PDF and returns how many sides of paper it has; no file when none.
inline std::size_t print(std::string_view kind,
                         const Planned& planned,
                         const std::string& path,
                         const sheets::PrintOptions& options = tests::options()) {
  const auto document = sheets::drawn_on_paper({kind}, {planned.gathering, planned.plan, options});
  if (!document.pages.empty()) write_bytes(path, sheets::pdf(document, options.language));
  return document.pages.size();
}

}  // namespace tests
