#include <algorithm>
#include <set>

#include "scheduler/explain/emptied.h"
#include "scheduler/explain/overbooked.h"
#include "scheduler/explain/overfull.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Interval;
using engine::Minute;
using engine::PersonId;
using engine::Problem;
using engine::RuleId;
using engine::SlotId;

using People = std::vector<PersonId>;  ///< ascending

constexpr std::size_t kMostPools = 60;

/// An open place of a session that must take place; stations may rest and then need nobody.
struct Place {
  BlockId block;
  People pool;
};

std::vector<Place> places_of(const Problem& problem, const std::vector<Domain>& domains) {
  std::vector<Place> places;
  problem.slots.each([&](SlotId slot) {
    const auto a = problem.slots[slot].activity;
    const BlockId block = problem.parts[problem.activities[a].part].block;
    const auto& row = problem.blocks[block];
    if (row.optional || row.rotation.exists() || domains[block.index()].starts.empty()) return;
    const auto pool = problem.pools[slot];
    places.push_back({block, {pool.begin(), pool.end()}});
  });
  return places;
}

/// Keeps the starts at which the person is there.
Load when_there(const Problem& problem, PersonId person, Load load) {
  const auto windows = problem.available[person];
  if (windows.empty() || !is_hard(problem, RuleId::PersonUnavailable)) return load;
  std::erase_if(load.starts, [&](Minute start) {
    return std::none_of(windows.begin(), windows.end(), [&](Interval w) {
      return w.contains({start, start + load.length});
    });
  });
  return load;
}

std::optional<Conflict> look(const Problem& problem,
                             const std::vector<Domain>& domains,
                             const std::vector<Place>& places,
                             const People& pool) {
  std::vector<Load> loads;
  for (const auto& place : places)
    if (std::includes(pool.begin(), pool.end(), place.pool.begin(), place.pool.end()))
      loads.push_back(
          {place.block, problem.blocks[place.block].minutes, domains[place.block.index()].starts});
  if (loads.size() <= pool.size()) return {};
  std::vector<Server> servers;
  for (const PersonId person : pool) {
    std::vector<Load> mine;
    for (const auto& load : loads) mine.push_back(when_there(problem, person, load));
    servers.push_back(server_of(mine));
  }
  const auto too_much = overfull(loads, servers);
  if (!too_much) return {};
  auto conflict = conflict_of(ConflictKind::TeamTooSmall, *too_much);
  conflict.people = pool;
  conflict.rules = {RuleId::PersonOverlap, RuleId::TeamComplete};
  return conflict;
}

}  // namespace

std::vector<Conflict> small_teams(const Problem& problem, const std::vector<Domain>& domains) {
  std::vector<Conflict> found;
  if (!is_hard(problem, RuleId::TeamComplete) || !is_hard(problem, RuleId::PersonOverlap))
    return found;
  const auto places = places_of(problem, domains);
  std::set<std::pair<std::size_t, People>> pools;  // the smallest first
  for (const auto& place : places) pools.insert({place.pool.size(), place.pool});
  std::size_t looked_at = 0;
  for (const auto& [size, pool] : pools) {
    if (++looked_at > kMostPools) break;
    if (auto conflict = look(problem, domains, places, pool)) found.push_back(std::move(*conflict));
  }
  return found;
}

}  // namespace scheduler
