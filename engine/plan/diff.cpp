#include "engine/plan/diff.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <type_traits>
#include <utility>

#include <fmt/ranges.h>

#include "engine/model/rows.h"
#include "engine/plan/diff_lines.h"
#include "engine/plan/diff_words.h"
#include "engine/plan/sheet_lines.h"

namespace engine {
namespace {

using Ids = std::vector<std::string>;

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// In `a` and not in `b`, sorted.
Ids without(const Ids& a, const Ids& b) {
  Ids rest;
  const auto x = sorted(a);
  const auto y = sorted(b);
  std::set_difference(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(rest));
  return rest;
}

template <class Rows>
Ids keys_of(const Rows& rows) {
  Ids ids;
  for (const auto& row : rows) ids.push_back(row.id.value);
  return ids;
}

/// Calls `f(before, after)` for the rows of one id, in the order of `after`; what only `before` has
/// comes last.
template <class Row, class F>
void each_pair(const std::vector<Row>& before, const std::vector<Row>& after, F f) {
  for (const auto& row : after) f(find_row(before, row.id), &row);
  for (const auto& row : before)
    if (!find_row(after, row.id)) f(&row, static_cast<const Row*>(nullptr));
}

/// "en plus : A ; en moins : B", for the people before and after.
Difference crossing(const DiffWords& words,
                    const SheetLine& line,
                    const std::string& kind,
                    const Ids& before,
                    const Ids& after) {
  const auto came = words.people(without(after, before));
  const auto left = words.people(without(before, after));
  Text change;
  if (left.fr.empty())
    change = say({"en plus\u00a0: {0}", "joining: {0}"}, came);
  else if (came.fr.empty())
    change = say({"en moins\u00a0: {0}", "leaving: {0}"}, left);
  else
    change = say({"en plus\u00a0: {0}\u202f; en moins\u00a0: {1}", "joining: {0}; leaving: {1}"},
                 came,
                 left);
  auto where = words.title(line);
  if (!line.station.empty())
    where = say({"{0}, {1}", "{0}, {1}"}, where, words.names().station(line.item, line.station));
  return {.kind = kind,
          .item = line.item,
          .rotation = line.round >= 0,
          .from = fmt::format("{}", fmt::join(sorted(before), ", ")),
          .to = fmt::format("{}", fmt::join(sorted(after), ", ")),
          .text = say({"{0}\u00a0: {1}", "{0}: {1}"}, where, change),
          .round = line.round,
          .station = line.station};
}

/// "person:role" for everyone in a team.
Ids members(const std::vector<RoleHolders>& team) {
  Ids people;
  for (const auto& holders : team)
    for (const auto& person : holders.people) people.push_back(person + ":" + holders.role);
  return people;
}

SheetLine line_of(const PlannedSession& session) {
  return {.start = session.start,
          .end = session.end,
          .item = session.id,
          .round = -1,
          .station = {},
          .room = session.room,
          .role = {}};
}

/// The item as a whole: from its first round to its last.
SheetLine line_of(const PlannedRotation& rotation) {
  SheetLine line;
  line.item = rotation.id;
  if (rotation.rounds.empty()) return line;
  line.start = rotation.rounds.front().start;
  line.end = rotation.rounds.back().end;
  return line;
}

template <class Item>
void compare_items(const DiffWords& words,
                   const Item* before,
                   const Item* after,
                   std::vector<Difference>& rows) {
  const auto from = before ? line_of(*before) : SheetLine{};
  const auto to = after ? line_of(*after) : SheetLine{};
  if (before && after && from == to) return;
  auto row = compare(words, before ? &from : nullptr, after ? &to : nullptr);
  row.rotation = std::is_same_v<Item, PlannedRotation>;
  rows.push_back(std::move(row));
}

/// Calls `f(round, before, after)` for every station in the rounds that both plans have.
template <class F>
void each_station(const PlannedRotation& before, const PlannedRotation& after, F f) {
  for (std::size_t n = 0; n < std::min(before.rounds.size(), after.rounds.size()); ++n)
    each_pair(before.rounds[n].stations,
              after.rounds[n].stations,
              [&](const PlannedStation* from, const PlannedStation* to) { f(n, from, to); });
}

Difference other_room(const DiffWords& words,
                      const std::string& rotation,
                      const PlannedStation& from,
                      const PlannedStation& to) {
  const auto& names = words.names();
  return {.kind = "room",
          .item = rotation,
          .rotation = true,
          .from = from.room,
          .to = to.room,
          .text = say({"{0}, {1}\u00a0: {2} → {3}", "{0}, {1}: {2} → {3}"},
                      names.item(rotation),
                      names.station(rotation, to.id),
                      names.room(from.room),
                      names.room(to.room))};
}

Difference other_team(const DiffWords& words,
                      const std::string& rotation,
                      const PlannedStation& from,
                      const PlannedStation& to) {
  SheetLine line;
  line.item = rotation;
  line.station = to.id;
  auto row = crossing(words, line, "team", members(from.team), members(to.team));
  row.rotation = true;
  return row;
}

/// Rooms and teams of stations; once for all the rounds in which one changes alike.
void compare_stations(const DiffWords& words,
                      const PlannedRotation& before,
                      const PlannedRotation& after,
                      std::vector<Difference>& rows) {
  std::set<std::string> said;
  const auto add = [&](Difference row) {
    if (said.insert(row.text.fr).second) rows.push_back(std::move(row));
  };
  each_station(before, after, [&](std::size_t, const auto* from, const auto* to) {
    if (!from || !to) return;
    if (from->room != to->room) add(other_room(words, after.id, *from, *to));
    if (from->team != to->team) add(other_team(words, after.id, *from, *to));
  });
}

/// Last rounds that only one of the plans has.
void compare_rounds(const DiffWords& words,
                    const PlannedRotation& before,
                    const PlannedRotation& after,
                    std::vector<Difference>& rows) {
  const bool fewer = after.rounds.size() < before.rounds.size();
  const auto& longer = fewer ? before : after;
  for (auto n = std::min(before.rounds.size(), after.rounds.size()); n < longer.rounds.size();
       ++n) {
    SheetLine line;
    line.item = longer.id;
    line.round = static_cast<int>(n);
    line.start = longer.rounds[n].start;
    line.end = longer.rounds[n].end;
    rows.push_back(compare(words, fewer ? &line : nullptr, fewer ? nullptr : &line));
  }
}

std::vector<Difference> items(const DiffWords& words, const Plan& before, const Plan& after) {
  std::vector<Difference> rows;
  each_pair(before.sessions, after.sessions, [&](const auto* from, const auto* to) {
    compare_items(words, from, to, rows);
    if (!from || !to) return;
    if (from->team != to->team)
      rows.push_back(crossing(words, line_of(*to), "team", members(from->team), members(to->team)));
    if (sorted(from->participants) != sorted(to->participants))
      rows.push_back(crossing(words, line_of(*to), "people", from->participants, to->participants));
  });
  each_pair(before.rotations, after.rotations, [&](const auto* from, const auto* to) {
    compare_items(words, from, to, rows);
    if (!from || !to) return;
    compare_rounds(words, *from, *to, rows);
    compare_stations(words, *from, *to, rows);
  });
  return rows;
}

/// Who joins and who leaves each station of a rotation that both plans have.
std::vector<Difference> crossings(const DiffWords& words,
                                  const PlannedRotation& before,
                                  const PlannedRotation& after) {
  std::vector<Difference> rows;
  each_station(before, after, [&](std::size_t n, const auto* from, const auto* to) {
    const auto was = from ? sorted(from->participants) : Ids{};
    const auto is = to ? sorted(to->participants) : Ids{};
    if (was == is) return;
    SheetLine line;
    line.item = after.id;
    line.round = static_cast<int>(n);
    line.station = to ? to->id : from->id;
    rows.push_back(crossing(words, line, "people", was, is));
  });
  return rows;
}

}  // namespace

PlanDiff diff(const PlanOf& before, const PlanOf& after) {
  const DiffWords words(before, after);
  const auto& names = words.names();
  PlanDiff found;
  found.items = items(words, before.plan, after.plan);
  found.people = compare_all(words,
                             keys_of(after.gathering.people),
                             lines_by_person(before.plan),
                             lines_by_person(after.plan),
                             [&](const std::string& id) { return names.person(id); });
  found.rooms = compare_all(words,
                            keys_of(after.gathering.rooms),
                            lines_by_room(before.plan),
                            lines_by_room(after.plan),
                            [&](const std::string& id) { return names.room(id); });
  for (const auto& rotation : after.plan.rotations) {
    const auto* old = find_row(before.plan.rotations, rotation.id);
    if (!old) continue;
    auto rows = crossings(words, *old, rotation);
    if (!rows.empty())
      found.groups.push_back({rotation.id, names.item(rotation.id), std::move(rows)});
  }
  return found;
}

}  // namespace engine
