#include "data/write/exports/calendar.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace data {
namespace {

using engine::say;
using Kind = CalendarOf::Kind;

bool contains(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool is_there(const Happening& one, const std::string& person) {
  return contains(*one.participants, person) ||
         std::any_of(one.team->begin(), one.team->end(), [&](const engine::RoleHolders& role) {
           return contains(role.people, person);
         });
}

bool belongs(const Happening& one, const CalendarOf& whose) {
  if (whose.kind == Kind::Person) return is_there(one, whose.id);
  return whose.kind == Kind::Gathering || one.room == whose.id;
}

void add_line(std::string& text, const std::string& line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// Writes the events of one calendar: what happens at once in one round is one event.
class EventWriter {
 public:
  EventWriter(const Programme& programme, const CalendarOf& whose)
      : programme_(programme), whose_(whose) {}

  [[nodiscard]] std::vector<CalendarEvent> write() const {
    std::vector<CalendarEvent> events;
    const auto& all = programme_.happenings();
    for (auto from = all.begin(); from != all.end();) {
      std::vector<const Happening*> together;
      auto to = from;  // the stations of a round follow one another
      for (; to != all.end() && to->item == from->item && to->round == from->round; ++to)
        if (belongs(*to, whose_)) together.push_back(&*to);
      if (!together.empty()) events.push_back(event(together));
      from = to;
    }
    return events;
  }

 private:
  [[nodiscard]] CalendarEvent event(const std::vector<const Happening*>& together) const {
    const auto& one = *together.front();
    CalendarEvent event;
    event.key =
        one.round < 0 ? "session/" + one.item : fmt::format("rotation/{}/{}", one.item, one.round);
    if (whose_.kind == Kind::Person) event.key += "/person/" + whose_.id;
    if (whose_.kind == Kind::Room) event.key += "/room/" + whose_.id;
    event.start = one.start;
    event.end = one.end;
    event.zone = programme_.gathering().timezone;
    event.summary = together.size() == 1 ? programme_.full_title(one) : programme_.round_title(one);
    event.location = location(together);
    event.description = together.size() == 1 ? about(one) : stations(together);
    event.category = programme_.format_name(one.format);
    const auto* site = programme_.site_of(one.room);
    if (site != nullptr && site->latitude && site->longitude)
      event.position.emplace(*site->latitude, *site->longitude);
    return event;
  }

  [[nodiscard]] std::string location(const std::vector<const Happening*>& together) const {
    std::vector<std::string> rooms;
    for (const auto* one : together)
      if (!one->room.empty() && !contains(rooms, one->room)) rooms.push_back(one->room);
    if (rooms.size() == 1) return programme_.place(rooms.front());
    std::vector<std::string> names;
    for (const auto& room : rooms) names.push_back(programme_.room(room));
    return joined(names);
  }

  [[nodiscard]] std::string about(const Happening& one) const {
    std::string text;
    for (const auto& role : programme_.team(one))
      add_line(
          text,
          fill({"{0}\u00a0: {1}", "{0}: {1}"}, engine::capital(role.role), joined(role.names)));
    if (whose_.kind == Kind::Person) add_line(text, own_role(one));
    for (const auto& phase : programme_.phases(one))
      add_line(text, fmt::format("{} ({}\u00a0min)", phase.title, phase.minutes));
    return text;
  }

  [[nodiscard]] std::string own_role(const Happening& one) const {
    std::vector<std::string> roles;
    for (const auto& role : *one.team)
      if (contains(role.people, whose_.id)) roles.push_back(programme_.role_name(role.role));
    if (roles.empty()) return {};
    return fill({"Votre rôle\u00a0: {0}", "Your role: {0}"}, joined(roles));
  }

  [[nodiscard]] std::string stations(const std::vector<const Happening*>& together) const {
    std::string text;
    for (const auto* one : together) {
      auto line = one->station_title;
      if (!one->room.empty() && programme_.room(one->room) != line)
        line += " · " + programme_.room(one->room);
      std::vector<std::string> names;
      for (const auto& role : programme_.team(*one))
        names.insert(names.end(), role.names.begin(), role.names.end());
      if (!names.empty()) line += " (" + joined(names) + ")";
      add_line(text, line);
    }
    return text;
  }

  template <class... Args>
  [[nodiscard]] std::string fill(const engine::Words& words, const Args&... args) const {
    return say(words, args...).in(programme_.language());
  }

  const Programme& programme_;
  const CalendarOf& whose_;
};

}  // namespace

std::vector<CalendarEvent> calendar_events(const Programme& programme, const CalendarOf& whose) {
  return EventWriter(programme, whose).write();
}

void CalendarHistory::add(engine::Instant made, const std::vector<CalendarEvent>& events) {
  std::set<std::string> present;
  for (const auto& event : events) {
    present.insert(event.key);
    const auto [place, is_new] = events_.try_emplace(event.key);
    auto& tracked = place->second;
    if (is_new) {
      tracked = {.event = event, .sequence = 0, .cancelled = false, .first = made, .changed = made};
    } else if (tracked.cancelled || tracked.event != event) {
      tracked.event = event;
      tracked.cancelled = false;
      tracked.changed = made;
      ++tracked.sequence;
    }
  }
  for (auto& [key, tracked] : events_) {
    if (tracked.cancelled || present.count(key) != 0) continue;
    tracked.cancelled = true;
    tracked.changed = made;
    ++tracked.sequence;
  }
}

std::vector<TrackedEvent> CalendarHistory::events() const {
  std::vector<TrackedEvent> list;
  for (const auto& [key, tracked] : events_) list.push_back(tracked);
  std::stable_sort(list.begin(), list.end(), [](const TrackedEvent& a, const TrackedEvent& b) {
    return std::tie(a.event.start, a.event.end, a.event.key) <
           std::tie(b.event.start, b.event.end, b.event.key);
  });
  return list;
}

}  // namespace data
