// What every pattern keeps when it divides people: sets together and apart, even groups, topics.
#include <algorithm>

#include "tests/app/small_rotation.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

std::string rotation(const std::string& pattern, int rounds, const std::string& rest) {
  return "[[rotation]]\nid = \"tour\"\ntitle = \"Tour\"\nformat = \"workshop\"\npattern = \"" +
         pattern + "\"\nrounds = " + std::to_string(rounds) +
         "\nminutes = 20\nstart = \"14:00\"\nparticipants = \"all\"\n" + rest;
}

std::string stations(int count, const std::string& each = {}) {
  std::string rows;
  for (int s = 1; s <= count; ++s)
    rows += "[[rotation.station]]\nid = \"s" + std::to_string(s) + "\"\n" + each;
  return rows;
}

/// Largest difference of two groups of one round.
std::size_t spread(const Stations& round) {
  std::size_t least = SIZE_MAX;
  std::size_t most = 0;
  for (const auto& [station, there] : round) {
    least = std::min(least, there.size());
    most = std::max(most, there.size());
  }
  return most - least;
}

}  // namespace

TEST_CASE("people divided once: even groups, sets together and apart", "[patterns]") {
  const auto result =
      plan_of(day(people(14) + rotation("split",
                                        1,
                                        "together = [[\"p1\", \"p2\", \"p3\"]]\n"
                                        "apart = [[\"p4\", \"p5\", \"p6\", \"p7\"]]\n" +
                                            stations(4))));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 1);
  CHECK(spread(rounds[0]) == 1);
  CHECK(at(rounds[0], "p1") == at(rounds[0], "p2"));
  CHECK(at(rounds[0], "p1") == at(rounds[0], "p3"));
  std::set<std::string> rivals;
  for (const auto* person : {"p4", "p5", "p6", "p7"}) rivals.insert(at(rounds[0], person));
  CHECK(rivals.size() == 4);
}

TEST_CASE("new groups at tables with topics: each topic once, nobody twice", "[patterns]") {
  const auto result = plan_of(day(people(15) + rotation("remix", 4, stations(5))));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 4);
  check_once_each(rounds);
  for (const auto& round : rounds) CHECK(spread(round) == 0);
  CHECK(result.plan.rotations[0].repeat_cost == 0);
  CHECK(result.plan.rotations[0].proved);
}

TEST_CASE("a pair that stays together leaves no table with two people fewer", "[patterns]") {
  // Even tables cost three meetings more here: the table of the pair has two seats for three.
  const auto result = plan_of(
      day(people(16) + rotation("remix",
                                3,
                                "tables = 4\nroom = \"salle\"\ntogether = [[\"p1\", \"p2\"]]\n"
                                "apart = [[\"p3\", \"p4\", \"p5\"]]\n")));
  REQUIRE(result.plan.feasible);
  for (const auto& round : rounds_of(result)) {
    CHECK(spread(round) <= 1);
    CHECK(at(round, "p1") == at(round, "p2"));
    std::set<std::string> rivals;
    for (const auto* person : {"p3", "p4", "p5"}) rivals.insert(at(round, person));
    CHECK(rivals.size() == 3);
  }
}

TEST_CASE("a carousel of fewer groups than stations: each group sees others at each",
          "[patterns]") {
  const auto result =
      plan_of(day(people(8) + rotation("carousel", 3, stations(5, "capacity = [4, 4]\n"))));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 3);
  check_once_each(rounds);
  check_whole_groups(rounds);
  for (const auto& round : rounds) CHECK(spread(round) == 0);
}

TEST_CASE("where people walk about at will nobody has a seat", "[patterns]") {
  const auto result = plan_of(day(people(9) + rotation("free", 1, stations(3))));
  REQUIRE(result.plan.feasible);
  REQUIRE(result.plan.rotations.size() == 1);
  for (const auto& round : rounds_of(result))
    for (const auto& [station, there] : round) CHECK(there.empty());
}

TEST_CASE("a carousel has no more groups than its stations may take in all", "[patterns]") {
  const auto result =
      plan_of(day(people(16) + rotation("carousel", 3, stations(4, "runs = 2\n"))));  // 8 of 12
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  check_once_each(rounds);
  check_whole_groups(rounds);
  std::map<std::string, int> runs;
  for (const auto& round : rounds)
    for (const auto& [station, there] : round) {
      CHECK(there.size() == 8);
      CHECK(++runs[station] <= 2);
    }
}

TEST_CASE("a group too small for one station goes round the others", "[patterns]") {
  // Eight and seven; who asks for eight never sees the seven.
  const auto result = plan_of(day(people(15) + rotation("carousel",
                                                        2,
                                                        stations(3, "capacity = [7, 8]\n") +
                                                            "[[rotation.station]]\nid = \"s4\"\n"
                                                            "capacity = [8, 8]\n")));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  check_once_each(rounds);
  check_whole_groups(rounds);
  for (const auto& round : rounds) CHECK(round.size() == 2);
}

TEST_CASE("where all have to be at one table, the other one rests", "[patterns]") {
  const auto result =
      plan_of(day(R"(
[[room]]
id = "cave"
site = "maison"
capacity = 40
closed = [["2026-06-01 14:00", "2026-06-01 14:20"]]
)" + people(9) +
                  rotation("remix",
                           2,
                           "[[rotation.station]]\nid = \"haut\"\nroom = \"salle\"\n"
                           "[[rotation.station]]\nid = \"bas\"\nroom = \"cave\"\n")));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  REQUIRE(rounds.size() == 2);
  CHECK(rounds[0].at("haut").size() == 9);
  CHECK(rounds[1].at("bas").size() == 9);
}

TEST_CASE("a topic that takes place twice is seen by everybody in these two rounds", "[patterns]") {
  // Four topics in four rounds: each of 24 people sees all of them, the first one 12 at a time.
  const auto result = plan_of(day(people(24) + rotation("remix",
                                                        4,
                                                        "[[rotation.station]]\nid = \"s0\"\n"
                                                        "runs = 2\ncapacity = [8, 14]\n" +
                                                            stations(3, "capacity = [3, 10]\n"))));
  REQUIRE(result.plan.feasible);
  const auto rounds = rounds_of(result);
  check_once_each(rounds);
  const auto runs = std::count_if(
      rounds.begin(), rounds.end(), [](const auto& round) { return round.contains("s0"); });
  CHECK(runs == 2);
}
