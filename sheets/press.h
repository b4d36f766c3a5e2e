/// What every drawing needs beside its view: how it is printed, a ruler, and what its footers say.
#pragma once

#include <string>

#include "sheets/drawing/flow.h"
#include "sheets/drawing/page.h"
#include "sheets/print_options.h"

namespace sheets {

struct Press {
  const PrintOptions& options;
  Ruler& ruler;
  std::string gathering;
  std::string version;  ///< line of the footer

  [[nodiscard]] std::string words(const engine::Words& text) const {
    return std::string(text.in(options.language));
  }
};

/// A document of flowing pages with their footers.
[[nodiscard]] Document flowing(const Press& press,
                               const Sheet& sheet,
                               const std::vector<Chapter>& chapters,
                               const engine::Words& title,
                               double footer_size = 8);

}  // namespace sheets
