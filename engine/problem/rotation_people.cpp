#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "engine/problem/rotation_checks.h"
#include "engine/problem/some_names.h"
#include "engine/problem/sorted.h"

namespace engine {
namespace {

/// A rotation with participants beside its compiled row.
struct Seated {
  const Rotation& rotation;
  const RotationRow& row;
};

/// Hosts stay at their station, so they cannot go round as well, unless it rests in some rounds.
void check_hosts(Compiling& c, const Seated& r) {
  std::vector<PersonId> said;
  for (std::size_t s = 0; s < r.rotation.stations.size(); ++s) {
    const auto& station = r.rotation.stations[s];
    if (r.row.runs[s] < r.row.rounds && r.row.pattern != Pattern::Carousel) continue;
    for (const auto& role : station.team)
      for (const auto& key : role.people) {
        const PersonId person{c.names.find(Named::Person, key.value)};
        const bool known = std::find(said.begin(), said.end(), person) != said.end();
        if (!person.exists() || known || !has(r.row.participants, person)) continue;
        said.push_back(person);
        c.diagnostics.impossible(
            key.where,
            {},
            state_plainly({"«\u202f{0}\u202f» tient un poste de «\u202f{1}\u202f» et y "
                           "participe aussi\u00a0: "
                           "retirez «\u202f{0}\u202f» de participants",
                           "\"{0}\" holds a station of \"{1}\" and takes part in it too: "
                           "take \"{0}\" out of participants"},
                          {"{0} tient un poste de «\u202f{1}\u202f» et y participe aussi, au même "
                           "moment",
                           "{0} holds a station of \"{1}\" and takes part in it too, at the same "
                           "time"},
                          c.named_person(person),
                          named(r.rotation)));
      }
  }
}

/// Stations take place at the same time: nobody is named in the teams of two.
void check_two_stations(Compiling& c, const Seated& r) {
  std::vector<std::pair<PersonId, std::size_t>> held;
  for (std::size_t s = 0; s < r.rotation.stations.size(); ++s)
    for (const auto& role : r.rotation.stations[s].team)
      for (const auto& key : role.people) {
        const PersonId person{c.names.find(Named::Person, key.value)};
        if (!person.exists()) continue;
        const auto before = std::find_if(
            held.begin(), held.end(), [&](const auto& h) { return h.first == person; });
        if (before == held.end()) {
          held.emplace_back(person, s);
        } else if (before->second != s) {
          c.diagnostics.impossible(
              key.where,
              {RuleId::PersonOverlap},
              state_plainly(
                  {"«\u202f{0}\u202f» tient déjà le poste «\u202f{1}\u202f», au "
                   "même moment\u00a0: une personne, un poste",
                   "\"{0}\" holds the station \"{1}\" already, at the same time: "
                   "one person, one station"},
                  {"{0} devrait tenir deux postes de «\u202f{3}\u202f» au même "
                   "moment\u00a0: «\u202f{1}\u202f» et «\u202f{2}\u202f»",
                   "{0} would hold two stations of \"{3}\" at the same time: \"{1}\" and \"{2}\""},
                  c.named_person(person),
                  named(r.rotation.stations[before->second]),
                  named(r.rotation.stations[s]),
                  named(r.rotation)));
        }
      }
}

/// Position → lowest position of those kept together.
std::vector<std::int32_t> bundles(const RotationRow& row) {
  std::vector<std::int32_t> lead(row.participants.size());
  std::iota(lead.begin(), lead.end(), 0);
  for (const auto& set : row.together)
    for (const auto one : set) lead[static_cast<std::size_t>(one)] = set.front();
  return lead;
}

Where place_of_set(const std::vector<Key>& keys) {
  return keys.empty() ? Where{} : keys[0].where;
}

Statement named_person(const Compiling& c, const Key& known) {
  return c.named_person({c.names.find(Named::Person, known.value)});
}

/// Two people of an `apart` set whom `together` joins.
void check_contradictions(Compiling& c, const Seated& r) {
  const auto lead = bundles(r.row);
  const auto leader = [&](const Key& key) {
    const PersonId person{c.names.find(Named::Person, key.value)};
    if (!has(r.row.participants, person)) return kUnknown;
    const auto found =
        std::lower_bound(r.row.participants.begin(), r.row.participants.end(), person);
    return lead[static_cast<std::size_t>(found - r.row.participants.begin())];
  };
  for (const auto& keys : r.rotation.apart)
    for (std::size_t b = 1; b < keys.size(); ++b)
      for (std::size_t a = 0; a < b; ++a) {
        if (keys[a].value == keys[b].value || leader(keys[a]) == kUnknown ||
            leader(keys[a]) != leader(keys[b]))
          continue;
        c.diagnostics.impossible(
            keys[b].where,
            {RuleId::Together, RuleId::Apart},
            state_plainly(
                {"together réunit «\u202f{0}\u202f» et «\u202f{1}\u202f», apart les sépare",
                 "together joins \"{0}\" and \"{1}\", apart parts them"},
                {"dans «\u202f{2}\u202f», {0} et {1} sont à la fois à réunir et à séparer",
                 "in \"{2}\", {0} and {1} are to be kept together and kept apart"},
                named_person(c, keys[a]),
                named_person(c, keys[b]),
                named(r.rotation)));
      }
}

std::vector<PersonId> people_of(const Compiling& c, const std::vector<Key>& keys) {
  std::vector<PersonId> people;
  for (const auto& key : keys) {
    const PersonId person{c.names.find(Named::Person, key.value)};
    if (person.exists()) people.push_back(person);
  }
  return people;
}

/// At these positions among the participants.
std::vector<PersonId> people_at(const RotationRow& row, const std::vector<std::int32_t>& set) {
  std::vector<PersonId> people;
  for (const auto position : set)
    people.push_back(row.participants[static_cast<std::size_t>(position)]);
  return people;
}

/// Of the first set written with one of these people, who are in ascending order.
Where place_of_any(const Compiling& c,
                   const std::vector<std::vector<Key>>& sets,
                   const std::vector<PersonId>& people) {
  const auto with_one = [&](const std::vector<Key>& keys) {
    const auto known = people_of(c, keys);
    return std::any_of(known.begin(), known.end(), [&](auto one) { return has(people, one); });
  };
  const auto found = std::find_if(sets.begin(), sets.end(), with_one);
  return found == sets.end() ? Where{} : place_of_set(*found);
}

void check_set_sizes(Compiling& c, const Seated& r) {
  const auto& round = c.problem.parts[r.row.parts.front()];
  std::int32_t largest = 0;
  for (std::int32_t station = 0; station < round.activity_count; ++station) {
    const ActivityId activity{round.first_activity.value + station};
    largest = std::max(largest, c.problem.activities[activity].max_people);
  }
  for (const auto& set : r.row.together)
    if (static_cast<std::int32_t>(set.size()) > largest) {
      const auto people = people_at(r.row, set);
      c.diagnostics.impossible(
          place_of_any(c, r.rotation.together, people),
          {RuleId::StationCapacity, RuleId::Together},
          state_plainly(
              {"together réunit {0} ({1} {1:personne|personnes})\u202f; le plus grand poste en "
               "accueille {2}",
               "together joins {0} ({1} {1:person|people}); the largest station takes {2}"},
              {"dans «\u202f{3}\u202f», {1} {1:personne|personnes} sont à réunir ({0})\u202f; le "
               "plus "
               "grand poste en accueille {2}",
               "in \"{3}\", {1} {1:person|people} are to be kept together ({0}); the largest "
               "station "
               "takes {2}"},
              some_names(c.gathering, people),
              set.size(),
              largest,
              named(r.rotation)));
    }
  for (const auto& keys : r.rotation.apart)
    if (keys.size() > r.rotation.stations.size())
      c.diagnostics.impossible(
          place_of_set(keys),
          {RuleId::Apart},
          state_plainly(
              {"apart sépare {0} ({1} {1:personne|personnes})\u202f; il y a {2} {2:poste|postes}",
               "apart parts {0} ({1} {1:person|people}); there {2:is|are} {2} "
               "{2:station|stations}"},
              {"dans «\u202f{3}\u202f», {1} {1:personne|personnes} sont à séparer les unes des "
               "autres "
               "({0})\u202f; il n’y a que {2} {2:poste|postes}",
               "in \"{3}\", {1} {1:person|people} are to be kept apart ({0}); there {2:is|are} "
               "only "
               "{2} {2:station|stations}"},
              some_names(c.gathering, people_of(c, keys)),
              keys.size(),
              r.rotation.stations.size(),
              named(r.rotation)));
}

}  // namespace

void check_companions(Compiling& c, RotationId id) {
  const Seated r{c.gathering.rotations[id.index()], c.problem.rotations[id]};
  check_hosts(c, r);
  check_two_stations(c, r);
  check_contradictions(c, r);
  check_set_sizes(c, r);
}

}  // namespace engine
