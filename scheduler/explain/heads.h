/// How many people items of a gathering file have to seat.
#pragma once

#include "engine/model/gathering.h"

namespace scheduler {

/// The audience and the team, or what the file expects where that is more; at least 1.
[[nodiscard]] int heads_of(const engine::Gathering& gathering, const engine::Session& session);

/// Seats for what can only be in `room` of the stations, each with `by` people more than now at
/// most, and never more than who takes part and the teams; 0: none of them is.
[[nodiscard]] int seats_in_room(const engine::Gathering& gathering,
                                const engine::Rotation& rotation,
                                const std::string& room,
                                int by);

}  // namespace scheduler
