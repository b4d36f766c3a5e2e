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
constexpr std::int64_t kAllTheTime = 300;   // … or to be there whenever needed
constexpr std::int64_t kExcusedCost = 120;  // somebody need not come
constexpr std::size_t kMostPeople = 12;
constexpr std::size_t kMostDaysListed = 7;  // with their dates; of more nobody reads the list

constexpr Words kAvailable{"demander à {0} d’être là de {1} à {2}",
                           "ask {0} to be there from {1} to {2}"};
constexpr Words kAlways{"demander à {0} d’être là à toute heure de {1} à {2}",
                        "ask {0} to be there at any time from {1} to {2}"};
constexpr Words kAllOf{"les personnes «\u202f{0}\u202f»", "those of \"{0}\""};
constexpr Words kExcused{"ne plus attendre {0} à {1}", "no longer expect {0} at {1}"};
Text name_of(const engine::Person& person) {
  const auto& name = person.name.empty() ? person.id.value : person.name;
  return {name, name};
}

void add_available(CandidateList& out, const engine::Person& person) {
  const auto put = [&](std::size_t i, engine::Window wider, Minute step, const char* way) {
    auto windows = person.available;
    windows[i] = wider;
    out.add_by_degrees("available " + person.id.value + way + std::to_string(i),
                       kAsked + step,
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
      if (later.to.clock <= engine::kMinutesPerDay) put(i, later, step, " later ");
      auto earlier = person.available[i];
      earlier.from.clock -= step;
      if (earlier.from.clock >= 0) put(i, earlier, step, " earlier ");
    }
  const auto& days = out.gathering.days;
  if (days.empty()) return;
  auto whole = engine::Window{};
  whole.from.clock = engine::kMinutesPerDay;
  std::vector<engine::Window> every_day;
  for (const auto& day : days) {
    whole.from.clock = std::min(whole.from.clock, day.opens);
    whole.to.clock = std::max(whole.to.clock, day.closes);
    every_day.push_back({{day.date, day.opens}, {day.date, day.closes}, {}});
  }
  if (days.size() > kMostDaysListed) every_day = {whole};  // hours alone stand for any day
  out.add("available " + person.id.value,
          kAllTheTime,
          say(kAlways,
              name_of(person),
              engine::spoken_time(whole.from.clock),
              engine::spoken_time(whole.to.clock)),
          {{"person", person.id.value, "available", windows_toml(every_day)}});
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

void add_audience(CandidateList& out, const engine::Session& session) {
  const auto& list = session.audience.list;
  if (session.audience.kind != engine::Who::Kind::List || list.size() > kMostPeople) return;
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto who = session.audience;
    who.list.erase(who.list.begin() + static_cast<std::ptrdiff_t>(i));
    if (who.list.empty()) who.kind = engine::Who::Kind::None;
    out.add("audience " + session.id.value + " " + list[i].value,
            kExcusedCost,
            say(kExcused,
                person_name(out.gathering, list[i].value),
                quoted_title(session.title, session.id)),
            {{"session", session.id.value, "audience", who_toml(who)}});
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
  for (const auto* session : out.sessions) add_audience(out, *session);
}

}  // namespace scheduler
