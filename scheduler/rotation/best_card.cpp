#include "scheduler/rotation/best_card.h"

#include <algorithm>
#include <cmath>

#include "scheduler/graph/assignment.h"
#include "scheduler/rotation/repair_moves.h"

namespace scheduler {

std::vector<std::int32_t> best_card(const BrokenSeating& broken,
                                    RepairTable& table,
                                    const std::vector<std::int32_t>& unit) {
  std::vector<std::int32_t> rounds;
  for (auto r = broken.frozen_rounds; r < broken.before.count; ++r)
    if (std::any_of(unit.begin(), unit.end(), [&](auto p) { return table.is_present(r, p); }))
      rounds.push_back(r);
  const auto groups = broken.before.groups;
  RepairMoves away(broken, table);
  for (const auto r : rounds) away.go(unit, r, kNoGroup);
  std::vector<std::int64_t> cost;
  for (const auto r : rounds)
    for (std::int32_t g = 0; g < groups; ++g) {
      RepairMoves there(broken, table);
      cost.push_back(std::llround(weighed(there.go(unit, r, g))));
      there.undo();
    }
  away.undo();
  std::vector<std::int32_t> card(
      static_cast<std::size_t>(broken.before.count - broken.frozen_rounds), kNoGroup);
  std::vector<int> best;
  if (broken.once) {
    best = cheapest_assignment(cost, static_cast<int>(rounds.size()), groups);
  } else {
    for (auto of = cost.begin(); of != cost.end(); of += groups)
      best.push_back(static_cast<int>(std::min_element(of, of + groups) - of));
  }
  for (std::size_t i = 0; i < rounds.size(); ++i)
    card[static_cast<std::size_t>(rounds[i] - broken.frozen_rounds)] = best[i];
  return card;
}

}  // namespace scheduler
