/// Seats to start a search from: everybody at a station in each round.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/rotation/rounds.h"
#include "scheduler/rotation/seat_task.h"
#include "scheduler/search/random.h"

namespace scheduler {

/// Which stations take place, [round][station]: those with the most runs left first, as many as
/// their minimum sizes allow, and enough for everybody.
[[nodiscard]] std::vector<std::vector<bool>> open_stations(const SeatTask& task);

/// Where somebody who takes part hosts a station, it takes place as open_stations() has it.
void settle_hosts(SeatTask& task);

/// The largest units first, in groups as even as the limits allow, at stations not seen yet where
/// that matters; who is absent sits at −1.
[[nodiscard]] Rounds first_seats(const SeatTask& task, Random& random);

/// As first_seats(), by wishes: the cheapest stations for everybody (a flow), then round by round
/// so that every station has its share of people in each (a flow again; such rounds always exist
/// when all stations run in all rounds, de Werra 1971). `least` becomes a lower bound of what the
/// wishes cost, whatever the rounds.
[[nodiscard]] Rounds wished_seats(const SeatTask& task, Random& random, std::int64_t& least);

/// Soft points that the rules count for wishes in every seating that keeps the hard rules, given
/// the `least` of wished_seats(): a rank counts only beyond the best that its person could have.
/// 0 where nothing is proved.
[[nodiscard]] std::int64_t least_wish_points(const SeatTask& task, std::int64_t least);

}  // namespace scheduler
