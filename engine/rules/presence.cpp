#include "engine/rules/presence.h"

#include <vector>

namespace engine {
namespace {

using SlotsByPerson = std::vector<std::vector<SlotId>>;

SlotsByPerson slots_open_to(const Problem& problem) {
  SlotsByPerson open(problem.people);
  problem.slots.each([&](SlotId s) {
    for (const PersonId p : problem.pools[s]) open[p.index()].push_back(s);
  });
  return open;
}

std::vector<SlotId> slots_near(const Problem& problem, BlockId block, const SlotsByPerson& open) {
  std::vector<SlotId> near;
  const auto add_all = [&](PersonId p) {
    near.insert(near.end(), open[p.index()].begin(), open[p.index()].end());
  };
  each_part(problem, block, [&](PartId part) {
    for (const PersonId p : problem.attendees[part]) add_all(p);
    each_activity(problem, part, [&](ActivityId a) {
      for (const SlotId s : problem.slots_of[a]) {
        near.push_back(s);
        for (const PersonId p : problem.pools[s]) add_all(p);
      }
    });
  });
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

}  // namespace

SlotsNear::SlotsNear(const Problem& problem) {
  const auto open = slots_open_to(problem);
  problem.blocks.each([&](BlockId b) { near_.add(slots_near(problem, b, open)); });
}

}  // namespace engine
