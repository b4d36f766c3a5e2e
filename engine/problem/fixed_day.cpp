#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/problem/some_names.h"
#include "engine/problem/steps.h"
#include "engine/problem/travel.h"

namespace engine {
namespace {

/// A part whose start is settled before any search.
struct Settled {
  PartId part;
  BlockId block;
  Interval time;
};

/// What two settled blocks do to the people they share.
struct Clash {
  Minute minutes = 0;  ///< too many
  std::int32_t people = 0;
  PersonId first;
};

using BlockPair = std::pair<BlockId, BlockId>;  ///< the earlier first

std::vector<Settled> settled_parts(const Problem& p) {
  std::vector<Settled> list;
  p.parts.each([&](PartId part) {
    const auto& row = p.parts[part];
    if (p.starts[row.block].size() != 1) return;
    const auto from = p.starts[row.block].front() + row.offset;
    list.push_back({part, row.block, {from, from + row.minutes}});
  });
  std::stable_sort(
      list.begin(), list.end(), [](const Settled& a, const Settled& b) { return a.time < b.time; });
  return list;
}

/// Where everyone in a part is, or none when it may be here or there.
PlaceId place_of(const Problem& p, PartId part) {
  PlaceId place;
  for (std::int32_t i = 0; i < p.parts[part].activity_count; ++i) {
    const auto rooms = p.room_choices[ActivityId{p.parts[part].first_activity.value + i}];
    if (rooms.size() != 1) return {};
    const auto here = p.rooms[rooms.front()].place;
    if (place.exists() && place != here) return {};
    place = here;
  }
  return place;
}

Minute travel_between(const Compiling& c, PartId from, PartId to) {
  const auto& p = c.problem;
  if (!c.is_hard(RuleId::TravelTime)) return 0;
  return std::max(0, minutes_between(p, place_of(p, from), place_of(p, to)));
}

/// Clashes of everyone's own settled parts, by overlap or by the way from one to the next.
class PeopleClashes {
 public:
  explicit PeopleClashes(const Compiling& c) {
    std::vector<const Settled*> last(c.problem.people);
    const auto settled = settled_parts(c.problem);
    for (const auto& now : settled)
      for (const auto person : c.problem.attendees[now.part]) {
        const auto* before = last[person.index()];
        if (before != nullptr && before->block != now.block) note(c, person, *before, now);
        if (before == nullptr || before->time.to < now.time.to) last[person.index()] = &now;
      }
  }

  std::map<BlockPair, Clash> overlaps;
  std::map<BlockPair, Clash> journeys;

 private:
  void note(const Compiling& c, PersonId person, const Settled& before, const Settled& now) {
    const auto gap = now.time.from - before.time.to;
    const BlockPair pair{before.block, now.block};
    if (gap < 0) return count(overlaps[pair], -gap, person);
    const auto way = travel_between(c, before.part, now.part);
    if (gap < way) count(journeys[pair], way - gap, person);
  }

