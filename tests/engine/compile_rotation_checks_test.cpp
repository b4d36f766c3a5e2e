#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/problem/joint_seats.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using Catch::Matchers::ContainsSubstring;
using support::complaints;
using support::GatheringBuilder;
using support::line_of;
using support::small_gathering;

namespace {

std::string error(Where where, const std::string& text) {
  return line_of(where) + "error: " + text + "\n";
}

/// Six people, three stations of two, two rounds.
GatheringBuilder six_at_tables(Pattern pattern) {
  auto b = small_gathering();
  b.people(7);
  auto& cafe = b.rotation("cafe", pattern, 2, 20);
  cafe.participants = b.who({"p1", "p2", "p3", "p4", "p5", "p6"});
  for (const auto* id : {"a", "b", "c"}) b.station(cafe, id, 2, 2);
  return b;
}

}  // namespace

TEST_CASE("A rotation that cannot work is an error") {
  auto b = six_at_tables(Pattern::Carousel);
  auto& cafe = b.g.rotations[0];
  REQUIRE(complaints(b.g).empty());
  SECTION("more rounds than stations") {
    cafe.rounds = b.at(4);
    CHECK(complaints(b.g) ==
          error(cafe.rounds.where,
                "4 tours pour 3 postes : personne ne peut en voir 4 différents | 4 rounds for 3 "
                "stations: nobody can see 4 different ones"));
  }
  SECTION("split in several rounds") {
    cafe.pattern.value = Pattern::Split;
    CHECK(complaints(b.g) ==
          error(cafe.rounds.where,
                "le schéma « split » a un seul tour, pas 2 | the pattern \"split\" "
                "has one round, not 2"));
  }
  SECTION("no station") {
    cafe.stations.clear();
    CHECK_THAT(complaints(b.g), ContainsSubstring("\"cafe\" has no station"));
  }
  SECTION("too few places") {
    cafe.stations[1].max_people = b.at(1);
    cafe.stations[1].min_people = b.at(1);
    CHECK(complaints(b.g) ==
          error(cafe.participants.where,
                "« cafe » : 6 personnes par tour, 5 places dans les postes et leurs salles | "
                "\"cafe\": 6 people in each round, 5 places at the stations and in their rooms"));
  }
  SECTION("one room too small for all stations") {
    b.g.rooms[1].capacity.value = 5;
    for (auto& station : cafe.stations) station.rooms = {b.in("small")};
    CHECK_THAT(complaints(b.g), ContainsSubstring("6 people in each round, 5 places"));
  }
  SECTION("too few places for people who stroll") {
    cafe.pattern.value = Pattern::Free;
    b.g.rooms[1].capacity.value = 5;
    for (auto& station : cafe.stations) station.rooms = {b.in("small")};
    CHECK_THAT(complaints(b.g), ContainsSubstring("6 people in each round, 5 places"));
  }
  SECTION("too few places over the rounds") {
    cafe.stations[0].runs = b.at(1);
    CHECK(
        complaints(b.g) ==
        error(
            cafe.participants.where,
            "« cafe » : 6 personnes × 2 tours, 10 places en tout (capacity et runs) | \"cafe\": 6 "
            "people × 2 rounds, 10 places in all (capacity and runs)"));
  }
  SECTION("sizes that do not fit") {
    for (auto& station : cafe.stations) {
      station.min_people = b.at(4);
      station.max_people = b.at(5);
    }
    CHECK_THAT(complaints(b.g),
               ContainsSubstring("6 people cannot be shared out over stations of these sizes "
                                 "(capacity); 5 or 8 would do"));
  }
  SECTION("a station that needs more people than there are") {
    cafe.stations[0].min_people = b.at(7);
    cafe.stations[0].max_people = b.at(9);
    for (std::size_t s = 1; s < cafe.stations.size(); ++s) cafe.stations[s].max_people = b.at(3);
    CHECK(
        complaints(b.g) ==
        line_of(cafe.stations[0].min_people->where) +
            "warning: « a » n’aura jamais lieu : il y faut au moins 7 personnes, et 6 participent "
            "| \"a\" will never take place: it needs at least 7 people, and 6 take part\n");
  }
  SECTION("a minimum above the maximum") {
    cafe.stations[0].min_people = b.at(3);
    CHECK_THAT(
        complaints(b.g),
        ContainsSubstring(error(cafe.stations[0].min_people->where,
                                "capacity : le minimum (3) dépasse le maximum (2) | capacity: "
                                "the minimum (3) is more than the maximum (2)")));
  }
  SECTION("runs beyond the rounds") {
    cafe.stations[0].runs = b.at(3);
    CHECK(complaints(b.g) ==
          error(cafe.stations[0].runs->where,
                "runs (3) doit aller de 1 au nombre de tours (2) | runs (3) must "
                "be from 1 to the number of rounds (2)"));
  }
  SECTION("a host who takes part") {
    cafe.stations[0].team = {b.role("host", {"p3", "p0"})};
    CHECK(complaints(b.g) ==
          error(cafe.stations[0].team[0].people[0].where,
                "« p3 » tient un poste de « cafe » et y participe aussi : retirez « p3 » de "
                "participants | \"p3\" holds a station of \"cafe\" and takes part in it too: take "
                "\"p3\" out of participants"));
  }
  SECTION("people to join and to part, through a third") {
    cafe.stations[0].max_people = b.at(3);
    cafe.together = {b.keys({"p1", "p2"}), b.keys({"p4", "p2"})};
    cafe.apart = {b.keys({"p3", "p1", "p4"})};
    CHECK(complaints(b.g) == error(cafe.apart[0][2].where,
                                   "together réunit « p1 » et « p4 », apart les sépare | together "
                                   "joins \"p1\" and \"p4\", apart parts them"));
  }
  SECTION("too many people to join") {
    cafe.together = {b.keys({"p1", "p2", "p3"})};
    CHECK_THAT(
        complaints(b.g),
        ContainsSubstring("together joins p1, p2 and p3 (3 people); the largest station takes 2"));
  }
  SECTION("too many people to join, through a third") {
    cafe.together = {b.keys({"p3", "p4"}), b.keys({"p1", "p2"}), b.keys({"p3", "p2"})};
    CHECK(complaints(b.g).find("(4 people); the largest station takes 2") != std::string::npos);
    CHECK(complaints(b.g).find(line_of(cafe.together[0][0].where)) == 0);
  }
  SECTION("too many people to part") {
    cafe.apart = {b.keys({"p1", "p2", "p3", "p4"})};
    CHECK_THAT(
        complaints(b.g),
        ContainsSubstring("apart parts p1, p2, p3 and 1 more (4 people); there are 3 stations"));
  }
  SECTION("somebody who does not take part") {
    cafe.together = {b.keys({"p0", "p1"})};
    CHECK_THAT(complaints(b.g), ContainsSubstring("\"p0\" is not among the participants"));
  }
}

