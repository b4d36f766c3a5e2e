/// The search for better seats from start to end: hot and cold by turns.
#pragma once

#include "scheduler/rotation/seat_search.h"

namespace scheduler {

/// Where a search begins.
struct SearchStart {
  Rounds seats;
  bool keep = false;  ///< it is good: heat would lose what it has
  int passes = 6;     ///< as long as the first one, in all steps
};

/// A start that is good, without losing what it has: cold all along.
[[nodiscard]] Rounds cooled_seats(
    const SeatTask& task, Rounds start, SearchEnd end, Random& random, Budget& budget);

/// Hot and cold by turns, longer and longer, until `end` or the budget; cold first when the start
/// is good. It is the answer when nothing better is found.
[[nodiscard]] Rounds best_seats(
    const SeatTask& task, SearchStart start, SearchEnd end, Random& random, Budget& budget);

}  // namespace scheduler
