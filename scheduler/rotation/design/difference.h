/// Difference matrices found by a short search: columns of people where no field helps.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/shifts.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Size and group of a matrix to look for.
struct MatrixShape {
  AbelianGroup group;
  std::int32_t columns = 0;
  std::int32_t rounds = 0;
};

struct SearchedShifts {
  Shifts shifts;
  std::int64_t repeats = 0;  ///< Σ m (m − 1) / 2 of the schedule: 0 is a difference matrix
};

/// Simulated annealing on the rounds × columns entries of a matrix over the group instead of on the
/// seats of everybody: one unit of its cost is a repeat for each table. Ends at cost 0, after
/// `steps` changes, or with the budget.
[[nodiscard]] SearchedShifts search_shifts(const MatrixShape& shape,
                                           std::int64_t steps,
                                           Random& random,
                                           Budget& budget);

/// The abelian groups of this order, those without a cyclic Sylow 2-subgroup first: with one, no
/// matrix has more than two columns and as many rounds as elements (Hall & Paige 1955).
[[nodiscard]] std::vector<AbelianGroup> abelian_groups(std::int32_t order);

}  // namespace scheduler
