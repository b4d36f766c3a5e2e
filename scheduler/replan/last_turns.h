/// Who comes late to a session that can begin without them, and speaks last.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scheduler/replan/adapted.h"

namespace scheduler {

/// Of sessions to come: those late for a role that somebody else holds from the start, where as
/// much time is left as their share of it (swap the order before anybody is dropped, DOMAIN 5).
[[nodiscard]] std::vector<LastTurn> last_turns(const Adapted& adapted, const Clock& clock);

}  // namespace scheduler
