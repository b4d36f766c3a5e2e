/// Small rotations on the day, with everybody there until somebody leaves, and a judge of repairs.
#pragma once

#include <cstdint>

#include "scheduler/rotation/repair.h"

namespace broken_seatings {

[[nodiscard]] scheduler::Budget unlimited();

/// Everybody is there, no group need rest, and no host counts.
[[nodiscard]] scheduler::BrokenSeating from(scheduler::Rounds before, scheduler::SeatLimits limits);

/// For all rounds to come.
void leave(scheduler::BrokenSeating& broken, std::int32_t person);

/// People who come without a card, with the last numbers.
[[nodiscard]] scheduler::BrokenSeating with_newcomers(const scheduler::BrokenSeating& broken,
                                                      std::int32_t more);

/// Counted from the answer alone.
void check_whole(const scheduler::BrokenSeating& broken,
                 const scheduler::RepairedSeating& repaired);

}  // namespace broken_seatings
