/// The repair that disturbs nobody but whom it must: only what cannot stay goes elsewhere.
#pragma once

#include <optional>

#include "scheduler/replan/repair_price.h"
#include "scheduler/search/budget.h"

namespace scheduler {

/// Sessions that cannot be where they are, each at a free place, beside all that stays; depth
/// first, whoever has the fewest places left first, the nearest place first (Haralick & Elliott
/// 1980). What fits nowhere by itself is left out. None when that does not mend everything, or when
/// it is not found before `budget` is over.
[[nodiscard]] std::optional<Repair> only_these_elsewhere(const RepairModel& model,
                                                         const RepairTerms& terms,
                                                         Budget& budget);

}  // namespace scheduler
