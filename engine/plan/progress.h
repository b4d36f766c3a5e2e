/// How far a search is: what is told to whoever waits for it.
#pragma once

#include <cstdint>

#include "engine/plan/score.h"

namespace engine {

enum class SearchPhase : std::uint8_t {
  Proving,    ///< looks for a proof that no plan exists
  Seating,    ///< who sits where in the rotations
  Placing,    ///< a time and a place for everything
  Improving,  ///< what people would like better
  Repairing,  ///< what would have to change where there is no plan
};

struct Progress {
  double seconds = 0;   ///< since it began
  double fraction = 0;  ///< of the limit, 0 to 1
  Score best = {};
  SearchPhase phase = SearchPhase::Placing;
};

}  // namespace engine
