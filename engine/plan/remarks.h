/// Findings said in words: the rule's sentence of the catalogue with names, places and times.
#pragma once

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

}  // namespace engine
