/// Compares the lines of sheets: one with another, and whole sheets by person or room.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/plan/diff.h"
#include "engine/plan/diff_words.h"
#include "engine/plan/sheet_lines.h"

namespace engine {

/// The difference between two lines of one item; one of them may be null (added, removed).
[[nodiscard]] Difference compare(const DiffWords& words,
                                 const SheetLine* from,
                                 const SheetLine* to);

/// One entry per id whose lines differ: those of `order` first, then the rest by id.
[[nodiscard]] std::vector<DifferencesOf> compare_all(
    const DiffWords& words,
    const std::vector<std::string>& order,
    SheetLines before,
    SheetLines after,
    const std::function<std::string(const std::string&)>& name);

}  // namespace engine
