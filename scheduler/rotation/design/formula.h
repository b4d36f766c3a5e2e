/// The most rounds without a repeat that the formulas give for groups of one size.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/recipe.h"

namespace scheduler {

/// Columns of `tables` people who never meet, at `tables` tables: at least `rounds` rounds, by
/// shifts, orthomorphisms or orthogonal Latin squares; person y of column c is number c × tables +
/// y.
[[nodiscard]] std::optional<Recipe> column_recipe(std::int32_t tables,
                                                  std::int32_t columns,
                                                  std::int32_t rounds);

/// The most rounds of them that column_recipe() gives.
[[nodiscard]] std::optional<Recipe> longest_columns(std::int32_t tables, std::int32_t columns);

/// groups × size people: the construction with the most rounds, or the first with `enough`. Tries
/// columns, round robin, Bose’s and Kirkman’s systems, and inflating smaller designs. There is
/// always one: everybody in a group, once.
[[nodiscard]] Recipe formula_recipe(std::int32_t groups, std::int32_t size, std::int32_t enough);

}  // namespace scheduler
