/// Small gatherings searched completely, one independent component after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/plan/board.h"
#include "scheduler/exact/backtracking.h"
#include "scheduler/explain/domains.h"

namespace scheduler {

/// Words looked at (Network::work) by a search at most: about a second.
inline constexpr std::int64_t kMostProofWork = 500'000'000;

struct SmallSearch {
  /// Found: `board` breaks no hard rule and has every block that may not be left out. None:
  /// `in_the_way` cannot all be placed, whatever the rest. GivenUp: not known, or not small.
  Outcome outcome = Outcome::GivenUp;
  std::vector<engine::BlockId> in_the_way;  ///< ascending, as few as could be found
  std::optional<engine::Board> board;
};

/// What two blocks do to each other is all that is searched, so a proof holds whatever else is
/// asked; a plan is handed over only when all hard rules agree. `domains` are those of
/// `domains_of`, none empty. `most_work` is what the search may cost, and again the naming of what
/// is in the way. Components with too many starts and rooms are passed over.
[[nodiscard]] SmallSearch search_small(const engine::Problem& problem,
                                       const std::vector<Domain>& domains,
                                       Budget& budget,
                                       std::int64_t most_work = kMostProofWork);

}  // namespace scheduler
