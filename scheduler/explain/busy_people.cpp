#include <algorithm>
#include <map>

#include "scheduler/explain/emptied.h"
#include "scheduler/explain/overbooked.h"
#include "scheduler/explain/overfull.h"

namespace scheduler {
namespace {

using engine::Minute;
using engine::PartId;
using engine::PersonId;
using engine::Problem;
using engine::RuleId;

/// People who attend the same parts are looked at once.
std::map<std::vector<PartId>, std::vector<PersonId>> people_by_parts(const Problem& problem) {
  std::map<std::vector<PartId>, std::vector<PersonId>> groups;
  for (std::size_t i = 0; i < problem.people; ++i) {
    const PersonId person{static_cast<std::int32_t>(i)};
    std::vector<PartId> parts;
    for (const PartId part : problem.parts_of[person])
      if (!problem.blocks[problem.parts[part].block].optional) parts.push_back(part);
    if (parts.size() > 1) groups[std::move(parts)].push_back(person);
  }
  return groups;
}

/// The least that lies between any two of the parts.
Minute way_between(const Problem& problem,
                   const PairRules& rules,
                   const std::vector<PartId>& parts) {
  if (!is_hard(problem, RuleId::TravelTime)) return 0;
  Minute least = kFar;
  for (std::size_t i = 0; i < parts.size() && least > 0; ++i)
    for (std::size_t j = 0; j < parts.size() && least > 0; ++j)
      if (i != j) least = std::min(least, rules.least_travel(parts[i], parts[j]));
  return least;
}

std::vector<Load> loads_of(const Problem& problem,
                           const std::vector<Domain>& domains,
                           const std::vector<PartId>& parts,
                           Minute way) {
  std::vector<Load> loads;
  for (const PartId part : parts) {
    const auto& row = problem.parts[part];
    auto starts = domains[row.block.index()].starts;
    if (starts.empty()) continue;
    for (auto& start : starts) start += row.offset;
    loads.push_back({row.block, row.minutes + way, std::move(starts)});
  }
  return loads;
}

}  // namespace

std::vector<Conflict> busy_people(const Problem& problem,
                                  const std::vector<Domain>& domains,
                                  const PairRules& rules) {
  std::vector<Conflict> found;
  if (!is_hard(problem, RuleId::PersonOverlap)) return found;
  for (const auto& [parts, people] : people_by_parts(problem)) {
    const auto way = way_between(problem, rules, parts);
    const auto loads = loads_of(problem, domains, parts, way);
    auto too_much = overfull(loads, {server_of(loads)});
    if (!too_much) continue;
    // The way is counted after each item; nobody needs one after the last.
    too_much->during.to -= way;
    if (!too_much->counted) {
      too_much->needed -= way;
      too_much->available -= way;
    }
    auto conflict = conflict_of(ConflictKind::PersonTooBusy, *too_much);
    conflict.people = people;
    conflict.rules = {RuleId::PersonOverlap};
    // Whose hours are limited limits what all of them go to.
    auto away = people;
    std::erase_if(away, [&](PersonId p) { return problem.available[p].empty(); });
    if (!away.empty() && is_hard(problem, RuleId::PersonUnavailable)) {
      conflict.people = away;
      conflict.rules.push_back(RuleId::PersonUnavailable);
    }
    if (way > 0) conflict.rules.push_back(RuleId::TravelTime);
    found.push_back(std::move(conflict));
  }
  return found;
}

}  // namespace scheduler
