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
/// longest paths of the precedence graph, as in critical path planning). Blocks whose window would
/// be empty keep all their starts: the search then finds out what must be left out.
[[nodiscard]] std::vector<StartWindow> start_windows(const engine::Problem& problem);

}  // namespace scheduler
