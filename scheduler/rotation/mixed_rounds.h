/// Rounds in which every table mirrors the whole, each looked for by itself.
#pragma once

#include <cstdint>

#include "scheduler/rotation/rounds.h"
#include "scheduler/rotation/seat_task.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// `seats` with better mixed rounds, where up to `steps` tried changes in each find them: as one
/// round has no company to spare, it is soon mixed as well as can be. Who meets again is for a
/// later search. Only where people may be at a station as often as it comes.
[[nodiscard]] Rounds mixed_rounds(
    const SeatTask& task, Rounds seats, std::int64_t steps, Random& random, Budget& budget);

}  // namespace scheduler
