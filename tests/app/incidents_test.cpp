// Every example after something happens: what its account names, else its most connected person is
// out.
#include <algorithm>
#include <map>
#include <set>

#include "engine/plan/sheet_lines.h"
#include "tests/app/kept_example.h"

namespace {

using Kept = app_tests::KeptExample;
using app_tests::rotation;
using app_tests::session;
using engine::Plan;

/// Who is on most items: the first of them by id.
std::string most_connected(const Plan& plan) {
  std::string person;
  std::size_t most = 0;
  for (const auto& [id, lines] : engine::lines_by_person(plan)) {
    if (lines.size() <= most) continue;
    most = lines.size();
    person = id;
  }
  return person;
}

std::set<std::string> items_left_out(const Plan& plan) {
  std::set<std::string> ids;
  for (const auto& item : plan.unplaced) ids.insert(item.id);
  return ids;
}

/// Without the person, with everyone else where they are needed, and nothing dropped that others
/// could have held.
void check_without(const std::string& person, const Plan& before, const app::Replanned& repaired) {
  INFO(person << " is out");
  const auto lines = engine::lines_by_person(repaired.plan);
  CHECK_FALSE(lines.contains(person));
  for (const auto& [id, own] : lines)
    for (std::size_t i = 1; i < own.size(); ++i)
      if (own[i].item != own[i - 1].item) {
        INFO(id << " at " << own[i - 1].item << " and " << own[i].item);
        CHECK(own[i - 1].end <= own[i].start);
      }
  std::set<std::string> held;
  const auto was = engine::lines_by_person(before);
  for (const auto& line : was.at(person))
    if (!line.role.empty()) held.insert(line.item);
  for (const auto& id : items_left_out(repaired.plan)) {
    INFO(id << " is left out");
    CHECK(held.contains(id));
  }
  for (const auto& item : repaired.plan.unplaced) CHECK_FALSE(item.reason.en.empty());
}

void check_most_connected_out(const std::string& name) {
  INFO(name);
  const Kept kept(name);
  const auto person = most_connected(kept.plan());
  const auto repaired = kept.after({{"--person-out", person}});
  check_without(person, kept.plan(), repaired);
  REQUIRE_FALSE(repaired.notices.empty());
  CHECK(repaired.notices.front().person == person);
}

}  // namespace

TEST_CASE("incidents: a speaker of the topical day is late, and lunch stays where it is") {
  const Kept kept("journee-tiers-lieux");
  const auto* lunch = session(kept.plan(), "repas");
  REQUIRE(lunch);
  const auto late = kept.after({{"--person-late", "ndiaye=11:10"}}, "10:00");
  CHECK(items_left_out(late.plan).empty());
  REQUIRE(session(late.plan, "repas"));
  CHECK(session(late.plan, "repas")->start == lunch->start);
  REQUIRE(session(late.plan, "table-ronde"));
  CHECK(session(late.plan, "table-ronde")->end <= lunch->start);
}

TEST_CASE("incidents: a guide of the topical day is ill, and every group still visits all three") {
  const Kept kept("journee-tiers-lieux");
  const auto ill = kept.after({{"--person-out", "carvalho"}}, "08:00");
  check_without("carvalho", kept.plan(), ill);
  CHECK(items_left_out(ill.plan).empty());
  const auto* visit = rotation(ill.plan, "visite");
  REQUIRE(visit);
  std::map<std::string, std::set<std::string>> seen;
  for (const auto& round : visit->rounds)
    for (const auto& place : round.stations) {
      CHECK(place.participants.size() <= 15);
      for (const auto& person : place.participants) CHECK(seen[person].insert(place.id).second);
    }
  for (const auto& [person, places] : seen) CHECK(places.size() == 3);
}

TEST_CASE("incidents: a hats group of the topical day loses its room, and finds another") {
  const Kept kept("journee-tiers-lieux");
  const auto* before = rotation(kept.plan(), "chapeaux");
  REQUIRE(before);
  const auto room = before->rounds.front().stations.front().room;
  const auto lost = kept.after({{"--room-out", room}}, "13:00");
  CHECK(items_left_out(lost.plan).empty());
  const auto* after = rotation(lost.plan, "chapeaux");
  REQUIRE(after);
  CHECK(after->rounds.front().start == before->rounds.front().start);
  std::set<std::string> rooms;
  for (const auto& group : after->rounds.front().stations) rooms.insert(group.room);
  CHECK(rooms.size() == 3);
  CHECK_FALSE(rooms.contains(room));
}

TEST_CASE("incidents: a day without its most connected person") {
  for (const auto* name : {"la-causerie", "lecons-rurales"}) check_most_connected_out(name);
}

TEST_CASE("incidents: a committee without its most connected person") {
  check_most_connected_out("comite-de-pilotage");
}

TEST_CASE("incidents: a year of visits without its most connected person") {
  check_most_connected_out("derniere-annee");
}

TEST_CASE("incidents: a series without its most connected person") {
  for (const auto* name : {"parcours-citoyen", "tiers-lieux-en-novembre", "emergence"})
    check_most_connected_out(name);
}
