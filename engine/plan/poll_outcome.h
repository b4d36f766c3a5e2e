/// What a poll decided, in words: why a date won, and who is missing.
#pragma once

#include <vector>

#include "engine/plan/series.h"

namespace engine {

/// One per poll of the gathering that is about a known session.
[[nodiscard]] std::vector<PollOutcome> poll_outcomes(const Gathering& gathering,
                                                     const Problem& problem,
                                                     const Plan& plan);

}  // namespace engine
