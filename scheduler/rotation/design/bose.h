/// Groups of four in which everybody meets everybody exactly once.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/recipe.h"

namespace scheduler {

/// 3q + 1 people for a prime power q ≡ 1 modulo 4: 4, 7, 10, 13 … groups in q rounds (R. C. Bose,
/// On the construction of balanced incomplete block designs, 1939; resolvable as developed here).
[[nodiscard]] std::optional<Recipe> bose_fours(std::int32_t groups, std::int32_t size);

}  // namespace scheduler
