/// When the rounds of a rotation can be at all: who misses one and which station rests follow.
#pragma once

#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// Blocks of rounds placed one by one, first to last, and the minutes between two of them.
struct RoundsApart {
  BlockId first;
  std::int32_t rounds = 1;
  Minute gap = 0;
};

/// [round]: the starts of its block that leave room for the rounds before and after it, and that
/// meet nothing settled which one of `people` attends who is always there. Empty lists when that
/// leaves a round none.
[[nodiscard]] std::vector<std::vector<Minute>> starts_of_rounds(
    const Compiling& c, const RoundsApart& rounds, const std::vector<PersonId>& people);

}  // namespace engine