TEST_CASE("A rotation nobody is registered for yet asks for no places") {
  auto b = six_at_tables(Pattern::Remix);
  b.g.rotations[0].participants = b.who("registered");
  const auto text = complaints(b.g);
  CHECK_THAT(text, ContainsSubstring("warning: "));
  CHECK_THAT(text, !ContainsSubstring("error: "));
}

TEST_CASE("Wishes must be for a rotation, by people who take part, from rank 1") {
  auto b = six_at_tables(Pattern::Choice);
  b.session("talk", 30).team = {b.role("host", {"p0"})};
  SECTION("a session") {
    b.wish("p1", "talk", "a", 1);
    CHECK_THAT(complaints(b.g), ContainsSubstring("\"talk\" is a session, not a rotation"));
  }
  SECTION("rank 0") {
    b.wish("p1", "cafe", "a", 0);
    CHECK_THAT(complaints(b.g), ContainsSubstring(line_of(b.g.wishes[0].rank.where) + "error: "));
  }
  SECTION("a station twice") {
    b.wish("p1", "cafe", "a", 1);
    b.wish("p1", "cafe", "a", 2);
    CHECK_THAT(complaints(b.g),
               ContainsSubstring(line_of(b.g.wishes[1].station.where) + "warning: ") &&
                   ContainsSubstring("\"p1\" wishes \"a\" twice: the last rank counts"));
  }
  SECTION("where nobody chooses, said once") {
    b.g.rotations[0].pattern.value = Pattern::Remix;
    b.wish("p1", "cafe", "a", 1);
    b.wish("p2", "cafe", "a", 1);
    CHECK(complaints(b.g) ==
          line_of(b.g.wishes[0].rotation.where) +
              "warning: les vœux pour « cafe » sont sans effet : son schéma n’est "
              "pas « choice » | wishes for \"cafe\" have no effect: its pattern "
              "is not \"choice\"\n");
  }
  SECTION("somebody else") {
    b.wish("p0", "cafe", "a", 1);
    CHECK(complaints(b.g) ==
          line_of(b.g.wishes[0].person.where) +
              "warning: « p0 » ne participe pas à « cafe » : ce vœu est sans effet "
              "| \"p0\" does not take part in \"cafe\": this wish has no effect\n");
  }
}

