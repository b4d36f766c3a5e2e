#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/problem/calendar.h"
#include "engine/problem/some_names.h"
#include "engine/problem/steps.h"
#include "engine/problem/who.h"

namespace engine {
namespace {

constexpr Minute kLongPlenary = 30;  ///< attention drops after a meal (a choice)
constexpr Minute kRightAfter = 15;
constexpr int kFewestSpeakers = 3;  ///< of a round table: 3 to 5 (DOMAIN: ribbon.co)

/// Roles that serve a round table without speaking at it.
constexpr std::array<std::string_view, 4> kNotSpeaking{
    "moderator", "scribe", "keynote-listener", "timekeeper"};

void warn_idle(Compiling& c, const Session& session) {
  if (!names_nobody(session.audience) || !session.team.empty() || session.seats) return;
  c.diagnostics.warning(
      session.id.where,
      say({"«\u202f{0}\u202f» n’a ni public ni équipe\u00a0: personne n’est attendu",
           "\"{0}\" has neither audience nor team: nobody is expected"},
          session.id.value));
}

void warn_few_speakers(Compiling& c, const Session& session) {
  if (session.format.value != "round-table" || session.team.empty()) return;
  int speakers = 0;
  for (const auto& role : session.team) {
    const bool silent =
        std::find(kNotSpeaking.begin(), kNotSpeaking.end(), role.name.value) != kNotSpeaking.end();
    if (!silent) speakers += role.open ? role.open->value : static_cast<int>(role.people.size());
  }
  if (speakers < kFewestSpeakers)
    c.diagnostics.warning(
        session.id.where,
        say({"table ronde «\u202f{0}\u202f»\u00a0: {1} sur les {2} personnes au moins "
             "qui font un échange",
             "round table \"{0}\": {1} of the {2} speakers at least that make a "
             "discussion"},
            session.id.value,
            speakers,
            kFewestSpeakers));
}

/// A committee is convened in writing.
void warn_no_email(Compiling& c, std::size_t row) {
  const auto& session = c.gathering.sessions[row];
  if (session.format.value != "committee") return;
  const auto part = c.problem.blocks[c.items[row].first].first_part;
  std::vector<PersonId> without;
  for (const auto person : c.problem.attendees[part])
    if (c.gathering.people[person.index()].email.empty()) without.push_back(person);
  if (!without.empty())
    c.diagnostics.warning(session.id.where,
                          say({"«\u202f{0}\u202f» est une convocation, sans courriel pour {1}",
                               "\"{0}\" is a convocation, with no e-mail for {1}"},
                              session.id.value,
                              some_names(c.gathering, without).by_name));
}

bool is_meal(const Compiling& c, std::size_t item) {
  return item < c.gathering.sessions.size() && c.gathering.sessions[item].format.value == "meal";
}

/// Placed right after a meal by `after` alone.
bool follows_meal_by_order(Compiling& c, const Timing& timing) {
  return std::any_of(timing.after.begin(), timing.after.end(), [&](const After& after) {
    const auto item = c.names.find(Named::Item, after.item.value);
    if (item == kUnknown || !is_meal(c, static_cast<std::size_t>(item))) return false;
    const bool at_once = after.max_gap ? *after.max_gap < kRightAfter : timing.after.size() == 1;
    return at_once && after.gap < kRightAfter && after.gap_days.value_or(0) == 0;
  });
}

/// Placed right after a meal by the clock.
bool follows_meal_by_clock(const Compiling& c, std::size_t row) {
  const auto& p = c.problem;
  const auto mine = p.starts[c.items[row].first];
  if (mine.size() != 1) return false;
  for (std::size_t other = 0; other < c.gathering.sessions.size(); ++other) {
    if (!is_meal(c, other)) continue;
    const auto meal = c.items[other].first;
    if (p.starts[meal].size() != 1) continue;
    const auto wait = mine.front() - (p.starts[meal].front() + p.blocks[meal].minutes);
    if (wait >= 0 && wait < kRightAfter) return true;
  }
  return false;
}

void warn_after_meal(Compiling& c, std::size_t row) {
  const auto& session = c.gathering.sessions[row];
  if (session.format.value != "plenary" || session.minutes.value <= kLongPlenary) return;
  if (!follows_meal_by_order(c, session.timing) && !follows_meal_by_clock(c, row)) return;
  c.diagnostics.warning(
      session.minutes.where,
      say({"plénière de {0} min juste après un repas\u00a0: mieux vaut {1} min au plus, "
           "ou un format plus actif",
           "a plenary of {0} min right after a meal: better {1} min at most, or "
           "something more active"},
          session.minutes.value,
          kLongPlenary));
}

/// Whether a room is open for a minute at least on one day.
bool opens_on(const Compiling& c, RoomId room, const DayHours& day) {
  const auto& row = c.problem.rooms[room];
  auto opens = day.opens;
  auto closes = day.closes;
  if (row.site.exists()) {
    opens = std::max(opens, c.problem.sites[row.site].opens);
    closes = std::min(closes, c.problem.sites[row.site].closes);
  }
  const Interval open{moment_at(day.date, opens), moment_at(day.date, closes)};
  const auto closed = c.problem.room_closed[room];
  return open.from < open.to && std::none_of(closed.begin(), closed.end(), [&](Interval shut) {
           return shut.contains(open);
         });
}

void warn_closed_rooms(Compiling& c) {
  c.problem.rooms.each([&](RoomId room) {
    const bool usable = std::any_of(
        c.days.begin(), c.days.end(), [&](const DayHours& day) { return opens_on(c, room, day); });
    const auto& id = c.gathering.rooms[room.index()].id;
    if (!usable && !c.days.empty())
      c.diagnostics.warning(id.where,
                            say({"«\u202f{0}\u202f» n’est ouverte à aucun moment de l’événement",
                                 "\"{0}\" is not open at any time of the gathering"},
                                id.value));
  });
}

void warn_days_without_rooms(Compiling& c) {
  const auto& rooms = c.problem.rooms;
  if (rooms.empty()) return;
  for (const auto& day : c.gathering.days) {
    bool any = false;
    rooms.each([&](RoomId room) { any = any || opens_on(c, room, day); });
    if (!any)
      c.diagnostics.warning(
          day.where,
          say({"aucune salle n’est ouverte le {0}", "no room is open on {0}"}, iso_date(day.date)));
  }
}

}  // namespace

void warn(Compiling& c) {
  for (std::size_t row = 0; row < c.gathering.sessions.size(); ++row) {
    const auto& session = c.gathering.sessions[row];
    warn_idle(c, session);
    warn_few_speakers(c, session);
    warn_no_email(c, row);
    warn_after_meal(c, row);
  }
  warn_closed_rooms(c);
  warn_days_without_rooms(c);
}

}  // namespace engine
