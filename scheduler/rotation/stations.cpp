#include "scheduler/rotation/stations.h"

namespace scheduler {

Rounds at_hosts(const Rounds& rounds) {
  const auto hosts = rounds.groups;
  Rounds visits(rounds.people - hosts, hosts, rounds.count);
  std::vector<std::int32_t> host_of(static_cast<std::size_t>(hosts));
  for (std::int32_t r = 0; r < rounds.count; ++r) {
    for (std::int32_t h = 0; h < hosts; ++h) host_of[static_cast<std::size_t>(rounds.at(r, h))] = h;
    for (std::int32_t p = 0; p < visits.people; ++p)
      visits.at(r, p) = host_of[static_cast<std::size_t>(rounds.at(r, p + hosts))];
  }
  return visits;
}

}  // namespace scheduler
