/// Conflicts said to an organiser: one plain sentence each, in French and English.
#pragma once

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/problem/problem.h"
#include "scheduler/explain/conflict.h"

namespace scheduler {

/// `problem` is compiled from `gathering`. The sentence has no full stop.
[[nodiscard]] engine::Text words_of(const engine::Gathering& gathering,
                                    const engine::Problem& problem,
                                    const Conflict& conflict);

}  // namespace scheduler
