/// Two orthogonal Latin squares of the orders that no field and no product of fields serves.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/recipe.h"

namespace scheduler {

/// Three columns in as many rounds as there are tables, or as many columns in three rounds, for 10,
/// 14, 18 … tables: an orthogonal array over Z_n and three points at infinity, n = tables − 3, that
/// turning its four factors carries along. Such squares exist of every order but 2 and 6 (Bose,
/// Shrikhande & Parker, Further results on the construction of mutually orthogonal Latin squares,
/// 1960; order 10: Parker 1959). Nothing when that would not be enough.
[[nodiscard]] std::optional<Recipe> orthogonal_squares(std::int32_t tables,
                                                       std::int32_t columns,
                                                       std::int32_t rounds);

}  // namespace scheduler
