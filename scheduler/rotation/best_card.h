/// The best card for people who move together, while everybody else stays where they are.
#pragma once

#include <cstdint>
#include <vector>

#include "scheduler/rotation/repair_table.h"

namespace scheduler {

/// One group per round to come: with BrokenSeating::once the cheapest assignment of groups to
/// rounds (what a group costs depends on its round alone), else the cheapest of each round. Exact
/// but for `runs`. Puts everybody back where they were. kNoGroup in rounds that none of the unit
/// takes part in. There have to be as many groups as rounds to come.
[[nodiscard]] std::vector<std::int32_t> best_card(const BrokenSeating& broken,
                                                  RepairTable& table,
                                                  const std::vector<std::int32_t>& unit);

}  // namespace scheduler
