#include <fmt/format.h>

#include "tests/sheets/gatherings.h"

namespace tests {
namespace {

engine::Session& session(Planned& planned, const std::string& id) {
  for (auto& row : planned.gathering.sessions)
    if (row.id.value == id) return row;
  throw std::out_of_range(id);
}

engine::PlannedSession& place(Planned& planned, const std::string& id) {
  for (auto& row : planned.plan.sessions)
    if (row.id == id) return row;
  throw std::out_of_range(id);
}

engine::Key key(std::string value) {
  return {std::move(value), {}};
}

void add_equipment(Planned& days) {
  for (const auto& [id, name, count] : {std::tuple("micro", "Micro sans fil", 4),
                                        std::tuple("tableau", "Tableau papier", 6),
                                        std::tuple("proj", "Vidéoprojecteur", 2)}) {
    engine::Equipment row;
    row.id = key(id);
    row.name = name;
    row.count = count;
    days.gathering.equipment.push_back(row);
  }
  auto& opening = session(days, "p1");
  opening.equipment = {{key("micro"), 3}, {key("proj"), 1}};
  opening.setup = 30;
  opening.teardown = 10;
  auto& pact = session(days, "w1");
  pact.equipment = {{key("tableau"), 2}};
  pact.needs = {key("movable-chairs")};
  pact.min_minutes = engine::At<engine::Minute>{60, {}};
  pact.setup = 15;
  auto& land = session(days, "w3");
  land.equipment = {{key("micro"), 2}};
  land.optional = true;
  session(days, "x0").equipment = {{key("tableau"), 1}, {key("proj"), 1}};
}

void add_workshop_notes(Planned& days) {
  auto& pact = session(days, "w1");
  pact.phases = {{"Se présenter", 15, {}}, {"Rêver le pacte", 40, {}}, {"Écrire", 35, {}}};
  pact.milestone = "le texte du pacte est arrêté";
}

void add_people(Planned& days) {
  auto& people = days.gathering.people;
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i].needs.clear();
    people[i].diet = i % 9 == 0 ? "végétarien" : i % 11 == 0 ? "sans gluten" : "";
  }
  people[4].needs = {"accès en fauteuil"};
  people[12].needs = {"accès en fauteuil"};
}

void add_coach(Planned& days) {
  engine::Session row;
  row.id = key("car");
  row.title = "Car de retour vers la gare centrale";
  row.format.value = "travel";
  row.seats = engine::At<int>{50, {}};
  days.gathering.sessions.push_back(row);
  const auto& lunch = place(days, "m2");
  days.plan.sessions.push_back({"car",
                                lunch.end + 15,
                                lunch.end + 50,
                                "d",
                                {{"driver", {"p40"}}, {"contact", {"p15"}}},
                                {"p0", "p4", "p12", "p13", "p14", "p18"}});
  auto& walk = days.gathering.travels.front();
  walk.mode = "navette";
  walk.seats = 20;
  walk.every = 10;
}

}  // namespace

Planned equipped_days() {
  auto days = two_days();
  add_equipment(days);
  add_workshop_notes(days);
  add_people(days);
  add_coach(days);
  return days;
}

Planned large_cafe(int stations, int people) {
  auto day = topical_day();
  auto& rotation = day.gathering.rotations.at(1);
  auto& planned = day.plan.rotations.at(1);
  rotation.stations.clear();
  for (int p = 45; p < people; ++p) {
    engine::Person person;
    person.id.value = fmt::format("p{}", p);
    person.name = fmt::format("Prénom{} Nom{}", p, p);
    day.gathering.people.push_back(person);
  }
  for (auto& round : planned.rounds) round.stations.clear();
  for (int s = 0; s < stations; ++s) {
    engine::Station station;
    station.id.value = fmt::format("s{}", s);
    station.title = fmt::format("Table {}", s + 1);
    rotation.stations.push_back(station);
    for (std::size_t r = 0; r < planned.rounds.size(); ++r) {
      engine::PlannedStation row{station.id.value, "hall", {{"host", {fmt::format("p{}", s)}}}, {}};
      for (int p = stations; p < people; ++p)
        if ((p + static_cast<int>(r) * (p / stations)) % stations == s)
          row.participants.push_back(fmt::format("p{}", p));
      planned.rounds[r].stations.push_back(row);
    }
  }
  return day;
}

Planned long_names() {
  auto day = topical_day();
  const std::string longest = "Un intitulé qui ne finit pas parce que personne n’a osé le couper ";
  for (auto& session : day.gathering.sessions) session.title = longest + longest + longest;
  for (auto& rotation : day.gathering.rotations) {
    rotation.title = longest + longest;
    for (auto& station : rotation.stations) station.title = longest + longest;
  }
  for (auto& room : day.gathering.rooms) room.name = "Salle " + std::string(80, 'x');
  for (auto& person : day.gathering.people) {
    person.name += " de la " + std::string(70, 'y');
    person.organisation = longest;
  }
  day.gathering.name = longest + longest + longest;
  return day;
}

}  // namespace tests
