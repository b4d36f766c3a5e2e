/// Short chapters on one page: the dates of a series, a session each.
#pragma once

#include <vector>

#include "sheets/drawing/flow.h"

namespace sheets {

/// Chapters that fit on the page of the one before go there whole, under their own heads and `gap`
/// points below it, if they are about the same people and rooms. Such a page is called after the
/// first and the last of them, and keeps the key of the first.
[[nodiscard]] std::vector<Chapter> together(const std::vector<Chapter>& chapters,
                                            const Sheet& sheet,
                                            double gap);

}  // namespace sheets
