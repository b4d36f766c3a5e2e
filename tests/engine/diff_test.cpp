#include "engine/plan/diff.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/sample_plan.h"

using engine::Difference;
using engine::Gathering;
using engine::Plan;
using tests::at;
using tests::session;
using tests::station;

namespace {

/// Ana, Bo and Chloé; two rooms; a talk and a rotation of two rounds at two tables.
Gathering gathering() {
  Gathering g;
  for (const auto& [id, name] : {std::pair{"ana", "Ana"}, {"bo", "Bo"}, {"chloe", "Chloé"}}) {
    engine::Person person;
    person.id.value = id;
    person.name = name;
    g.people.push_back(person);
  }
  for (const auto& [id, name] : {std::pair{"a", "Salle A"}, {"b", "Salle B"}}) {
    engine::Room room;
    room.id.value = id;
    room.name = name;
    g.rooms.push_back(room);
  }
  engine::Session talk;
  talk.id.value = "expose";
  talk.title = "Exposé";
  g.sessions.push_back(talk);
  engine::Rotation cafe;
  cafe.id.value = "cafe";
  cafe.title = "Café";
  for (const auto* id : {"t1", "t2"}) {
    engine::Station table;
    table.id.value = id;
    table.title = id == std::string("t1") ? "Table 1" : "";
    cafe.stations.push_back(table);
  }
  g.rotations.push_back(cafe);
  return g;
}

Plan plan() {
  Plan plan;
  plan.sessions = {session("expose", at(9), at(10), "a", {"ana", "bo"})};
  plan.sessions[0].team = {{"moderator", {"chloe"}}};
  plan.rotations = {{.id = "cafe",
                     .repeat_meetings = 0,
                     .repeat_cost = 0,
                     .bound = 0,
                     .proved = true,
                     .rounds = {{at(10, 15), at(10, 30), {}}, {at(10, 35), at(10, 50), {}}}}};
  plan.rotations[0].rounds[0].stations = {station("t1", "a", {"ana", "bo"}),
                                          station("t2", "a", {"chloe"})};
  plan.rotations[0].rounds[1].stations = {station("t1", "a", {"chloe"}),
                                          station("t2", "a", {"ana", "bo"})};
  return plan;
}

engine::PlanDiff from_plan_to(const Plan& after) {
  const auto g = gathering();
  const auto before = plan();
  return engine::diff({g, before}, {g, after});
}

/// "kind item: French | English" for each row.
std::vector<std::string> said(const std::vector<Difference>& rows) {
  std::vector<std::string> list;
  for (const auto& row : rows)
    list.push_back(row.kind + " " + row.item + ": " + row.text.fr + " | " + row.text.en);
  return list;
}

std::vector<std::string> ids(const std::vector<engine::DifferencesOf>& entries) {
  std::vector<std::string> list;
  for (const auto& entry : entries) list.push_back(entry.id);
  return list;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a plan does not differ from itself, whatever the order of its lists") {
  auto same = plan();
  same.version = 7;
  std::swap(same.sessions[0].participants[0], same.sessions[0].participants[1]);
  auto& stations = same.rotations[0].rounds[0].stations;
  std::swap(stations[0], stations[1]);
  CHECK(from_plan_to(same).empty());
}

TEST_CASE("a session that moves disturbs all who are in it and nobody else") {
  auto later = plan();
  later.sessions[0].start = at(9, 30);
  later.sessions[0].end = at(10, 30);
  later.sessions[0].room = "b";
  later.sessions[0].participants = {"ana"};
  const auto found = from_plan_to(later);
  CHECK(said(found.items) ==
        Lines{"time-and-room expose: Exposé\u00a0: 9h, Salle A → 9h30, Salle B"
              " | Exposé: 9:00, Salle A → 9:30, Salle B",
              "people expose: Exposé\u00a0: en moins\u00a0: Bo | Exposé: leaving: Bo"});
  CHECK(found.items[0].from == "2025-02-11 09:00 a");
  CHECK(found.items[0].to == "2025-02-11 09:30 b");
  REQUIRE(ids(found.people) == Lines{"ana", "bo", "chloe"});
  CHECK(found.people[2].name == "Chloé");
  CHECK(said(found.people[2].rows) ==
        Lines{"time-and-room expose: Exposé\u00a0: 9h, Salle A (modération) → 9h30, Salle B "
              "(modération) | Exposé: 9:00, Salle A (moderator) → 9:30, Salle B (moderator)"});
  CHECK(said(found.people[1].rows) ==
        Lines{"removed expose: en moins\u00a0: Exposé, 9h, Salle A | removed: Exposé, 9:00, Salle "
              "A"});
  REQUIRE(ids(found.rooms) == Lines{"a", "b"});
  CHECK(found.rooms[0].rows[0].kind == "removed");
  CHECK(found.rooms[1].rows[0].kind == "added");
  CHECK(found.groups.empty());
}

TEST_CASE("only the end moves") {
  auto shorter = plan();
  shorter.sessions[0].end = at(9, 45);
  CHECK(said(from_plan_to(shorter).items) ==
        Lines{"time expose: Exposé\u00a0: fin 10h → 9h45 | Exposé: end 10:00 → 9:45"});
}

TEST_CASE("two people who change tables are the two disturbed") {
  auto swapped = plan();
  auto& stations = swapped.rotations[0].rounds[0].stations;
  stations[0].participants = {"ana", "chloe"};
  stations[1].participants = {"bo"};
  const auto found = from_plan_to(swapped);
  CHECK(found.items.empty());
  CHECK(found.rooms.empty());
  REQUIRE(ids(found.people) == Lines{"bo", "chloe"});
  CHECK(said(found.people[0].rows) ==
        Lines{"station cafe: Café, tour 1 (10h15)\u00a0: Table 1, Salle A → t2, Salle A | "
              "Café, round 1 (10:15): Table 1, Salle A → t2, Salle A"});
  CHECK(found.people[0].rows[0].rotation);
  REQUIRE(ids(found.groups) == Lines{"cafe"});
  CHECK(said(found.groups[0].rows) ==
        Lines{"people cafe: Café, tour 1, Table 1\u00a0: en plus\u00a0: Chloé\u202f; en "
              "moins\u00a0: Bo | Café, round 1, Table 1: joining: Chloé; leaving: Bo",
              "people cafe: Café, tour 1, t2\u00a0: en plus\u00a0: Bo\u202f; en moins\u00a0: Chloé "
              "| Café, round 1, t2: joining: Bo; leaving: Chloé"});
  CHECK(found.groups[0].rows[0].from == "ana, bo");
  CHECK(found.groups[0].rows[0].to == "ana, chloe");
}

TEST_CASE("another role in the same place disturbs") {
  auto other = plan();
  other.sessions[0].team = {{"moderator", {"ana"}}, {"scribe", {"chloe"}}};
  const auto found = from_plan_to(other);
  CHECK(said(found.items) ==
        Lines{"team expose: Exposé\u00a0: en plus\u00a0: Ana (modération), Chloé (prise de "
              "notes)\u202f; en "
              "moins\u00a0: Chloé (modération) | Exposé: joining: Ana (moderator), Chloé (scribe); "
              "leaving: Chloé (moderator)"});
  REQUIRE(ids(found.people) == Lines{"ana", "chloe"});
  CHECK(found.people[0].rows[0].kind == "added");
  CHECK(found.people[1].rows[0].kind == "role");
  CHECK(found.people[1].rows[0].text.fr ==
        "Exposé (9h)\u00a0: Salle A (modération) → Salle A (prise de notes)");
  CHECK(found.rooms.empty());
}

TEST_CASE("a table that changes rooms in every round is told once") {
  auto after = plan();
  for (auto& round : after.rotations[0].rounds)
    for (auto& table : round.stations)
      if (table.id == "t1") table.room = "b";
  CHECK(
      said(from_plan_to(after).items) ==
      Lines{
          "room cafe: Café, Table 1\u00a0: Salle A → Salle B | Café, Table 1: Salle A → Salle B"});
}

TEST_CASE("a table that loses its host in every round is told once") {
  auto before = plan();
  for (auto& round : before.rotations[0].rounds)
    for (auto& table : round.stations)
      if (table.id == "t1") table.team = {{"host", {"dede"}}};
  const auto g = gathering();
  const auto after = plan();
  const auto found = engine::diff({g, before}, {g, after});
  CHECK(said(found.items) ==
        Lines{"team cafe: Café, Table 1\u00a0: en moins\u00a0: dede (accueil) | Café, Table 1: "
              "leaving: dede (host)"});
  CHECK(found.items[0].rotation);
}

TEST_CASE("what is left out, what is new, and what only an older gathering knew") {
  auto after = plan();
  after.sessions.clear();
  after.rotations.clear();
  after.sessions.push_back(session("visite", at(14), at(15), "", {"dede"}));
  const auto found = from_plan_to(after);
  CHECK(
      said(found.items) ==
      Lines{"added visite: en plus\u00a0: visite, 14h | added: visite, 14:00",
            "removed expose: en moins\u00a0: Exposé, 9h, Salle A | removed: Exposé, 9:00, Salle A",
            "removed cafe: en moins\u00a0: Café, 10h15 | removed: Café, 10:15"});
  CHECK(found.items[2].rotation);
  CHECK(ids(found.people) == Lines{"ana", "bo", "chloe", "dede"});
  CHECK(found.people[3].name == "dede");
  CHECK(found.groups.empty());

  const auto before = plan();
  CHECK(engine::diff({gathering(), before}, {Gathering{}, after}).people[0].name == "Ana");
}

TEST_CASE("over several days every time says its day") {
  auto tomorrow = plan();
  tomorrow.sessions[0].start += engine::kMinutesPerDay;
  tomorrow.sessions[0].end += engine::kMinutesPerDay;
  const auto found = from_plan_to(tomorrow);
  REQUIRE(found.items.size() == 1);
  CHECK(found.items[0].text.fr == "Exposé\u00a0: 11/02 à 9h → 12/02 à 9h");
  CHECK(found.items[0].text.en == "Exposé: 2025-02-11 at 9:00 → 2025-02-12 at 9:00");
}

TEST_CASE("whoever takes part and takes the notes goes to another room once") {
  auto before = plan();
  before.sessions[0].team.push_back({"scribe", {"ana"}});
  auto after = before;
  after.sessions[0].room = "b";
  const auto g = gathering();
  const auto found = engine::diff({g, before}, {g, after});
  REQUIRE(found.people[0].id == "ana");
  CHECK(said(found.people[0].rows) ==
        Lines{"room expose: Exposé (9h)\u00a0: Salle A (prise de notes) → Salle B (prise de "
              "notes) | Exposé (9:00): Salle A (scribe) → Salle B (scribe)"});
}
