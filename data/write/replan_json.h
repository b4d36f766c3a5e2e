/// Writes a repaired plan as JSON for machines: the plan, what changed, whom to tell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/diff.h"
#include "engine/plan/notice.h"
#include "engine/plan/plan.h"

namespace data {

struct RepairedPlan {
  const engine::Gathering& gathering;
  const engine::Plan& plan;
  const std::vector<engine::Difference>& changes;
  std::int64_t disturbed = 0;  ///< people
  std::int64_t disturbed_items = 0;
  std::int64_t bound = 0;
  bool proved = false;
  const std::vector<engine::Notice>& notices;
  const engine::VoidPages& pages;
  bool written = false;
};

/// plan_json() and "changes", "disturbed", "notify", "print_again", "written".
[[nodiscard]] std::string replan_json(const RepairedPlan& repaired);

}  // namespace data
