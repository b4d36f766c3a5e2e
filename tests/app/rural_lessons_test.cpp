// What the account of the retrospective of a rural project asks: seats, trains, testimonies.
#include <algorithm>
#include <map>
#include <set>

#include "engine/plan/trips.h"
#include "tests/app/planned.h"
#include "tests/catch.h"

namespace {

using app_tests::rotation;
using app_tests::session;
using engine::Minute;

const app_tests::Planned& lessons() {
  static const auto result = app_tests::planned(app_tests::example("lecons-rurales"), 5'000);
  REQUIRE(result.complaints == std::vector<std::string>{});
  REQUIRE(result.plan.feasible);
  return result;
}

const engine::Session& written(const std::string& id) {
  const auto& all = lessons().gathering.sessions;
  return *std::find_if(
      all.begin(), all.end(), [&](const engine::Session& s) { return s.id.value == id; });
}

std::string organisation_of(const std::string& person) {
  const auto& all = lessons().gathering.people;
  return std::find_if(
             all.begin(), all.end(), [&](const engine::Person& p) { return p.id.value == person; })
      ->organisation;
}

/// When each person's last item ends.
std::map<std::string, Minute> last_ends() {
  std::map<std::string, Minute> ends;
  const auto note = [&](const std::vector<std::string>& people, Minute end) {
    for (const auto& person : people) ends[person] = std::max(ends[person], end);
  };
  for (const auto& s : lessons().plan.sessions) {
    note(s.participants, s.end);
    for (const auto& role : s.team) note(role.people, s.end);
  }
  for (const auto& r : lessons().plan.rotations)
    for (const auto& round : r.rounds)
      for (const auto& station : round.stations) {
        note(station.participants, round.end);
        for (const auto& role : station.team) note(role.people, round.end);
      }
  return ends;
}

}  // namespace

TEST_CASE("rural lessons: 95 people and 95 seats in every plenary") {
  const auto& result = lessons();
  REQUIRE(result.gathering.people.size() == 95);
  int plenaries = 0;
  for (const auto& s : result.plan.sessions) {
    if (written(s.id).format.value != "plenary") continue;
    ++plenaries;
    std::set<std::string> people(s.participants.begin(), s.participants.end());
    for (const auto& role : s.team) people.insert(role.people.begin(), role.people.end());
    CHECK(people.size() == 95);
    const auto& rooms = result.gathering.rooms;
    const auto room = std::find_if(
        rooms.begin(), rooms.end(), [&](const engine::Room& r) { return r.id.value == s.room; });
    REQUIRE(room != rooms.end());
    CHECK(room->capacity.value >= 95);
  }
  CHECK(plenaries == 11);
}

TEST_CASE("rural lessons: nobody is planned after they must leave for their train") {
  const auto& result = lessons();
  const auto ends = last_ends();
  const std::map<std::string, Minute> way{{"gare-est", 15},
                                          {"gare-nord", 20},
                                          {"gare-lyon", 25},
                                          {"gare-austerlitz", 30},
                                          {"gare-montparnasse", 35}};
  std::set<std::string> stations;
  for (const auto& person : result.gathering.people) {
    if (!person.end_site) continue;
    INFO(person.name);
    stations.insert(person.end_site->value);
    REQUIRE(person.available.size() == 1);
    const auto& train = person.available[0].to;
    CHECK(ends.at(person.id.value) + way.at(person.end_site->value) <=
          engine::moment_at(train.day.value(), train.clock));
  }
  CHECK(stations.size() == 5);
}

TEST_CASE("rural lessons: everyone comes from their station and goes back to it") {
  const auto& result = lessons();
  const auto trips = engine::trips_of(result.gathering, result.plan);
  const auto of_people = engine::trips_of_people(trips);
  for (const auto& person : result.gathering.people) {
    INFO(person.name);
    if (!person.site) {
      CHECK_FALSE(of_people.contains(person.id.value));
      continue;
    }
    const auto& mine = of_people.at(person.id.value);
    REQUIRE(mine.size() == 2);
    CHECK(mine[0]->from == person.site->value);
    CHECK(mine[0]->to == "maison");
    CHECK(mine[1]->from == "maison");
    CHECK(mine[1]->to == person.site->value);
    CHECK(mine[1]->time.from >= last_ends().at(person.id.value));
  }
}

TEST_CASE("rural lessons: testimonies are interleaved, never two from one place in a row") {
  std::vector<const engine::PlannedSession*> order;
  for (const auto& s : lessons().plan.sessions)
    if (s.id.starts_with("temoignage") || s.id.starts_with("retro")) order.push_back(&s);
  std::sort(
      order.begin(), order.end(), [](const auto* a, const auto* b) { return a->start < b->start; });
  REQUIRE(order.size() == 9);
  CHECK(order[0]->id == "retro-1");
  CHECK(order[4]->id == "retro-2");
  CHECK(order[8]->id == "retro-3");
  for (std::size_t i = 1; i < order.size(); ++i)
    CHECK(organisation_of(order[i - 1]->team[0].people[0]) !=
          organisation_of(order[i]->team[0].people[0]));
}

TEST_CASE("rural lessons: four exchanges in parallel, in two waves, each time four rooms") {
  for (const auto* wave : {"vague-1", "vague-2"}) {
    const auto* exchanges = rotation(lessons().plan, wave);
    REQUIRE(exchanges);
    REQUIRE(exchanges->rounds.size() == 1);
    std::set<std::string> rooms;
    for (const auto& station : exchanges->rounds[0].stations) rooms.insert(station.room);
    CHECK(rooms.size() == 4);
  }
}
