/// Eight groups of four in ten rounds, the one small case that neither fields nor starters reach.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/recipe.h"

namespace scheduler {

/// 32 people, 8 groups, 10 rounds: a resolvable design with 16 pairs that never meet (it exists:
/// Shen 1996, Aguado 2004). Found, not stored: a search for a schedule that Z2³ carries along, with
/// four orbits of people, four rounds it keeps and three pairs of rounds it exchanges.
[[nodiscard]] std::optional<Recipe> eight_fours(std::int32_t groups, std::int32_t size);

}  // namespace scheduler
