/// The page that comes with a pack: which file is for whom and how to print it; of changed pages,
/// which ones they replace.
#pragma once

#include <vector>

#include "sheets/drawing/page.h"
#include "sheets/pack.h"

namespace sheets {

/// No pages when no entry says anything. It names nobody but in outlines of changed pages, which
/// are the names on the pages themselves.
[[nodiscard]] Document draw_index(const std::vector<PackEntry>& entries,
                                  const PackRequest& request,
                                  Ruler& ruler);

}  // namespace sheets
