#include "scheduler/rotation/design/inflated.h"

namespace scheduler {

Rounds inflated(const Rounds& base, const Rounds& columns, const Rounds& fill) {
  const auto n = columns.groups;
  Rounds rounds(base.people * n, base.groups * n, base.count * columns.count + fill.count);
  std::int32_t round = 0;
  for (std::int32_t r = 0; r < base.count; ++r) {
    const auto tables = members(base, r);
    for (std::int32_t t = 0; t < columns.count; ++t, ++round)
      for (std::int32_t g = 0; g < base.groups; ++g) {
        const auto& group = tables[static_cast<std::size_t>(g)];
        for (std::int32_t c = 0; c < static_cast<std::int32_t>(group.size()); ++c)
          for (std::int32_t y = 0; y < n; ++y)
            rounds.at(round, group[static_cast<std::size_t>(c)] * n + y) =
                g * n + columns.at(t, c * n + y);
      }
  }
  for (std::int32_t t = 0; t < fill.count; ++t, ++round)
    for (std::int32_t p = 0; p < base.people; ++p)
      for (std::int32_t y = 0; y < n; ++y)
        rounds.at(round, p * n + y) = p * fill.groups + fill.at(t, y);
  return rounds;
}

}  // namespace scheduler
