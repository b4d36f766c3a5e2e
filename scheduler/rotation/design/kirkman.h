/// Groups of three in which everybody meets everybody exactly once: Kirkman triple systems.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/recipe.h"

namespace scheduler {

/// 3q people (q groups) or 2q + 1 people, for a prime power q ≡ 1 modulo 6, every pair once
/// (Ray-Chaudhuri & Wilson, Solution of Kirkman’s schoolgirl problem, 1971, theorems 5 and 6).
[[nodiscard]] std::optional<Recipe> kirkman_triples(std::int32_t groups, std::int32_t size);

}  // namespace scheduler
