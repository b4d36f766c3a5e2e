/// What is to be said of a programme of several dates: polls, decisions, cohorts, pauses, slack.
#pragma once

#include <cstdint>

#include "app/check.h"
#include "engine/plan/plan.h"
#include "engine/plan/series.h"

namespace app {

enum class Clock : std::uint8_t { Limits, PlaysNoPart };

/// `plan` is made from `checked`, which must be ok. Slack is looked for where the days span a week
/// or more, for three seconds at most where the clock limits.
[[nodiscard]] engine::Series series_of(const Checked& checked,
                                       const engine::Plan& plan,
                                       Clock clock = Clock::Limits);

}  // namespace app
