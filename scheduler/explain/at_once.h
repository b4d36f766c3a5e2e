/// Whether some blocks can run at one and the same moment.
#pragma once

#include <optional>
#include <vector>

#include "scheduler/explain/conflict.h"
#include "scheduler/explain/domains.h"

namespace scheduler {

/// A block that runs at the moment looked at.
struct Running {
  engine::BlockId block;
  engine::Minute start = engine::kNever;  ///< or kNever: any of its domain
  bool people = true;  ///< people are there; false: only the room and the equipment are taken
};

/// The first of rooms, people and equipment that is not enough for all, in the stretch `during`
/// that all of them share. No `during.from` or `to` is looked at but for who is available then.
[[nodiscard]] std::optional<Conflict> short_of(const engine::Problem& problem,
                                               const std::vector<Domain>& domains,
                                               const std::vector<Running>& running,
                                               engine::Interval during);

}  // namespace scheduler
