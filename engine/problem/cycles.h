/// Orders that can never be kept: a before b before a.
#pragma once

#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// One complaint per circle in Problem::precedences, until none is left; needs precedences_of.
/// `written_at`: the place of every row, line 0 for those nobody wrote.
void complain_of_cycles(Compiling& c, const std::vector<Where>& written_at);

}  // namespace engine
