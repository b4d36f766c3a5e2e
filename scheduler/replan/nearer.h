/// The last touch on a repair: what has to move goes no further than it must.
#pragma once

#include "scheduler/replan/repair_price.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// Sessions that have moved, one after the other, to places nearer to where they were that are free
/// in `repair`; a cheaper repair, or the same.
[[nodiscard]] Repair brought_nearer(const RepairModel& model,
                                    const RepairTerms& terms,
                                    const Repair& repair,
                                    Budget& budget);

}  // namespace scheduler
