/// Seats to start a search from where every table is to mirror the whole and few can.
#pragma once

#include <cstdint>
#include <optional>

#include "scheduler/rotation/rounds.h"
#include "scheduler/rotation/seat_task.h"
#include "scheduler/search/budget.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Groups that stay whole and go one station further in each round, found in `steps` tried changes:
/// as well mixed in every round as one round can be, whatever meets again. Nothing where somebody
/// misses a round or hosts, or there are more rounds than stations.
[[nodiscard]] std::optional<Rounds> whole_groups(const SeatTask& task,
                                                 std::int64_t steps,
                                                 Random& random,
                                                 Budget& budget);

}  // namespace scheduler
