/// Proofs by counting: people, rooms and teams with more to do than they have time for.
///
/// Each function names what it finds with the items, the stretch of time and the numbers. Blocks
/// that may be left out do not count. `domains` are those of `domains_of`, none empty but of blocks
/// that may be left out.
#pragma once

#include <vector>

#include "scheduler/explain/conflict.h"
#include "scheduler/explain/differences.h"
#include "scheduler/explain/domains.h"

namespace scheduler {

/// Everybody against their own items, with the way between two of them.
[[nodiscard]] std::vector<Conflict> busy_people(const engine::Problem& problem,
                                                const std::vector<Domain>& domains,
                                                const PairRules& rules);

/// Rooms against the items that have no other: each set of rooms that some item has to choose from.
[[nodiscard]] std::vector<Conflict> full_rooms(const engine::Problem& problem,
                                               const std::vector<Domain>& domains);

/// People who may hold open places against all the places that nobody else may hold.
[[nodiscard]] std::vector<Conflict> small_teams(const engine::Problem& problem,
                                                const std::vector<Domain>& domains);

/// Items no two of which may overlap, for whatever reasons, against the time that they have.
[[nodiscard]] std::vector<Conflict> never_together(const engine::Problem& problem,
                                                   const std::vector<Domain>& domains,
                                                   const std::vector<Relation>& relations);

}  // namespace scheduler