TEST_CASE("Seating people within limits is possible exactly when some choice of stations adds up") {
  const SeatRanges ranges{{2, 3}, {7, 8}, {7, 7}};
  const std::vector<int> possible{0, 2, 3, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18};
  for (int people = 0; people < 25; ++people) {
    CAPTURE(people);
    const bool listed = std::find(possible.begin(), possible.end(), people) != possible.end();
    const auto used = stations_to_seat(people, ranges);
    REQUIRE(used.has_value() == listed);
    if (!used) continue;
    int least = 0;
    int most = 0;
    for (std::size_t s = 0; s < ranges.size(); ++s)
      if ((*used)[s]) {
        least += ranges[s].first;
        most += ranges[s].second;
      }
    CHECK(least <= people);
    CHECK(people <= most);
  }
}

TEST_CASE("Stations that share rooms seat together what these have") {
  // Three topics, the first two in a room of nine; held to all choices of stations and sizes.
  const SeatRanges ranges{{2, 4}, {3, 8}, {6, 7}};
  const std::vector<JointSeats> joint{{{0, 1}, 9}};
  const auto size_of = [](int choice, std::pair<int, int> range) {
    return choice == 0 ? 0 : range.first + choice - 1;
  };
  std::vector<bool> possible(25);
  for (int a = 0; a <= 3; ++a)
    for (int b = 0; b <= 6; ++b)
      for (int c = 0; c <= 2; ++c) {
        const auto here = size_of(a, ranges[0]) + size_of(b, ranges[1]);
        if (here <= 9) possible[static_cast<std::size_t>(here + size_of(c, ranges[2]))] = true;
      }
  for (int people = 0; people < 25; ++people) {
    CAPTURE(people);
    const auto used = stations_to_seat(people, ranges, joint);
    REQUIRE(used.has_value() == possible[static_cast<std::size_t>(people)]);
    if (!used) continue;
    int least = 0;
    int in_room = 0;
    for (std::size_t s = 0; s < 3; ++s)
      if ((*used)[s]) {
        least += ranges[s].first;
        in_room += s < 2 ? ranges[s].second : 0;
      }
    CHECK(least <= people);
    CHECK(people <= std::min(9, in_room) + ((*used)[2] ? 7 : 0));
  }
}

TEST_CASE("Stations share rooms when one leads to another") {
  auto b = small_gathering();
  b.people(7);
  b.room("east", "house", 5);
  b.room("west", "house", 8);
  b.room("tower", "house", 3);
  auto& cafe = b.rotation("cafe", Pattern::Remix, 1, 20);
  b.station(cafe, "a", 0, 0).rooms = {b.in("east"), b.in("west")};
  b.station(cafe, "b", 0, 0).rooms = {b.in("tower")};
  b.station(cafe, "c", 0, 0).rooms = {b.in("west")};
  b.station(cafe, "d", 0, 0).rooms = {b.in("east")};
  const auto problem = support::compiled(b.g);
  CHECK(joint_seats(problem, problem.rotations[{0}].parts.front()) ==
        std::vector<JointSeats>{{{0, 2, 3}, 13}, {{1}, 3}});
}

TEST_CASE("One person cannot hold two stations of a round") {
  auto b = small_gathering();
  b.people(6);
  b.person("host");
  auto& r = b.rotation("tour", engine::Pattern::Split, 1, 20);
  r.participants = b.who(std::vector<std::string>{"p0", "p1", "p2", "p3"});
  for (const char* id : {"here", "there"})
    b.station(r, id, 1, 3).team.push_back(b.role("host", {"host"}));
  CHECK_THAT(complaints(b.g), ContainsSubstring("\"host\" holds the station \"here\" already"));
}
