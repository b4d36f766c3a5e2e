/// Stations out of groups: everybody at another one in each round.
#pragma once

#include "scheduler/rotation/rounds.h"

namespace scheduler {

/// `rounds` without its first `groups` people, who never meet and are one in each group: the hosts.
/// Group k becomes that of host k. Whoever meets a host once visits a station once: a column more
/// in the design is what stations cost.
[[nodiscard]] Rounds at_hosts(const Rounds& rounds);

}  // namespace scheduler
