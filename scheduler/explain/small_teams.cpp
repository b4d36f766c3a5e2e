#include <algorithm>
#include <set>

#include "engine/rules/rule.h"
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
    if (problem.slots[slot].spare) return;
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

/// What a round asks of the people of one pool: its stations that need one of them, how many people
/// each of these seats, and how many people find no seat at the others.
struct Stations {
  std::vector<std::int64_t> seats;
  std::int64_t people = 0;
};

Stations stations_of(const Problem& problem,
                     const engine::RotationRow& rotation,
                     std::int32_t round,
                     const People& pool) {
  Stations stations;
  for (std::size_t p = 0; p < rotation.participants.size(); ++p)
    stations.people += rotation.present(round, static_cast<std::int32_t>(p)) ? 1 : 0;
  const auto part = rotation.parts[static_cast<std::size_t>(round)];
  engine::each_activity(problem, part, [&](engine::ActivityId a) {
    const std::int64_t most = problem.activities[a].max_people;
    const auto slots = problem.slots_of[a];
    const bool needs = std::any_of(slots.begin(), slots.end(), [&](SlotId slot) {
      if (problem.slots[slot].spare) return false;
      const auto of = problem.pools[slot];
      return std::includes(pool.begin(), pool.end(), of.begin(), of.end());
    });
    if (needs)
      stations.seats.push_back(most);
    else
      stations.people -= most;
  });
  return stations;
}

std::set<People> pools_of(const Problem& problem, const engine::RotationRow& rotation) {
  std::set<People> pools;
  engine::each_activity(problem, rotation.parts.front(), [&](engine::ActivityId a) {
    for (const auto slot : problem.slots_of[a])
      pools.emplace(problem.pools[slot].begin(), problem.pools[slot].end());
  });
  return pools;
}

/// The stations of one round that it takes to seat everybody, each with a place for one of the same
/// people.
std::vector<Conflict> hostless_stations(const Problem& problem) {
  std::vector<Conflict> found;
  if (!is_hard(problem, RuleId::StationCapacity)) return found;
  problem.rotations.each([&](engine::RotationId id) {
    const auto& rotation = problem.rotations[id];
    if (rotation.pattern == engine::Pattern::Free) return;
    for (const auto& pool : pools_of(problem, rotation)) {
      auto stations = stations_of(problem, rotation, 0, pool);
      std::sort(stations.seats.rbegin(), stations.seats.rend());
      std::int64_t needed = 0;
      for (const auto seats : stations.seats) {
        if (stations.people <= 0) break;
        stations.people -= seats;
        ++needed;
      }
      const auto available = static_cast<std::int64_t>(pool.size());
      if (needed <= available) continue;
      Conflict conflict;
      conflict.kind = ConflictKind::TeamTooSmall;
      conflict.rules = {RuleId::PersonOverlap, RuleId::TeamComplete, RuleId::StationCapacity};
      std::sort(conflict.rules.begin(), conflict.rules.end());
      conflict.blocks = {problem.parts[rotation.parts.front()].block};
      conflict.people = pool;
      conflict.counted = true;
      conflict.needed = needed;
      conflict.available = available;
      found.push_back(std::move(conflict));
      return;
    }
  });
  return found;
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
  for (auto& conflict : hostless_stations(problem)) found.push_back(std::move(conflict));
  return found;
}

}  // namespace scheduler
