/// Which days can be planned: what lies further off is a slip of the pen, and would not fit a
/// Minute.
#pragma once

#include "engine/model/time.h"

namespace engine {

inline constexpr Day kFirstDay = -25'567;  ///< 1900-01-01
inline constexpr Day kLastDay = 376'199;   ///< 2999-12-31

[[nodiscard]] constexpr bool in_reach(Day day) {
  return kFirstDay <= day && day <= kLastDay;
}

}  // namespace engine
