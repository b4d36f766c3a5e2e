/// Columns of people from orthogonal orthomorphisms: more than a product of fields gives.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/design/shifts.h"

namespace scheduler {

/// A difference matrix with rows 0, x, θ1(x), θ2(x) … (or columns, as asked) over the additive
/// group of the product of the fields whose sizes multiply to `tables`: each θ is a permutation,
/// and so is each difference of two of them and of one with x (Mann 1942; six rows of order 12:
/// Johnson, Dulmage & Mendelsohn 1961). For larger groups only such θ are tried as a multiplier
/// carries along, θ(h·x) = h·θ(x) (five rows of order 15: Schellenberg, Van Rees & Vanstone 1978).
/// A search without chance that is done once for each number of tables; nothing when it ends early
/// or no rows are left.
[[nodiscard]] std::optional<Shifts> orthomorphism_shifts(std::int32_t tables,
                                                         std::int32_t columns,
                                                         std::int32_t rounds);

}  // namespace scheduler
