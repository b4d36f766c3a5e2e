// hosts = "move": groups keep their place and the teams of the stations go round.
#include <map>
#include <set>

#include "tests/app/planned.h"
#include "tests/catch.h"

namespace {

std::string gathering(const std::string& pattern, const std::vector<std::string>& rooms) {
  std::string text =
      "[gathering]\nname = \"Métiers\"\nlanguage = \"en\"\n[[day]]\ndate = \"2025-03-03\"\nopens = "
      "\"09:00\"\ncloses = \"12:00\"\n[[site]]\nid = \"mairie\"\n";
  for (const auto* room : {"a", "b", "c"})
    text += std::string("[[room]]\nid = \"") + room + "\"\nsite = \"mairie\"\ncapacity = 4\n";
  for (const auto* id : {"1", "2", "3", "4", "5", "6", "7", "8", "x", "y", "z"})
    text += std::string("[[person]]\nid = \"p") + id + "\"\nname = \"P" + id + "\"\n";
  text +=
      "[[rotation]]\nid = \"tour\"\ntitle = \"Trois métiers\"\nformat = \"workshop\"\n"
      "rounds = 3\nminutes = 20\nhosts = \"move\"\npattern = \"" +
      pattern +
      "\"\nparticipants = [\"p1\", \"p2\", \"p3\", \"p4\", \"p5\", \"p6\", \"p7\", \"p8\"]\n";
  const char* const ids[] = {"x", "y", "z"};
  for (std::size_t i = 0; i < 3; ++i)
    text += std::string("[[rotation.station]]\nid = \"s") + ids[i] + "\"\nrooms = " + rooms[i] +
            "\nteam = { host = [\"p" + ids[i] + "\"] }\n";
  return text;
}

app_tests::Planned planned(const std::string& pattern, const std::vector<std::string>& rooms) {
  return app_tests::planned({{"gathering.toml", gathering(pattern, rooms)}});
}

const std::string kAll = "[\"a\", \"b\", \"c\"]";

}  // namespace

TEST_CASE("groups keep their place, and every team comes to each of them", "[rotation]") {
  const auto made = planned("carousel", {kAll, kAll, kAll});
  REQUIRE(made.complaints == std::vector<std::string>{});
  REQUIRE(made.plan.feasible);
  std::map<std::string, std::set<std::string>> rooms_of;
  std::map<std::string, std::set<std::string>> stations_of;
  for (const auto& round : made.plan.rotations.at(0).rounds)
    for (const auto& station : round.stations) {
      for (const auto& person : station.participants) {
        rooms_of[person].insert(station.room);
        stations_of[person].insert(station.id);
      }
      REQUIRE(station.team.size() == 1);
      rooms_of[station.team[0].people.at(0)].insert(station.room);
    }
  for (const auto* person : {"p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"}) {
    INFO(person);
    CHECK(rooms_of[person].size() == 1);
    CHECK(stations_of[person].size() == 3);
  }
  for (const auto* host : {"px", "py", "pz"}) CHECK(rooms_of[host].size() == 3);
}

TEST_CASE("teams whose rooms are their own stay there, and the checker says why", "[rotation]") {
  const auto made = planned("carousel", {"[\"a\"]", "[\"b\"]", "[\"c\"]"});
  REQUIRE(made.complaints.size() == 1);
  CHECK_THAT(made.complaints[0], Catch::Matchers::ContainsSubstring("give every station the same"));
  for (const auto& round : made.plan.rotations.at(0).rounds) CHECK(round.stations[0].room == "a");
}

TEST_CASE("groups that are new every round have no place to keep", "[rotation]") {
  const auto made = planned("remix", {kAll, kAll, kAll});
  REQUIRE(made.complaints.size() == 1);
  CHECK_THAT(made.complaints[0],
             Catch::Matchers::ContainsSubstring("needs pattern = \"carousel\""));
}
