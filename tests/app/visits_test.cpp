// What the accounts of a project's last year ask: two coaches that change places, and a closing.
#include <algorithm>
#include <map>
#include <set>

#include "engine/plan/trips.h"
#include "sheets/services/transport.h"
#include "tests/app/planned.h"
#include "tests/catch.h"

namespace {

using app_tests::rotation;
using app_tests::session;
using engine::Minute;
using engine::Trip;

const app_tests::Planned& last_year() {
  static const auto result = app_tests::planned(app_tests::example("derniere-annee"), 1'000);
  REQUIRE(result.complaints == std::vector<std::string>{});
  REQUIRE(result.plan.feasible);
  return result;
}

const std::vector<Trip>& trips() {
  static const auto list = engine::trips_of(last_year().gathering, last_year().plan);
  return list;
}

std::string site_of(const std::string& room) {
  for (const auto& row : last_year().gathering.rooms)
    if (row.id.value == room) return row.site.value;
  return {};
}

std::vector<const Trip*> of_coach(const std::string& coach, const char* day) {
  std::vector<const Trip*> list;
  for (const auto& trip : trips())
    if (trip.vehicle == coach && engine::moment_text(trip.time.from).starts_with(day))
      list.push_back(&trip);
  return list;
}

/// The sites a coach carries people to, in order.
std::vector<std::string> stops(const std::string& coach, const char* day) {
  std::vector<std::string> list;
  for (const auto* trip : of_coach(coach, day))
    if (!trip->people.empty()) list.push_back(trip->to);
  return list;
}

constexpr const char* kFirstDay = "2022-05-17";
constexpr const char* kSecondDay = "2022-05-18";
constexpr const char* kCoaches[] = {"car-1", "car-2"};

}  // namespace

TEST_CASE("visits: one coach goes from A to B while the other goes from B to A") {
  using Stops = std::vector<std::string>;
  const auto one = stops("car-1", kFirstDay);
  const auto two = stops("car-2", kFirstDay);
  const bool forge_first = !one.empty() && one[0] == "forge";
  const Stops to_bergerie{"forge", "auberge-nord", "bergerie", "gare"};
  const Stops to_forge{"bergerie", "auberge-nord", "forge", "gare"};
  CHECK(one == (forge_first ? to_bergerie : to_forge));
  CHECK(two == (forge_first ? to_forge : to_bergerie));

  const auto third = stops("car-1", kSecondDay);
  const bool cite_first = !third.empty() && third[0] == "cite";
  const Stops to_domaine{"cite", "auberge-sud", "domaine", "gare"};
  const Stops to_cite{"domaine", "auberge-sud", "cite", "gare"};
  CHECK(third == (cite_first ? to_domaine : to_cite));
  CHECK(stops("car-2", kSecondDay) == (cite_first ? to_cite : to_domaine));
}

TEST_CASE("visits: every coach trip has a seat for everyone, and everyone rides") {
  for (const auto& trip : trips()) {
    if (trip.mode != "coach") continue;
    INFO(trip.from << " to " << trip.to << " " << engine::moment_text(trip.time.from));
    CHECK_FALSE(trip.vehicle.empty());
    CHECK(trip.people.size() <= 50);
    CHECK_FALSE(trip.driver.empty());
  }
  for (const char* day : {kFirstDay, kSecondDay})
    for (const char* coach : kCoaches)
      for (const auto* trip : of_coach(coach, day)) CHECK(trip->people.size() == 50);
}

TEST_CASE("visits: every coach trip is a sheet for who drives it") {
  const auto sheets = sheets::transport_sheets_of(last_year().gathering, last_year().plan, {});
  std::size_t coaches = 0;
  for (const auto& trip : trips()) coaches += trip.vehicle.empty() ? 0U : 1U;
  REQUIRE(coaches >= 16);
  CHECK(sheets.trips.size() == coaches);
  for (const auto& trip : sheets.trips) {
    CHECK(trip.people.size() == 1);
    CHECK(trip.contacts.size() == 1);
    CHECK(trip.names.size() == trip.riders);
  }
}

TEST_CASE("visits: at most 50 people in one place at once, at most 17 with a guide") {
  for (const auto* id : {"visites-1", "visites-2"}) {
    const auto* visits = rotation(last_year().plan, id);
    REQUIRE(visits);
    REQUIRE(visits->rounds.size() == 2);
    std::map<std::string, std::set<std::string>> seen;
    for (const auto& round : visits->rounds) {
      std::map<std::string, std::size_t> people;
      for (const auto& group : round.stations) {
        CHECK(group.participants.size() <= 17);
        REQUIRE(group.team.size() == 1);
        CHECK(group.team[0].people.size() == 1);
        people[site_of(group.room)] += group.participants.size();
        for (const auto& person : group.participants)
          CHECK(seen[person].insert(site_of(group.room)).second);
      }
      REQUIRE(people.size() == 2);
      for (const auto& [site, count] : people) CHECK(count <= 50);
    }
    CHECK(seen.size() == 100);
    for (const auto& [person, sites] : seen) CHECK(sites.size() == 2);
  }
}

TEST_CASE("visits: both coaches reach the lunch, and nobody drives 4 h 30 without 45 minutes") {
  for (const auto& [day, lunch] : {std::pair{kFirstDay, "repas-1"}, {kSecondDay, "repas-2"}}) {
    const auto* meal = session(last_year().plan, lunch);
    REQUIRE(meal);
    for (const char* coach : kCoaches) {
      const auto legs = of_coach(coach, day);
      REQUIRE(legs.size() == 4);
      CHECK(legs[1]->to == site_of(meal->room));
      CHECK(legs[1]->time.to <= meal->start);
      CHECK(legs[2]->time.from >= meal->end);
      CHECK(legs[2]->time.from - legs[1]->time.to >= 45);
      Minute driven = 0;
      for (std::size_t i = 0; i < legs.size(); ++i) {
        if (i > 0 && legs[i]->time.from - legs[i - 1]->time.to >= 45) driven = 0;
        driven += legs[i]->time.to - legs[i]->time.from;
        CHECK(driven <= 270);
      }
    }
  }
}

TEST_CASE("visits: course, productions and visits all precede the closing, on two sites") {
  const auto& plan = last_year().plan;
  const auto* evening = session(plan, "soiree");
  const auto* last_day = session(plan, "bilan");
  REQUIRE(evening);
  REQUIRE(last_day);
  for (const char* id : {"cours-1", "cours-2", "cours-3"}) {
    REQUIRE(session(plan, id));
    CHECK(session(plan, id)->end <= evening->start);
  }
  for (const char* id : {"production-a", "production-b", "production-c", "production-d"}) {
    REQUIRE(session(plan, id));
    CHECK(session(plan, id)->start >= session(plan, "cours-3")->end);
    CHECK(session(plan, id)->end <= evening->start);
  }
  for (const char* id : {"visites-1", "visites-2"})
    CHECK(rotation(plan, id)->rounds.back().end <= evening->start);
  CHECK(engine::day_of(last_day->start) == engine::day_of(evening->start) + 1);
  CHECK(site_of(last_day->room) != site_of(evening->room));
}
