#include "scheduler/rotation/rounds.h"

#include <algorithm>

namespace scheduler {

std::vector<std::vector<std::int32_t>> members(const Rounds& rounds, std::int32_t round) {
  std::vector<std::vector<std::int32_t>> list(static_cast<std::size_t>(rounds.groups));
  for (std::int32_t p = 0; p < rounds.people; ++p)
    list[static_cast<std::size_t>(rounds.at(round, p))].push_back(p);
  return list;
}

Rounds first_rounds(Rounds rounds, std::int32_t count) {
  rounds.count = std::min(rounds.count, count);
  rounds.group.resize(static_cast<std::size_t>(rounds.people) *
                      static_cast<std::size_t>(rounds.count));
  return rounds;
}

Rounds only_people(const Rounds& rounds, const std::vector<std::int32_t>& people) {
  Rounds kept(static_cast<std::int32_t>(people.size()), rounds.groups, rounds.count);
  for (std::int32_t r = 0; r < rounds.count; ++r)
    for (std::int32_t i = 0; i < kept.people; ++i)
      kept.at(r, i) = rounds.at(r, people[static_cast<std::size_t>(i)]);
  return kept;
}

}  // namespace scheduler
