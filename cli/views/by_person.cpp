#include <algorithm>
#include <map>
#include <string_view>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"
#include "engine/model/fold.h"

namespace cli {
namespace {

struct Presence {
  const Entry* entry;
  std::string role;  ///< empty: takes part
};

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

void add_path(Table& table,
              const Showing& showing,
              const Screen& screen,
              const std::vector<Presence>& path) {
  const bool many_days = has_many_days(showing.plan);
  std::optional<engine::Day> day;
  for (const auto& step : path) {
    if (many_days && day != engine::day_of(step.entry->time.from)) {
      day = engine::day_of(step.entry->time.from);
      table.subsection(day_title(screen, *day));
    }
    const auto& room = step.entry->room;
    table.add({{span(step.entry->time)},
               {full_title(*step.entry)},
               {room.empty() ? "" : showing.directory.room_name(room)},
               {step.role}});
  }
}

}  // namespace

void show_by_person(const Showing& showing, const Screen& screen) {
  const auto entries = agenda(showing, screen);
  const auto all = paths(screen, entries);
  Table table({{said(screen, {"Heure", "Time"})},
               {said(screen, {"Quoi", "What"})},
               {said(screen, {"Où", "Where"})},
               {said(screen, {"Rôle", "Role"})}});
  for (const auto* person : alphabetical(showing.gathering)) {
    const auto name = showing.directory.person_name(person->id.value);
    table.section(person->organisation.empty() ? name : name + " — " + person->organisation);
    const auto path = all.find(person->id.value);
    if (path == all.end())
      table.subsection(said(screen, {"rien de prévu", "nothing planned"}));
    else
      add_path(table, showing, screen, path->second);
  }
  if (!table.empty()) {
    screen.out << '\n';
    table.write(screen);
  }
}

}  // namespace cli
