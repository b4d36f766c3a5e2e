/// Why there is no plan: what cannot all be had, and what would have to change.
#pragma once

#include <vector>

#include "cli/terminal/screen.h"
#include "engine/plan/repair.h"

namespace cli {

/// Under the people, the places or the hours they are about.
void show_conflicts(const std::vector<engine::Obstruction>& conflicts, const Screen& screen);

/// Numbered as --repair counts them, each with what it changes in the file.
void show_repairs(const std::vector<engine::Repair>& repairs, const Screen& screen);

}  // namespace cli
