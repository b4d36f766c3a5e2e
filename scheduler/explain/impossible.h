/// Says before any search that no plan can exist, where that can be proved quickly.
#pragma once

#include <vector>

#include "scheduler/explain/conflict.h"
#include "scheduler/explain/domains.h"

namespace scheduler {

/// What cannot all be kept, each item named once at most; all of it proved. Empty: a plan may exist
/// or not. Cost: polynomial; well below a second for hundreds of sessions.
[[nodiscard]] std::vector<Conflict> impossible(const engine::Problem& problem);
/// The same, with `domains` as `domains_of` gives them; the first `most` of them or a few more.
[[nodiscard]] std::vector<Conflict> impossible(const engine::Problem& problem,
                                               const std::vector<Domain>& domains,
                                               std::size_t most = 100);

}  // namespace scheduler
