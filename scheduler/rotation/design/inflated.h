/// A larger schedule out of a smaller one: every person becomes a column of people.
#pragma once

#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// `base` has groups of one size s and `columns` is s columns of n people at n tables, both without
/// a pair that meets twice. Each group of a base round plays all rounds of `columns`; then the n
/// people of each column play `fill` (no rounds, or n people in n / s groups), since they have not
/// met. Rounds: base × columns + fill. (Wilson’s fundamental construction, 1972; with one base
/// group this is filling the columns of a transversal design.)
[[nodiscard]] Rounds inflated(const Rounds& base, const Rounds& columns, const Rounds& fill);

}  // namespace scheduler
