/// What is going on in a room that has just been lost, and where it can go on at once.
#pragma once

#include <string>
#include <vector>

#include "scheduler/replan/adapted.h"

namespace scheduler {

/// History does not move, so the plan says nothing of it: the organiser has to be told.
struct Interrupted {
  std::string item;
  std::string room;                 ///< the one that is lost
  std::string to;                   ///< a room of the same site, free to its end; empty: none is
  engine::Minute end = 0;           ///< of the session, or of the round
  std::vector<std::string> people;  ///< who is there, sorted
};

/// The smallest room that holds everybody comes first; none is given twice. `repaired` says what
/// else is in the rooms. Nothing without a time.
[[nodiscard]] std::vector<Interrupted> interrupted(const Adapted& adapted,
                                                   const Clock& clock,
                                                   const engine::Plan& repaired);

}  // namespace scheduler
