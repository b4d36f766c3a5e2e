#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

#include "engine/problem/able.h"
#include "engine/problem/some_names.h"
#include "engine/problem/steps.h"

namespace engine {
namespace {

PartTimes times_of(const PartRow& part) {
  const auto end = part.offset + part.minutes;
  return {{part.offset, end}, {part.offset - part.setup, end + part.teardown}};
}

bool part_can(const Compiling& c, PartId part, Minute start) {
  const auto& row = c.problem.parts[part];
  const auto times = times_of(row);
  const auto at = moved(times, start);
  for (std::int32_t i = 0; i < row.activity_count; ++i) {
    const ActivityId activity{row.first_activity.value + i};
    const auto rooms = c.problem.room_choices[activity];
    const bool some = std::any_of(rooms.begin(), rooms.end(), [&](RoomId room) {
      return room_can(c, c.problem.room_windows[activity], room, at);
    });
    if (!rooms.empty() && !some) return false;
  }
  return true;
}

bool block_can(const Compiling& c, BlockId block, Minute start) {
  const auto& row = c.problem.blocks[block];
  for (std::int32_t i = 0; i < row.part_count; ++i)
    if (!part_can(c, {row.first_part.value + i}, start)) return false;
  return true;
}

/// The rooms of one use, where no start finds one of them open.
std::vector<RoomId> rooms_shut(const Compiling& c, BlockId block, const PartRow& part, int nth) {
  const ActivityId activity{part.first_activity.value + nth};
  const auto rooms = c.problem.room_choices[activity];
  const auto starts = c.problem.starts[block];
  const bool opens = std::any_of(rooms.begin(), rooms.end(), [&](RoomId room) {
    return std::any_of(starts.begin(), starts.end(), [&](Minute start) {
      return room_can(c, c.problem.room_windows[activity], room, moved(times_of(part), start));
    });
  });
  if (opens) return {};
  return {rooms.begin(), rooms.end()};
}

/// All of the block's; where it is each start that lacks another room, none.
std::vector<RoomId> rooms_shut(const Compiling& c, BlockId block) {
  std::set<RoomId> shut;
  const auto& row = c.problem.blocks[block];
  for (std::int32_t p = 0; p < row.part_count; ++p) {
    const auto& part = c.problem.parts[PartId{row.first_part.value + p}];
    for (std::int32_t nth = 0; nth < part.activity_count; ++nth)
      for (const auto room : rooms_shut(c, block, part, nth)) shut.insert(room);
  }
  return {shut.begin(), shut.end()};
}

/// What is said of them: empty where there are none.
Statement shut_in_words(const Compiling& c, const std::vector<RoomId>& shut) {
  if (shut.empty()) return {};
  return state({"\u202f; {1:salle fermée|salles fermées} alors\u00a0: {0}",
                "; {1:room|rooms} closed then: {0}"},
               some_rooms(c.gathering, shut),
               shut.size());
}

/// Of the rooms written for an item, the first; the item itself when none is.
Where place_of_rooms(const Compiling& c, BlockId block) {
  const auto& row = c.problem.blocks[block];
  const auto& g = c.gathering;
  if (row.session >= 0) {
    const auto& session = g.sessions[static_cast<std::size_t>(row.session)];
    return session.rooms.empty() ? session.id.where : session.rooms.front().room.where;
  }
  const auto& rotation = g.rotations[row.rotation.index()];
  for (const auto& station : rotation.stations)
    if (!station.rooms.empty()) return station.rooms.front().room.where;
  return rotation.id.where;
}

void check_rooms(Compiling& c, BlockId block) {
  const auto starts = c.problem.starts[block];
  const bool possible = std::any_of(
      starts.begin(), starts.end(), [&](Minute start) { return block_can(c, block, start); });
  if (possible || starts.empty()) return;
  c.diagnostics.impossible(
      place_of_rooms(c, block),
      {},
      state_plainly(
          {"«\u202f{0}\u202f»\u00a0: aucune des salles possibles n’est ouverte à une heure "
           "possible (closed, windows, heures du site){1}",
           "\"{0}\": none of the possible rooms is open at a possible time "
           "(closed, windows, hours of the site){1}"},
          {"«\u202f{0}\u202f» n’a aucune salle ouverte à une heure possible{1}",
           "\"{0}\" has no room open at a possible time{1}"},
          c.named_item(c.item_of(block)),
          shut_in_words(c, rooms_shut(c, block))));
}

bool can_come(const Compiling& c, PersonId person, PartId part) {
  const auto& row = c.problem.parts[part];
  return can_come(c, person, c.problem.starts[row.block], times_of(row).held);
}

const std::vector<Role>& roles_of(const Compiling& c, ActivityId activity) {
  const auto& row = c.problem.activities[activity];
  const auto& block = c.problem.blocks[c.problem.parts[row.part].block];
  if (row.station < 0) return c.gathering.sessions[static_cast<std::size_t>(block.session)].team;
  return c.gathering.rotations[block.rotation.index()]
      .stations[static_cast<std::size_t>(row.station)]
      .team;
}

void check_named(Compiling& c, const Role& role, PartId part) {
  for (const auto& key : role.people) {
    const PersonId person{c.names.find(Named::Person, key.value)};
    if (!person.exists() || can_come(c, person, part)) continue;
    c.diagnostics.impossible(
        key.where,
        {RuleId::PersonUnavailable},
        state_plainly(
            {"«\u202f{0}\u202f» n’est jamais disponible quand «\u202f{1}\u202f» peut avoir lieu "
             "(available)",
             "\"{0}\" is never available when \"{1}\" can take place (available)"},
            {"{0} n’est jamais disponible quand «\u202f{1}\u202f» peut avoir lieu",
             "{0} is never available when \"{1}\" can take place"},
            c.named_person(person),
            c.named_item(c.item_of(c.problem.parts[part].block))));
  }
}

void check_open(Compiling& c, const Role& role, std::span<const PersonId> pool, PartId part) {
  const auto able = std::count_if(
      pool.begin(), pool.end(), [&](PersonId person) { return can_come(c, person, part); });
  if (able >= role.open->value) return;
  c.diagnostics.impossible(
      role.open->where,
      {RuleId::PersonUnavailable},
      state_plainly(
          {"personne pour tenir le rôle «\u202f{0}\u202f»\u00a0: il faut {1} "
           "{1:personne|personnes}, {2} sur "
           "{3} {2:est disponible|sont disponibles} aux heures possibles",
           "nobody to hold the role \"{0}\": it takes {1} {1:person|people}, {2} of {3} {2:is|are} "
           "available at the possible times"},
          {"le rôle «\u202f{0}\u202f» de «\u202f{4}\u202f» demande {1} "
           "{1:personne|personnes}\u202f; "
           "{2} sur {3} {2:est disponible|sont disponibles} aux heures possibles",
           "the role \"{0}\" of \"{4}\" takes {1} {1:person|people}; {2} of {3} {2:is|are} "
           "available at the possible times"},
          role.name.value,
          role.open->value,
          able,
          pool.size(),
          c.named_item(c.item_of(c.problem.parts[part].block))));
}

/// A station that rests in some rounds may rest when its team is away.
bool always_takes_place(const Compiling& c, ActivityId activity) {
  const auto& row = c.problem.activities[activity];
  if (row.station < 0) return true;
  const auto& rotation = c.problem.rotations[c.problem.parts[row.part].rotation];
  return rotation.runs[static_cast<std::size_t>(row.station)] == rotation.rounds;
}

void check_team(Compiling& c, ActivityId activity) {
  if (c.problem.activities[activity].max_people == 0) return;  // closed for this round
  const auto part = c.problem.activities[activity].part;
  const auto& roles = roles_of(c, activity);
  for (const auto& role : roles)
    if (!role.open) check_named(c, role, part);
  std::int32_t last = -1;  // places of one role follow one another and share a pool
  for (const auto slot : c.problem.slots_of[activity]) {
    const auto role = c.problem.slots[slot].role;
    if (role != last)
      check_open(c, roles[static_cast<std::size_t>(role)], c.problem.pools[slot], part);
    last = role;
  }
}

}  // namespace

void check_possible(Compiling& c) {
  c.problem.blocks.each([&](BlockId block) { check_rooms(c, block); });
  if (!c.is_hard(RuleId::PersonUnavailable)) return;
  c.problem.activities.each([&](ActivityId activity) {
    // of a rotation, the first round speaks for all
    const bool later_round = c.problem.parts[c.problem.activities[activity].part].round > 0;
    if (!later_round && always_takes_place(c, activity)) check_team(c, activity);
  });
}

}  // namespace engine
