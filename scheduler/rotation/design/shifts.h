/// Columns of people who never meet, shifted against each other from round to round: transversal
/// designs over a group, from a formula.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "scheduler/rotation/design/abelian_group.h"
#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// One row per round, one column per column of people. Person y of column c sits in round r at
/// table y + by(r, c). Nobody meets twice exactly when any two columns differ by another element
/// in each round: a (partial) difference matrix (Colbourn & Dinitz, Handbook of Combinatorial
/// Designs, 2nd ed., VI.17). The transpose of such a matrix is one as well.
struct Shifts {
  AbelianGroup group;  ///< its size is the number of tables, and of people in a column
  std::int32_t columns = 0;
  std::int32_t rounds = 0;
  std::vector<std::int32_t> by;  ///< [round × columns + column]: an element of the group

  [[nodiscard]] std::int32_t at(std::int32_t round, std::int32_t column) const {
    return by[static_cast<std::size_t>(round) * static_cast<std::size_t>(columns) +
              static_cast<std::size_t>(column)];
  }
};

/// The schedule: person y of column c is number c × tables + y, so a column is a run of numbers.
[[nodiscard]] Rounds developed(const Shifts& shifts);

/// by(r, c) = r·c over the field with `tables` elements: every size up to that number of columns
/// and rounds (Bose 1938). Nothing when `tables` is no prime power.
[[nodiscard]] std::optional<Shifts> field_shifts(std::int32_t tables,
                                                 std::int32_t columns,
                                                 std::int32_t rounds);

/// by(r, c) = r·c modulo `tables`, while no product of a difference of rounds and a difference of
/// columns is 0: a few rounds of many small tables, whatever their number.
[[nodiscard]] std::optional<Shifts> cyclic_shifts(std::int32_t tables,
                                                  std::int32_t columns,
                                                  std::int32_t rounds);

/// by(r, c) = r·c in the product of the fields whose sizes multiply to `tables`, with as many
/// rounds (or columns) as the smallest field has elements: distinct ones then differ in every
/// factor (MacNeish 1922).
[[nodiscard]] std::optional<Shifts> product_shifts(std::int32_t tables,
                                                   std::int32_t columns,
                                                   std::int32_t rounds);

/// The first of the three that gives as much.
[[nodiscard]] std::optional<Shifts> formula_shifts(std::int32_t tables,
                                                   std::int32_t columns,
                                                   std::int32_t rounds);

}  // namespace scheduler
