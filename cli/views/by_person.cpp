#include <algorithm>
#include <map>
#include <string_view>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"
#include "engine/model/fold.h"
#include "engine/plan/trip_words.h"

namespace cli {
namespace {

struct Presence {
  const Entry* entry;
  std::string role;  ///< empty: takes part
};

/// One line of somebody's path.
struct Step {
  engine::Interval time;
  std::string what;
  std::string where;
  std::string role;
};

const std::vector<const engine::Trip*> kNoTrips;
const std::vector<Presence> kNothing;

using Paths = std::map<std::string_view, std::vector<Presence>>;

Paths paths(const Screen& screen, const std::vector<Entry>& entries) {
  Paths all;
  for (const auto& entry : entries) {
    for (const auto& role : *entry.team)
      for (const auto& person : role.people)
        all[person].push_back({&entry, role_name(screen, role.role)});
    for (const auto& person : *entry.participants) {
      auto& path = all[person];
      const bool in_team = !path.empty() && path.back().entry == &entry;
      if (!in_team) path.push_back({&entry, ""});  // the team is often part of the audience
    }
  }
  return all;
}

std::vector<const engine::Person*> alphabetical(const engine::Gathering& gathering) {
  std::vector<const engine::Person*> people;
  for (const auto& person : gathering.people) people.push_back(&person);
  std::stable_sort(people.begin(), people.end(), [](const auto* a, const auto* b) {
    return engine::fold(a->name) < engine::fold(b->name);
  });
  return people;
}

std::vector<Step> steps(const Showing& showing,
                        const Screen& screen,
                        const std::vector<Presence>& path,
                        const std::vector<const engine::Trip*>& trips) {
  std::vector<Step> list;
  for (const auto& [entry, role] : path)
    list.push_back({entry->time,
                    full_title(*entry),
                    entry->room.empty() ? "" : showing.directory.room_name(entry->room),
                    role});
  for (const auto* trip : trips)
    if (trip->item.empty())  // else it is among the entries
      list.push_back({trip->time,
                      trip_title(showing.gathering, *trip).in(screen.language),
                      trip_ends(showing.gathering, *trip),
                      ""});
  std::stable_sort(
      list.begin(), list.end(), [](const Step& a, const Step& b) { return a.time < b.time; });
  return list;
}

void add_path(Table& table,
              const Showing& showing,
              const Screen& screen,
              const std::vector<Step>& path) {
  const bool many_days = has_many_days(showing.plan);
  std::optional<engine::Day> day;
  for (const auto& step : path) {
    if (many_days && day != engine::day_of(step.time.from)) {
      day = engine::day_of(step.time.from);
      table.subsection(day_title(screen, *day));
    }
    table.add({{span(step.time)}, {step.what}, {step.where}, {step.role}});
  }
}

}  // namespace

void show_by_person(const Showing& showing, const Screen& screen) {
  const auto entries = agenda(showing, screen);
  const auto all = paths(screen, entries);
  const auto trips_of_all = showing.transport == nullptr
                                ? engine::TripsOfPeople()
                                : engine::trips_of_people(showing.transport->trips);
  Table table({{said(screen, {"Heure", "Time"})},
               {said(screen, {"Quoi", "What"})},
               {said(screen, {"Où", "Where"})},
               {said(screen, {"Rôle", "Role"})}});
  for (const auto* person : alphabetical(showing.gathering)) {
    const auto name = showing.directory.person_name(person->id.value);
    table.section(person->organisation.empty() ? name : name + " — " + person->organisation);
    const auto path = all.find(person->id.value);
    const auto on_trips = trips_of_all.find(person->id.value);
    if (path == all.end() && on_trips == trips_of_all.end())
      table.subsection(said(screen, {"rien de prévu", "nothing planned"}));
    else
      add_path(table,
               showing,
               screen,
               steps(showing,
                     screen,
                     path == all.end() ? kNothing : path->second,
                     on_trips == trips_of_all.end() ? kNoTrips : on_trips->second));
  }
  if (!table.empty()) {
    screen.out << '\n';
    table.write(screen);
  }
}

}  // namespace cli
