/// What a repair starts from: the plan people know, and what has happened to it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/problem/problem.h"
#include "scheduler/replan/disruption.h"

namespace scheduler {

/// The moment of the repair: what began before it is history, and what begins soon stays.
struct Clock {
  std::optional<engine::Minute> now;  ///< none: nothing has begun
  engine::Minute freeze = 0;

  [[nodiscard]] bool begun(engine::Minute start) const { return now && start < *now; }
  [[nodiscard]] bool frozen(engine::Minute start) const { return now && start <= *now + freeze; }
  /// The first moment at which something may be newly placed.
  [[nodiscard]] engine::Minute earliest() const { return now ? *now + freeze : INT32_MIN; }
};

/// A plan as it stands, and all that has happened to it: earlier changes still in force first.
struct Upset {
  const engine::Gathering& gathering;
  const engine::Problem& problem;  ///< of `gathering`, as its file says
  const engine::Plan& plan;
  std::vector<Disruption> disruptions;
  Clock clock;
  std::set<std::string> released{};  ///< items that may leave their hour, whatever was said of it
  std::set<std::string> untold{};    ///< items nobody knows of yet: whatever becomes of them
                                     ///< disturbs nobody a repair counts
};

}  // namespace scheduler
