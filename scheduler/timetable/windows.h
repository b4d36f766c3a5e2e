/// The starts that the order of items leaves to each block, were rooms and people no matter.
#pragma once

#include <vector>

#include "engine/problem/problem.h"

namespace scheduler {

struct StartWindow {
  engine::Minute earliest = 0;
  engine::Minute latest = 0;
};

/// Per block, from its candidate starts and everything it must follow, precede or start with (the
/// longest paths of the precedence graph, as in critical path planning). A block whose window
/// would be empty is only kept from starting before what it follows has had its time, so that what
/// the search cannot leave in comes out of an order that still makes sense.
[[nodiscard]] std::vector<StartWindow> start_windows(const engine::Problem& problem);

}  // namespace scheduler
