// Stations that stand in one room: together they seat no more people than it has chairs.
#include <algorithm>

#include "tests/app/replan_desk.h"
#include "tests/app/small_rotation.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

/// Three stations in the barn, which has so many seats, and three at the forge.
std::string two_rooms(
    int barn, int forge, const std::string& pattern, int rounds, const std::string& each) {
  std::string text;
  for (const auto& [room, seats] : {std::pair("grange", barn), std::pair("forge", forge)})
    text += "[[room]]\nid = \"" + std::string(room) +
            "\"\nsite = \"maison\"\ncapacity = " + std::to_string(seats) + "\n";
  text += "[[rotation]]\nid = \"tour\"\ntitle = \"Tour\"\nformat = \"visit\"\npattern = \"" +
          pattern + "\"\nrounds = " + std::to_string(rounds) +
          "\nminutes = 20\nstart = \"14:00\"\nparticipants = \"all\"\n";
  for (int s = 1; s <= 6; ++s)
    text += "[[rotation.station]]\nid = \"s" + std::to_string(s) + "\"\nroom = \"" +
            (s <= 3 ? "grange" : "forge") + "\"\n" + each;
  return text;
}

/// Everybody has a seat in every round.
void check_seats(const Planned& result, std::size_t people, std::size_t seats) {
  REQUIRE(result.plan.feasible);
  for (const auto& round : rounds_of(result)) {
    std::size_t in_barn = 0;
    std::size_t in_forge = 0;
    for (const auto& [station, there] : round)
      (station <= "s3" ? in_barn : in_forge) += there.size();
    CHECK(in_barn + in_forge == people);
    CHECK(std::max(in_barn, in_forge) <= seats);
  }
}

}  // namespace

TEST_CASE("a carousel keeps to the seats of the rooms that its stations share", "[patterns]") {
  // Twenty people, two rooms of ten. Four a group at least: two groups in each room. Three at
  // least: six groups, and the two of four are never in one room.
  const std::vector<std::pair<std::string, int>> sizes_and_rounds{{"[4, 20]", 2}, {"[3, 5]", 4}};
  for (const auto& [sizes, rounds] : sizes_and_rounds) {
    INFO(sizes);
    const auto result = plan_of(
        day(people(20) + two_rooms(10, 10, "carousel", rounds, "capacity = " + sizes + "\n")));
    check_seats(result, 20, 10);
    check_once_each(rounds_of(result));
    check_whole_groups(rounds_of(result));
  }
}

TEST_CASE("people divided once fill no room beyond its seats", "[patterns]") {
  check_seats(
      plan_of(day(people(20) + two_rooms(10, 10, "split", 1, "capacity = [4, 20]\n"))), 20, 10);
}

TEST_CASE("new groups fill no room beyond its seats", "[patterns]") {
  check_seats(
      plan_of(day(people(20) + two_rooms(10, 10, "remix", 3, "capacity = [4, 20]\n"))), 20, 10);
  // Even groups would be four, three, three in one room and four, three, three in the other.
  check_seats(plan_of(day(people(19) + two_rooms(10, 10, "remix", 3, ""))), 19, 10);
}

TEST_CASE("wishes fill no room beyond its seats", "[patterns]") {
  std::string wishes = "person,rotation,station,rank\n";  // everybody wants the barn
  for (int p = 1; p <= 20; ++p)
    for (const auto* wish : {",tour,s1,1\n", ",tour,s3,2\n"})
      wishes += "p" + std::to_string(p) + wish;
  auto toml = day(people(20) + two_rooms(12, 12, "choice", 2, "capacity = [2, 12]\n"));
  toml.insert(toml.find("[[day]]"), "wishes = \"wishes.csv\"\n");
  check_seats(plan_of(toml, wishes), 20, 12);
}

TEST_CASE("people whom their rooms cannot seat in groups of such sizes are told so", "[patterns]") {
  // Groups of five or six: a room of fourteen seats two of them, and four groups are 24 at most.
  const auto result =
      plan_of(day(people(26) + two_rooms(14, 14, "carousel", 2, "capacity = [5, 6]\n")));
  REQUIRE(result.complaints.size() == 1);
  CHECK(result.complaints[0].find("26 people cannot be shared out over stations of these sizes "
                                  "(capacity) in their rooms; 24 would do") != std::string::npos);
}

TEST_CASE("who comes unannounced sits where the room has a seat", "[replan]") {
  // The barn is full with three pairs; the groups of the forge are larger and have seats.
  const Repaired kept(day(people(16) + two_rooms(6, 12, "split", 1, "capacity = [2, 9]\n")));
  kept.write("more.csv", "id,name\none,Une\ntwo,Deux\n");
  const auto result = kept.replan({{"--arrive", kept.folder.file("more.csv")}});
  REQUIRE(result.wrong.empty());
  CHECK(result.plan.feasible);
  CHECK(result.disturbed.people.empty());
}
