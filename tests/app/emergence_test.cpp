// What published accounts ask of the emergence of a third place.
#include <algorithm>
#include <map>
#include <set>

#include "tests/app/programme.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

const Programme& emergence() {
  static const auto made = programme(example("emergence"));
  REQUIRE(made.plan.feasible);
  return made;
}

const std::vector<std::string> kGroups = {
    "c-cuisine", "c-atelier", "c-bureaux", "c-scene", "c-jardin"};

}  // namespace

TEST_CASE(
    "emergence: the end of October lies inside the school holidays, and the checker says so") {
  const auto& made = emergence();
  REQUIRE(made.complaints.size() == 1);
  CHECK_THAT(made.complaints[0],
             Catch::Matchers::ContainsSubstring("Thursday 31 October 2024") &&
                 Catch::Matchers::ContainsSubstring("autumn holidays") &&
                 Catch::Matchers::ContainsSubstring("Saturday 19 October 2024") &&
                 Catch::Matchers::ContainsSubstring("Sunday 3 November 2024"));
}

TEST_CASE("emergence: a, b, every c, d, e and g in order with their gaps") {
  const auto& plan = emergence().plan;
  CHECK(days_between(plan, "a-portage", "b-aller") >= 5);
  for (const auto& group : kGroups) {
    INFO(group);
    CHECK(days_between(plan, "b-fin", group) >= 12);
    CHECK(days_between(plan, group, "d-ensemble") >= 14);
  }
  CHECK(days_between(plan, "d-ensemble", "e-scenario") >= 14);
  CHECK(days_between(plan, "e-scenario", "g-fete") >= 24);
}

TEST_CASE("emergence: day b is one day, from the cars at 8:45 to the end at 16:30") {
  const auto& plan = emergence().plan;
  for (const auto* id :
       {"b-aller", "b-visite", "b-retour", "b-repas", "b-modeles", "b-usages", "b-fin"})
    CHECK(day_of(plan, id) == "2024-10-17");
  CHECK(engine::clock_text(session(plan, "b-aller")->start) == "08:45");
  CHECK(engine::clock_text(session(plan, "b-fin")->end) == "16:30");
  const auto* visit = rotation(plan, "b-visite");
  REQUIRE(visit);
  REQUIRE(visit->rounds.size() == 2);
  CHECK(visit->rounds[1].start - visit->rounds[0].end == 5);
  std::map<std::string, std::set<std::string>> seen;
  for (const auto& round : visit->rounds)
    for (const auto& half : round.stations)
      for (const auto& person : half.participants) seen[person].insert(half.id);
  CHECK(seen.size() == 28);
  for (const auto& [person, places] : seen) CHECK(places.size() == 2);
}

TEST_CASE("emergence: 17 October leaves slack, 7 November is feasible with no day to spare") {
  const auto* slack = slack_of(emergence(), "b-aller");
  REQUIRE(slack);
  CHECK(engine::iso_date(slack->day) == "2024-10-17");
  CHECK(engine::iso_date(slack->latest) == "2024-11-07");
  CHECK(slack->days == 2);  // 5 and 7 November: the holidays lie between
  CHECK(slack->proved);
  CHECK_THAT(slack->text.en,
             Catch::Matchers::ContainsSubstring(
                 "Thursday 7 November 2024 is feasible with no day to spare"));
  CHECK_THAT(slack->text.fr, Catch::Matchers::ContainsSubstring("sans un jour de marge"));
}

TEST_CASE("emergence: planned on 7 November, it is said that no day is left") {
  const auto made =
      programme(changed(example("emergence"), "start = \"08:45\"", "start = \"2024-11-07 08:45\""));
  REQUIRE(made.plan.feasible);
  CHECK(day_of(made.plan, "b-fin") == "2024-11-07");
  const auto* slack = slack_of(made, "b-aller");
  REQUIRE(slack);
  CHECK(slack->days == 0);
  CHECK(slack->proved);
  CHECK_THAT(slack->text.en,
             Catch::Matchers::StartsWith("Thursday 7 November 2024 is feasible with no day to "
                                         "spare"));
}

TEST_CASE("emergence: a day later there is no plan, whatever else moves") {
  const auto made =
      programme(changed(example("emergence"), "start = \"08:45\"", "start = \"2024-11-09 08:45\""));
  CHECK_FALSE(made.plan.feasible);
}

TEST_CASE("emergence: each focus group has a lead and two complementary actors") {
  const auto& made = emergence();
  std::map<std::string, std::vector<std::string>> tags;
  for (const auto& person : made.checked.gathering.people) tags[person.id.value] = person.tags;
  for (const auto& group : kGroups) {
    INFO(group);
    int leads = 0;
    int actors = 0;
    for (const auto& person : session(made.plan, group)->participants) {
      for (const auto& tag : tags[person]) {
        if (tag == "portage") ++leads;
        if (tag.starts_with("complement-")) ++actors;
      }
    }
    CHECK(leads >= 1);
    CHECK(actors >= 2);
  }
}

TEST_CASE("emergence: a group without enough complementary actors is an error that names it") {
  const auto made = programme(changed(example("emergence"),
                                      "{ from = [\"tag:complement-jardin\"], min = 2 }",
                                      "{ from = [\"tag:complement-jardin\"], min = 3 }"));
  REQUIRE_FALSE(made.checked.ok());
  CHECK(std::any_of(made.complaints.begin(), made.complaints.end(), [](const std::string& text) {
    return text.find("\"c-jardin\": it takes at least 3 of these people") != text.npos;
  }));
}
