/// The first repair of a delay: everything behind it later, what does not fit any more left out.
#pragma once

#include <optional>

#include "scheduler/replan/repair_price.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// Right-shift rescheduling (Abumaizar & Svestka 1997), one item after the other in the order of
/// the plan: each as soon as it can be in its room on its day, not before it was (a serial schedule
/// generation scheme, Kolisch 1996). Of the items that wait, those are left out without which the
/// others fit; fewest people first, three at most. None when that helps nothing.
[[nodiscard]] std::optional<Repair> pushed_right(const RepairModel& model,
                                                 const Adapted& adapted,
                                                 const RepairTerms& terms,
                                                 Budget& budget);

}  // namespace scheduler
