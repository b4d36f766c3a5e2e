/// Findings said in words: the rule's sentence of the catalogue with names, places and times.
#pragma once

#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/board.h"
#include "engine/plan/plan.h"
#include "engine/rules/finding.h"

namespace engine {

/// `finding` was found on `board`.
[[nodiscard]] Text words_of(const Gathering& gathering, const Board& board, const Finding& finding);

/// The same where the hour is told apart: without the rule's last words "({time})".
[[nodiscard]] Text words_without_time(const Gathering& gathering,
                                      const Board& board,
                                      const Finding& finding);

/// What is wrong in the same way for one person or more.
struct SharedFinding {
  Finding finding;      ///< of the first of them; its amount is that of all
  std::int64_t others;  ///< people
};

/// Findings that differ in the person alone become one, in the place of the first, when there are
/// three or more of them: a crowd that should be in two places is one mishap.
[[nodiscard]] std::vector<SharedFinding> shared(const std::vector<Finding>& findings);

[[nodiscard]] Text words_of(const Gathering& gathering,
                            const Board& board,
                            const SharedFinding& shared);

}  // namespace engine
