/// Where people start and end their days: the time on the way there counts as time on site.
#pragma once

#include <algorithm>

#include "engine/problem/problem.h"
#include "engine/problem/travel.h"

namespace engine {

/// Nothing for people who just appear and disappear.
[[nodiscard]] inline DayEnds day_ends_of(const Problem& problem, PersonId person) {
  return problem.day_ends.empty() ? DayEnds{} : problem.day_ends[person.index()];
}

/// Whether someone cannot be at `place` during `time`: no window of theirs holds it, with the way
/// from where they start the day in its first window, and to where they end it in its last.
/// `place` may be none.
[[nodiscard]] inline bool is_away(const Problem& problem,
                                  PersonId person,
                                  Interval time,
                                  PlaceId place) {
  const auto windows = problem.available[person];
  if (windows.empty()) return false;
  const auto window =
      std::find_if(windows.begin(), windows.end(), [&](Interval w) { return w.contains(time); });
  if (window == windows.end()) return true;
  const auto ends = day_ends_of(problem, person);
  const bool arrives =
      window == windows.begin() || day_of((window - 1)->to - 1) != day_of(time.from);
  const bool leaves =
      window + 1 == windows.end() || day_of((window + 1)->from) != day_of(time.from);
  return (arrives && time.from - minutes_between(problem, ends.start, place) < window->from) ||
         (leaves && time.to + minutes_between(problem, place, ends.end) > window->to);
}

}  // namespace engine
