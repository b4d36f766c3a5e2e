#include <algorithm>
#include <map>
#include <set>

#include "scheduler/explain/as_toml.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::Minute;
using engine::say;
using engine::Text;
using engine::Words;

constexpr std::int64_t kAsked = 30;         // somebody is asked to come earlier or stay longer
constexpr std::int64_t kOnADay = 120;       // … or to come on one more day
constexpr std::int64_t kAllTheTime = 300;   // … or to be there whenever needed
constexpr std::int64_t kExcusedCost = 120;  // somebody need not come
constexpr std::size_t kMostPeople = 12;
constexpr std::size_t kMostDays = 7;

constexpr Words kAvailable{"demander à {0} d’être là de {1} à {2}",
                           "ask {0} to be there from {1} to {2}"};
constexpr Words kThatDay{"demander à {0} d’être là le {1} de {2} à {3}",
                         "ask {0} to be there on {1} from {2} to {3}"};
constexpr Words kAlways{"demander à {0} d’être là à toute heure de {1} à {2}",
                        "ask {0} to be there at any time from {1} to {2}"};
constexpr Words kAllOf{"les personnes «\u202f{0}\u202f»", "those of \"{0}\""};
constexpr Words kExcused{"ne plus attendre {0} à {1}", "no longer expect {0} at {1}"};

Text name_of(const engine::Person& person) {
  const auto& name = person.name.empty() ? person.id.value : person.name;
  return {name, name};
}

/// Days on which the items must lie, as far as the file says so.
std::set<engine::Day> days_named(const CandidateList& out) {
  std::set<engine::Day> days;
  const auto add = [&](const engine::When& when) {
    if (when.day) days.insert(*when.day);
  };
  each_item(out, [&](const Item& item) {
    const auto& timing = item.timing;
    if (timing.start) add(timing.start->value);
    for (const auto& start : timing.starts) add(start.value);
    if (timing.day) days.insert(timing.day->value);
    for (const auto& window : timing.windows)
      if (window.from.day == window.to.day) add(window.from);
  });
  return days;
}

/// All of one day more.
void add_on_days(CandidateList& out, const engine::Person& person) {
  const auto named = days_named(out);
  const auto& days = out.gathering.days;
  const bool all = named.empty() && days.size() > 1 && days.size() <= kMostDays;
  for (const auto& day : days) {
    if (!all && (!named.contains(day.date) || named.size() > kMostDays)) continue;
    auto windows = person.available;
    windows.push_back({{day.date, day.opens}, {day.date, day.closes}, {}});
    out.add("available " + person.id.value + " on " + engine::iso_date(day.date),
            kOnADay,
            say(kThatDay,
                name_of(person),
                engine::long_date(day.date),
                engine::spoken_time(day.opens),
                engine::spoken_time(day.closes)),
            {{"person", person.id.value, "available", windows_toml(windows)}});
  }
}

void add_available(CandidateList& out, const engine::Person& person) {
  const auto put = [&](std::size_t i, engine::Window wider, Minute step, const char* way) {
    auto windows = person.available;
    windows[i] = wider;
    out.add_by_degrees("available " + person.id.value + way + std::to_string(i),
                       kAsked + step + at_night(wider.from.clock, person.available[i].from.clock) +
                           at_night(person.available[i].to.clock, wider.to.clock),
                       say(kAvailable,
                           name_of(person),
                           engine::spoken_time(wider.from.clock),
                           engine::spoken_time(wider.to.clock)),
                       {{"person", person.id.value, "available", windows_toml(windows)}});
  };
  for (std::size_t i = 0; i < person.available.size(); ++i)
    for (const auto step : kLongSteps) {
      auto later = person.available[i];
      later.to.clock += step;
      if (later.to.clock <= kLatest) put(i, later, step, " later ");
      auto earlier = person.available[i];
      earlier.from.clock -= step;
      if (earlier.from.clock >= 0) put(i, earlier, step, " earlier ");
    }
  add_on_days(out, person);
  const auto& days = out.gathering.days;
  if (days.empty()) return;
  auto from = engine::kMinutesPerDay;
  Minute to = 0;
  for (const auto& day : days) {
    from = std::min(from, day.opens);
    to = std::max(to, day.closes);
  }
  out.add("available " + person.id.value,
          kAllTheTime,
          say(kAlways, name_of(person), engine::spoken_time(from), engine::spoken_time(to)),
          {{"person", person.id.value, "available", ""}});
}

/// The people of the items who are not always there: those in the way first, then those named in
/// most teams.
std::vector<const engine::Person*> limited_people(const CandidateList& out) {
  std::map<std::string, int> named;
  for (const auto& id : out.conflict.items) named[id] = 1000;
  for (const auto& id : out.conflict.decisive) named[id] = 2000;
  const auto count = [&](const std::vector<engine::Role>& team) {
    for (const auto& role : team)
      for (const auto& person : role.people) named[person.value] += 10;
  };
  for (const auto* session : out.sessions) {
    count(session->team);
    for (const auto& person : session->audience.list) ++named[person.value];
  }
  for (const auto* rotation : out.rotations)
    for (const auto& station : rotation->stations) count(station.team);
  std::vector<const engine::Person*> list;
  for (const auto& person : out.gathering.people)
    if (!person.available.empty()) list.push_back(&person);
  std::stable_sort(list.begin(), list.end(), [&](const auto* a, const auto* b) {
    return named[a->id.value] > named[b->id.value];
  });
  if (list.size() > kMostPeople) list.resize(kMostPeople);
  return list;
}

/// One of those listed need not come; of a list longer than `whole` only those in the way.
void add_excused(CandidateList& out,
                 const Item& item,
                 const char* key,
                 const engine::Who& all,
                 std::size_t whole) {
  if (all.kind != engine::Who::Kind::List) return;
  const auto& way = out.conflict.items;
  for (std::size_t i = 0; i < all.list.size(); ++i) {
    const auto& person = all.list[i].value;
    if (all.list.size() > whole && std::find(way.begin(), way.end(), person) == way.end()) continue;
    auto who = all;
    who.list.erase(who.list.begin() + static_cast<std::ptrdiff_t>(i));
    if (who.list.empty()) who.kind = engine::Who::Kind::None;
    out.add(std::string(key) + " " + item.id.value + " " + person,
            kExcusedCost,
            say(kExcused, person_name(out.gathering, person), item.name),
            {{item.table, item.id.value, key, who_toml(who)}});
  }
}

}  // namespace

Text person_name(const engine::Gathering& gathering, const std::string& id) {
  for (const auto& person : gathering.people)
    if (person.id.value == id) return name_of(person);
  if (const auto colon = id.find(':'); colon != std::string::npos)
    return say(kAllOf, id.substr(colon + 1));
  return {id, id};
}

void add_people(CandidateList& out) {
  const auto people = limited_people(out);
  const auto& decisive = out.conflict.decisive;
  const auto makes_room = [&](const engine::Person* person) {
    return std::find(decisive.begin(), decisive.end(), person->id.value) != decisive.end();
  };
  const bool known = std::any_of(people.begin(), people.end(), makes_room);
  for (const auto* person : people)
    out.add_as(known && !makes_room(person), [&] {
      out.add_easing(std::array{engine::RuleId::PersonUnavailable},
                     [&] { add_available(out, *person); });
    });
  for (const auto* session : out.sessions)
    add_excused(out, item_of(*session), "audience", session->audience, kMostPeople);
  for (const auto* rotation : out.rotations)
    add_excused(out, item_of(*rotation), "participants", rotation->participants, 0);
}

}  // namespace scheduler
