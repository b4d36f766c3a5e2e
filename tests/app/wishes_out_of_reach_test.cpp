// Wishes for stations that somebody cannot get to: refused and named, whatever the rules weigh.
#include <algorithm>
#include <string>

#include "tests/app/small_rotation.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

/// Three stations, the first one up a flight of stairs; p3 cannot climb, and wishes `wished`.
Planned visit(const std::string& rules,
              const std::string& wished,
              const std::string& pattern = "choice") {
  std::string guests;
  std::string wishes = "person,rotation,station,rank\n" + wished;
  for (int i = 1; i <= 9; ++i) {
    const auto p = "p" + std::to_string(i);
    guests += "[[person]]\nid = \"" + p + "\"\nname = \"Personne " + std::to_string(i) + "\"\n" +
              (i == 3 ? "needs = [\"step-free\"]\n" : "");
    if (i != 3) wishes += p + ",ateliers," + (i % 2 == 0 ? "cave" : "salon") + ",1\n";
  }
  auto toml = day(guests);
  for (const std::string id : {"cave", "salon", "jardin"})
    toml += "[[room]]\nid = \"r-" + id + "\"\nsite = \"maison\"\ncapacity = 9\n" +
            (id == "cave" ? "" : "features = [\"step-free\"]\n");
  toml +=
      "[[rotation]]\nid = \"ateliers\"\ntitle = \"Ateliers\"\nformat = \"workshop\"\n"
      "rounds = 2\nminutes = 30\nstart = \"14:00\"\nparticipants = \"all\"\npattern = \"" +
      pattern + "\"\n";
  for (const std::string id : {"cave", "salon", "jardin"})
    toml += "[[rotation.station]]\nid = \"" + id + "\"\nroom = \"r-" + id + "\"\n";
  toml.insert(toml.find("[[day]]"), "wishes = \"wishes.csv\"\n");
  return plan_of(toml + rules, wishes);
}

}  // namespace

TEST_CASE("nobody is sent up the stairs for a wish, and the wish is named as refused",
          "[patterns]") {
  const std::string hard_none = "[rules]\nno-wish-met = \"hard\"\n";
  const std::string hard_rank = "[rules]\nwish-rank = 100000\nno-wish-met = 100000\n";
  for (const auto& rules : {std::string{}, hard_none, hard_rank}) {
    INFO(rules);
    const auto result = visit(rules, "p3,ateliers,cave,1\n");
    REQUIRE(result.plan.feasible);
    for (const auto& round : rounds_of(result)) CHECK(at(round, "p3") != "cave");
    REQUIRE(result.complaints.size() == 1);
    CHECK(result.complaints[0].find("this wish for \"cave\" cannot be granted") !=
          std::string::npos);
    const auto of_p3 = [&](const std::string& rule) {
      return std::count_if(
          result.plan.remarks.begin(), result.plan.remarks.end(), [&](const auto& remark) {
            return remark.rule == rule && remark.text.fr.find("Personne 3") != std::string::npos;
          });
    };
    CHECK(of_p3("wish-rank") == 1);
    CHECK(of_p3("no-wish-met") == 0);  // no plan could do anything about it
  }
}

TEST_CASE("whoever has another wish within reach gets that one", "[patterns]") {
  const auto result =
      visit("[rules]\nno-wish-met = \"hard\"\n", "p3,ateliers,cave,1\np3,ateliers,jardin,2\n");
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  CHECK((at(rounds[0], "p3") == "jardin" || at(rounds[1], "p3") == "jardin"));
  for (const auto& round : rounds) CHECK(at(round, "p3") != "cave");
}

TEST_CASE("where nobody chooses, wishes are said to have no effect, and nothing else",
          "[patterns]") {
  const auto result = visit({}, "p3,ateliers,cave,1\n", "remix");
  REQUIRE(result.complaints.size() == 1);
  CHECK(result.complaints[0].find("its pattern is not \"choice\"") != std::string::npos);
}