  static void count(Clash& clash, Minute minutes, PersonId person) {
    if (clash.people++ == 0) clash.first = person;
    clash.minutes = std::max(clash.minutes, minutes);
  }
};

/// "Ana Diallo", "Ana Diallo et 11 autres".
Statement those_in(const Compiling& c, const Clash& clash) {
  const auto first = some_names(c.gathering, {clash.first});
  if (clash.people == 1) return first;
  return state({"{0} et {1} {1:autre|autres}", "{0} and {1} more"}, first, clash.people - 1);
}

Where place_written(const Compiling& c, BlockId block) {
  const auto item = c.item_of(block);
  const auto& start = c.timing_of(item).start;
  return start ? start->where : c.id_of(item).where;
}

Minute start_of(const Problem& p, BlockId block) {
  return p.starts[block].front();
}

/// "table-ronde (09:00–10:15)".
Statement with_hours(const Compiling& c, BlockId block) {
  const auto from = start_of(c.problem, block);
  return state_plainly({"{0} ({1}–{2})", "{0} ({1}–{2})"},
                       {"«\u202f{0}\u202f» ({1}–{2})", "\"{0}\" ({1}–{2})"},
                       c.named_item(c.item_of(block)),
                       clock_text(from),
                       clock_text(from + c.problem.blocks[block].minutes));
}

void complain_of_overlaps(Compiling& c, const std::map<BlockPair, Clash>& overlaps) {
  for (const auto& [pair, clash] : overlaps)
    c.diagnostics.impossible(
        place_written(c, pair.second),
        {RuleId::PersonOverlap},
        state({"la journée ne tombe pas juste\u00a0: {0} et {1} se chevauchent de {2} min "
               "pour {3}",
               "the day does not add up: {0} and {1} overlap by {2} min for {3}"},
              with_hours(c, pair.first),
              with_hours(c, pair.second),
              clash.minutes,
              those_in(c, clash)));
}

void complain_of_journeys(Compiling& c, const std::map<BlockPair, Clash>& journeys) {
  for (const auto& [pair, clash] : journeys)
    c.diagnostics.impossible(
        place_written(c, pair.second),
        {RuleId::TravelTime},
        state(
            {"la journée ne tombe pas juste\u00a0: de {0} à {1}, il manque {2} min de trajet pour "
             "{3}",
             "the day does not add up: from {0} to {1}, {3} lacks {2} min for the journey"},
            with_hours(c, pair.first),
            with_hours(c, pair.second),
            clash.minutes,
            those_in(c, clash)));
}

/// One settled use of a room that is the only choice, with setup and teardown.
struct RoomUse {
  RoomId room;
  Interval time;
  BlockId block;
};

std::vector<RoomUse> settled_uses(const Problem& p) {
  std::vector<RoomUse> uses;
  for (const auto& settled : settled_parts(p)) {
    const auto& part = p.parts[settled.part];
    for (std::int32_t i = 0; i < part.activity_count; ++i) {
      const auto rooms = p.room_choices[ActivityId{part.first_activity.value + i}];
      if (rooms.size() != 1 || p.rooms[rooms.front()].shared) continue;
      uses.push_back({rooms.front(),
                      {settled.time.from - part.setup, settled.time.to + part.teardown},
                      settled.block});
    }
  }
  std::stable_sort(uses.begin(), uses.end(), [](const RoomUse& a, const RoomUse& b) {
    return std::pair(a.room, a.time) < std::pair(b.room, b.time);
  });
  return uses;
}

void complain_of_rooms(Compiling& c, std::set<BlockPair>& said) {
  const auto uses = settled_uses(c.problem);
  const RoomUse* last = nullptr;
  for (const auto& use : uses) {
    if (last != nullptr && last->room == use.room) {
      const auto excess = last->time.to + c.problem.rooms[use.room].setup - use.time.from;
      const bool other = c.item_of(last->block) != c.item_of(use.block);
      if (excess > 0 && other && said.insert({last->block, use.block}).second)
        c.diagnostics.impossible(
            place_written(c, use.block),
            {RuleId::RoomOverlap},
            state_plainly({"la journée ne tombe pas juste\u00a0: {0} et {1} sont dans la même "
                           "salle, «\u202f{2}\u202f», {3} min de trop (mise en place comprise)",
                           "the day does not add up: {0} and {1} are in the same room, "
                           "\"{2}\", {3} min too many (setting up included)"},
                          {"la journée ne tombe pas juste\u00a0: {0} et {1} se disputent "
                           "«\u202f{2}\u202f» pendant {3} min (mise en place comprise)",
                           "the day does not add up: {0} and {1} both need \"{2}\" "
                           "for {3} min (setting up included)"},
                          with_hours(c, last->block),
                          with_hours(c, use.block),
                          named(c.gathering.rooms[use.room.index()]),
                          excess));
    }
    if (last == nullptr || last->room != use.room || last->time.to < use.time.to) last = &use;
  }
}

void complain_of_order(Compiling& c, const std::set<BlockPair>& said) {
  const auto& p = c.problem;
  for (const auto& row : p.precedences) {
    if (p.starts[row.earlier].size() != 1 || p.starts[row.later].size() != 1) continue;
    const auto end = start_of(p, row.earlier) + p.blocks[row.earlier].minutes;
    const auto excess = end + row.gap - start_of(p, row.later);
    if (excess <= 0 || said.contains({row.earlier, row.later}) || row.earlier == row.later)
      continue;
    c.diagnostics.impossible(
        place_written(c, row.later),
        {RuleId::Precedence},
        state_plainly(
            {"la journée ne tombe pas juste\u00a0: {1} vient après {0}, il manque {2} "
             "min",
             "the day does not add up: {1} comes after {0}, {2} min are missing"},
            {"la journée ne tombe pas juste\u00a0: {1} vient après {0}, et commence {2} min "
             "trop tôt",
             "the day does not add up: {1} comes after {0}, and begins {2} min too early"},
            with_hours(c, row.earlier),
            with_hours(c, row.later),
            excess));
  }
}

}  // namespace

void check_fixed_day(Compiling& c) {
  std::set<BlockPair> said;
  if (c.is_hard(RuleId::PersonOverlap)) {
    const PeopleClashes clashes(c);
    complain_of_overlaps(c, clashes.overlaps);
    complain_of_journeys(c, clashes.journeys);
    for (const auto& [pair, clash] : clashes.overlaps) said.insert(pair);
  }
  if (c.is_hard(RuleId::RoomOverlap)) complain_of_rooms(c, said);
  if (c.is_hard(RuleId::Precedence)) complain_of_order(c, said);
}

}  // namespace engine
