/// Whom to tell what after a repair, and which pages to print again. For use cases only.
#pragma once

#include <vector>

#include "engine/plan/diff.h"
#include "engine/plan/notice.h"
#include "engine/plan/plan.h"
#include "scheduler/replan/replan.h"

namespace app {

struct RepairSeen {
  const engine::PlanDiff& diff;
  const engine::Plan& before;
  const scheduler::Replanned& repaired;
  const std::vector<engine::Text>& changes;  ///< what happened
  scheduler::Clock clock;
};

/// What becomes of what is going on in a room that is lost.
[[nodiscard]] engine::Difference interruption(const engine::Gathering& gathering,
                                              const scheduler::Interrupted& one);

/// Who comes late and speaks last.
[[nodiscard]] engine::Difference last_turn(const engine::Gathering& gathering,
                                           const scheduler::LastTurn& one);

/// One sentence each: those the change is about, then those disturbed, then those who work beside
/// them, and who hosts a table to which others come; within a group in the order of what they are
/// needed for next.
[[nodiscard]] std::vector<engine::Notice> notices_of(const RepairSeen& seen);

[[nodiscard]] engine::VoidPages void_pages(const engine::PlanDiff& diff);

}  // namespace app
