/// Two orthogonal Latin squares of order 10, which no field gives, as columns of people.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/recipe.h"

namespace scheduler {

/// 10 tables: up to 3 columns in 10 rounds, or up to 10 columns in 3 rounds. From the array with
/// 100 rows and 4 columns in which any two columns hold each pair of symbols once: the vector
/// (0, 1, 6) over Z7, its multiples by 1, 2 and 4, three points at infinity (Parker 1959; V(m, t)
/// vectors, Handbook of Combinatorial Designs, 2nd ed., VI.17.5).
[[nodiscard]] std::optional<Recipe> ten_tables(std::int32_t tables,
                                               std::int32_t columns,
                                               std::int32_t rounds);

}  // namespace scheduler
