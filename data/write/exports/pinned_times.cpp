#include "data/write/exports/pinned_times.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace data {
namespace {

using engine::Interval;
using engine::Minute;
using engine::When;
using engine::Window;

When when_of(Minute moment) {
  return {.day = engine::day_of(moment), .clock = engine::clock_of(moment)};
}

/// Whether [from, to] lies in the window, on its day or on any.
bool inside(const Window& window, Interval time) {
  const auto date = engine::day_of(time.from);
  return engine::moment_at(window.from.day.value_or(date), window.from.clock) <= time.from &&
         time.to <= engine::moment_at(window.to.day.value_or(date), window.to.clock);
}

void drop_what_is_not_kept(engine::Timing& timing, const std::vector<Interval>& times) {
  const auto keeps = [&](const auto& holds) {
    return std::all_of(times.begin(), times.end(), holds);
  };
  if (timing.day && !keeps([&](Interval t) { return engine::day_of(t.from) == timing.day->value; }))
    timing.day.reset();
  if (timing.window && !keeps([&](Interval t) { return inside(*timing.window, t); }))
    timing.window.reset();
  const bool windows = keeps([&](Interval t) {
    return std::any_of(timing.windows.begin(), timing.windows.end(), [&](const auto& window) {
      return inside(window, t);
    });
  });
  if (!windows) timing.windows.clear();
}

/// First start and last end of what a person has in the plan; from > to: nothing.
struct Stay {
  Interval time{INT32_MAX, INT32_MIN};

  void add(Minute start, Minute end) {
    time.from = std::min(time.from, start);
    time.to = std::max(time.to, end);
  }
};

template <class Place>
bool is_at(const Place& place, const std::string& person) {
  const auto in = [&](const std::vector<std::string>& people) {
    return std::find(people.begin(), people.end(), person) != people.end();
  };
  return in(place.participants) || std::any_of(place.team.begin(),
                                               place.team.end(),
                                               [&](const auto& role) { return in(role.people); });
}

Stay stay_of(const engine::Plan& plan, const std::string& person) {
  Stay stay;
  for (const auto& session : plan.sessions)
    if (is_at(session, person)) stay.add(session.start, session.end);
  for (const auto& rotation : plan.rotations)
    for (const auto& round : rotation.rounds)
      for (const auto& station : round.stations)
        // The file has a person take part in all rounds or in none.
        if (is_at(station, person)) stay.add(rotation.rounds.front().start, round.end);
  return stay;
}

/// The end of the last use of a room, its teardown included; `from` when there is none.
Minute last_use(const engine::Gathering& gathering,
                const engine::Plan& plan,
                const std::string& room,
                Minute from) {
  for (const auto& planned : plan.sessions) {
    if (planned.room != room) continue;
    for (const auto& session : gathering.sessions)
      if (session.id.value == planned.id) from = std::max(from, planned.end + session.teardown);
  }
  for (const auto& rotation : plan.rotations)
    for (const auto& round : rotation.rounds)
      for (const auto& station : round.stations)
        if (station.room == room) from = std::max(from, round.end);
  return from;
}

/// The windows cut to `stay`; those without days are written for each day they touch.
std::vector<Window> cut(const engine::Gathering& gathering,
                        const std::vector<Window>& windows,
                        Interval stay) {
  std::vector<Window> list;
  const auto add = [&](Interval time) {
    const Interval kept{std::max(time.from, stay.from), std::min(time.to, stay.to)};
    if (kept.from < kept.to)
      list.push_back({.from = when_of(kept.from), .to = when_of(kept.to), .where = {}});
  };
  if (windows.empty()) add(stay);
  for (const auto& window : windows) {
    const auto on = [&](engine::Day date) {
      add({engine::moment_at(window.from.day.value_or(date), window.from.clock),
           engine::moment_at(window.to.day.value_or(date), window.to.clock)});
    };
    if (window.from.day)
      on(*window.from.day);
    else
      for (const auto& day : gathering.days) on(day.date);
  }
  return list;
}

void limit_people(engine::Gathering& gathering,
                  const engine::Plan& plan,
                  const InForce& in_force,
                  Interval all) {
  for (auto& person : gathering.people) {
    const auto& id = person.id.value;
    const auto late = in_force.late.find(id);
    const bool out = in_force.out.contains(id);
    if (!out && late == in_force.late.end()) continue;
    const auto stay = stay_of(plan, id).time;
    auto time = all;
    if (late != in_force.late.end()) time.from = std::min(late->second, stay.from);
    // Before the first day when there is nothing left: windows cannot be empty.
    if (out) time.to = std::max(stay.to, all.from + gathering.grid.value);
    // The ways from where they start and to where they end the day are theirs as well.
    if (person.site && stay.from < INT32_MAX)
      time.from = std::min(time.from, engine::moment_at(engine::day_of(stay.from), 0));
    if (out && person.end_site && stay.to > all.from)
      time.to = engine::moment_at(engine::day_of(stay.to) + 1, 0);
    auto windows = cut(gathering, person.available, time);
    if (windows.empty())
      windows = {
          {.from = when_of(all.from), .to = when_of(all.from + gathering.grid.value), .where = {}}};
    windows.front().where =
        person.available.empty() ? person.id.where : person.available.front().where;
    person.available = std::move(windows);
  }
}

bool is_named(const engine::Gathering& gathering, const std::string& room) {
  const auto published = [&](const auto& item) {
    return item.timing.published.room && item.timing.published.room->value == room;
  };
  const auto allowed = [&](const auto& item) {
    return std::any_of(item.rooms.begin(), item.rooms.end(), [&](const auto& choice) {
      return choice.room.value == room;
    });
  };
  const auto any = [](const auto& rows, const auto& holds) {
    return std::any_of(rows.begin(), rows.end(), holds);
  };
  return any(gathering.sessions, published) || any(gathering.sessions, allowed) ||
         any(gathering.rotations, published) ||
         any(gathering.rotations, [&](const auto& r) { return any(r.stations, allowed); }) ||
         any(gathering.travels,
             [&](const auto& way) { return way.from.value == room || way.to.value == room; });
}

void close_rooms(engine::Gathering& gathering,
                 const engine::Plan& plan,
                 const InForce& in_force,
                 Interval all) {
  for (auto& room : gathering.rooms) {
    if (!in_force.closed_rooms.contains(room.id.value)) continue;
    const auto from = last_use(gathering, plan, room.id.value, all.from);
    if (from < all.to)
      room.closed.push_back({.from = when_of(from), .to = when_of(all.to), .where = {}});
  }
  std::erase_if(gathering.rooms, [&](const engine::Room& room) {
    const auto& id = room.id.value;
    return in_force.closed_rooms.contains(id) && !is_named(gathering, id) &&
           last_use(gathering, plan, id, all.from) == all.from;
  });
}

void make_grid_fine_enough(engine::Gathering& gathering) {
  auto& grid = gathering.grid.value;
  const auto fit = [&](const engine::Timing& timing) {
    if (timing.start) grid = std::gcd(grid, timing.start->value.clock);
    for (const auto& start : timing.starts) grid = std::gcd(grid, start.value.clock);
  };
  for (const auto& session : gathering.sessions) fit(session.timing);
  for (const auto& rotation : gathering.rotations) fit(rotation.timing);
}

}  // namespace

