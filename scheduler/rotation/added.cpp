#include "scheduler/rotation/added.h"

#include <cstddef>

namespace scheduler {

Rounds with_added(const Rounds& rounds, std::int32_t people, Random& random) {
  Rounds wider(people, rounds.groups, rounds.count);
  for (std::int32_t r = 0; r < rounds.count; ++r)
    for (std::int32_t p = 0; p < rounds.people; ++p) wider.at(r, p) = rounds.at(r, p);
  std::vector<bool> joined(static_cast<std::size_t>(rounds.groups) *
                           static_cast<std::size_t>(rounds.count));
  for (auto newcomer = rounds.people; newcomer < people; ++newcomer) {
    std::vector<std::int64_t> met(static_cast<std::size_t>(rounds.people));
    for (std::int32_t r = 0; r < rounds.count; ++r) {
      const auto tables = members(rounds, r);
      std::size_t best = tables.size();
      std::int64_t least = INT64_MAX;
      std::size_t ties = 0;
      for (std::size_t g = 0; g < tables.size(); ++g) {
        if (joined[static_cast<std::size_t>(r) * tables.size() + g]) continue;
        std::int64_t cost = 0;
        for (const auto p : tables[g]) cost += met[static_cast<std::size_t>(p)];
        if (cost > least) continue;
        ties = cost < least ? 1 : ties + 1;
        least = cost;
        if (random.below(ties) == 0) best = g;
      }
      joined[static_cast<std::size_t>(r) * tables.size() + best] = true;
      wider.at(r, newcomer) = static_cast<std::int32_t>(best);
      for (const auto p : tables[best]) ++met[static_cast<std::size_t>(p)];
    }
  }
  return wider;
}

}  // namespace scheduler
