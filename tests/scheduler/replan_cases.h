/// Small random gatherings with a plan, and random things that happen to them.
#pragma once

#include <optional>
#include <vector>

#include "engine/problem/compile.h"
#include "scheduler/replan/replan.h"
#include "scheduler/search/random.h"

namespace support {

struct ReplanCase {
  engine::Gathering gathering;
  engine::Problem problem;
  engine::Plan plan;
  std::vector<scheduler::Disruption> disruptions;
  scheduler::Clock clock;
};

/// Nothing for a seed whose gathering has no plan. Up to 8 sessions, named and open roles,
/// substitutes, order, fixed starts; every kind of change that is about a session, a person or a
/// room.
[[nodiscard]] std::optional<ReplanCase> replan_case(std::uint64_t seed);

}  // namespace support
