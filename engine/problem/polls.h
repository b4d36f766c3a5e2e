/// Polls on dates: which of them are possible, and what each costs to whom.
#pragma once

#include <cstddef>

#include "engine/problem/blocks.h"
#include "engine/problem/compiling.h"

namespace engine {

/// Keeps of `times.starts` those that the poll of `session` (Compiling::poll_of) allows, prices
/// them, and tells Problem::polls what the poll says. A date is possible when every required person
/// or a stand-in can come and every quorum is met; none left is a complaint. Someone who cannot
/// come is stood in for by the first alternate who can and stands in for nobody else. A session
/// whose day is fixed keeps its starts: the poll is over.
void count_poll(Compiling& c, std::size_t session, BlockTimes& times);

}  // namespace engine
