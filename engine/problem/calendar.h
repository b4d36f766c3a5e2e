/// The gathering's days, and moments and windows as written, turned into absolute minutes.
#pragma once

#include <optional>
#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// Fills Compiling::days and Problem::days. Without [[day]] rows the days are those that dated
/// starts and windows name; none at all is an error.
void read_days(Compiling& c);

/// Problem::term_days.
void read_term_days(Compiling& c);

/// Complains about windows that end before they begin, wherever they are written.
void check_windows(Compiling& c);

/// The stretches a window stands for: one when it is dated, else one per day. Empty when it ends
/// before it begins.
[[nodiscard]] std::vector<Interval> stretches(const Compiling& c, const Window& window);

/// Those of several windows, ascending; `merged` joins what overlaps or touches.
[[nodiscard]] std::vector<Interval> stretches(const Compiling& c,
                                              const std::vector<Window>& windows);
[[nodiscard]] std::vector<Interval> merged(std::vector<Interval> intervals);

/// The moments a start stands for: one when it is dated, else one per day.
[[nodiscard]] std::vector<Minute> moments(const Compiling& c, const When& when);

/// nullptr when the gathering has no such day.
[[nodiscard]] const DayHours* hours_of(const Compiling& c, Day day);

}  // namespace engine
