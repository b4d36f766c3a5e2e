#include <algorithm>
#include <vector>

#include "engine/problem/sorted.h"
#include "engine/problem/steps.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

/// How many of some people come to a session, whoever is chosen for its open places.
struct Range {
  std::int32_t least = 0;
  std::int32_t most = 0;
};

Range coming(const Compiling& c, PartId part, const std::vector<PersonId>& people) {
  const auto& p = c.problem;
  Range range;
  for (const auto person : p.attendees[part]) {
    if (!has(people, person)) continue;
    ++range.least;
    ++range.most;
  }
  for (const auto slot : p.slots_of[p.parts[part].first_activity]) {
    const auto pool = p.pools[slot];
    const auto fits = [&](PersonId person) { return has(people, person); };
    const bool counted = std::any_of(pool.begin(), pool.end(), [&](PersonId person) {
      const auto there = p.attendees[part];
      return std::binary_search(there.begin(), there.end(), person);
    });
    if (!counted && std::all_of(pool.begin(), pool.end(), fits)) ++range.least;
    if (std::any_of(pool.begin(), pool.end(), fits)) ++range.most;
  }
  return range;
}

void check(Compiling& c, std::size_t row, const Quota& quota) {
  const auto people = people_of(c, quota.from, row);
  if (people.empty()) return;
  const auto range = coming(c, c.problem.blocks[c.items[row].first].first_part, people);
  const auto session = named(c.gathering.sessions[row]);
  if (quota.min && range.least < *quota.min)
    c.diagnostics.impossible(
        quota.where,
        {},
        state_plainly(
            {"«\u202f{0}\u202f»\u00a0: il faut au moins {1} de ces personnes, il y en a {2} à coup "
             "sûr\u00a0: complétez audience, ou un rôle avec count et from",
             "\"{0}\": it takes at least {1} of these people and has {2} for certain: add to the "
             "audience, or a role with count and from"},
            {"«\u202f{0}\u202f» doit réunir au moins {1} personnes d’un groupe, et n’est sûr d’en "
             "avoir "
             "que {2}",
             "\"{0}\" has to bring together at least {1} people of a group, and is sure of only "
             "{2}"},
            session,
            *quota.min,
            range.least));
  if (quota.max && range.most > *quota.max)
    c.diagnostics.impossible(
        quota.where,
        {},
        state({"«\u202f{0}\u202f»\u00a0: il faut au plus {1} de ces personnes, il peut y en avoir "
               "{2}",
               "\"{0}\": it takes at most {1} of these people, there may be {2}"},
              session,
              *quota.max,
              range.most));
}

}  // namespace

void check_compositions(Compiling& c) {
  for (std::size_t row = 0; row < c.gathering.sessions.size(); ++row)
    for (const auto& quota : c.gathering.sessions[row].composition) check(c, row, quota);
}

}  // namespace engine
