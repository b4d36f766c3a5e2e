/// The head every sheet wears: an accent, what it is in capitals, its title, lines below.
#pragma once

#include <string>
#include <vector>

#include "sheets/drawing/flow.h"

namespace sheets {

struct Heading {
  std::string kind;                ///< "FEUILLE D’ÉMARGEMENT"
  std::string title;               ///< "Grande salle"
  std::string aside;               ///< at the right of the title, as "30 places"; may be empty
  std::vector<std::string> lines;  ///< when and where; the first one is stronger
};

/// Sizes are multiplied by `scale`; at 1 the title has 24 points.
[[nodiscard]] Block heading(Ruler& ruler, const Heading& words, double width, double scale = 1);

/// One line for the pages that follow: the title, and `continued`, as " (suite)".
[[nodiscard]] Block heading_again(Ruler& ruler,
                                  const Heading& words,
                                  const std::string& continued,
                                  double width,
                                  double scale = 1);

}  // namespace sheets