void pin_start(engine::Timing& timing, Minute start, Minute end) {
  timing.start = engine::At<When>{when_of(start), {}};
  timing.starts.clear();
  drop_what_is_not_kept(timing, {{start, end}});
}

void pin_starts(engine::Timing& timing, const std::vector<engine::PlannedRound>& rounds) {
  timing.start.reset();
  timing.starts.clear();
  std::vector<Interval> times;
  for (const auto& round : rounds) {
    timing.starts.push_back({when_of(round.start), {}});
    times.push_back({round.start, round.end});
  }
  drop_what_is_not_kept(timing, times);
}

void pin_length(engine::Session& session, Minute minutes) {
  const auto before = session.minutes.value;
  if (minutes == before) return;
  session.minutes.value = minutes;
  if (session.min_minutes && session.min_minutes->value > minutes) session.min_minutes.reset();
  Minute told = 0;
  Minute written = 0;
  for (auto& phase : session.phases) {
    told += phase.minutes;
    const auto until = told * minutes / before;
    phase.minutes = until - written;
    written = until;
  }
  std::erase_if(session.phases, [](const engine::Phase& phase) { return phase.minutes == 0; });
}

void keep_within_plan(engine::Gathering& gathering,
                      const engine::Plan& plan,
                      const InForce& in_force) {
  make_grid_fine_enough(gathering);
  if (gathering.days.empty()) return;
  const Interval all{engine::moment_at(gathering.days.front().date, 0),
                     engine::moment_at(gathering.days.back().date + 1, 0)};
  limit_people(gathering, plan, in_force, all);
  close_rooms(gathering, plan, in_force, all);
}

}  // namespace data
