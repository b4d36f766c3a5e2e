#include <string>

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

GatheringBuilder crowd(int people) {
  auto b = small_gathering();
  b.people(people);
  b.session("talk", 60).audience = b.who("all");
  return b;
}

}  // namespace

TEST_CASE("An audience too large for every room is told the largest") {
  auto b = crowd(41);
  auto& talk = b.g.sessions[0];
  SECTION("of all") {
    CHECK(
        complaints(b.g) ==
        error(
            talk.audience.where,
            "« talk » attend 41 personnes ; la plus grande salle possible, « large », a 40 places "
            "| \"talk\" expects 41 people; the largest room possible, \"large\", has 40 seats"));
  }
  SECTION("of those given") {
    b.g.rooms[0].capacity.value = 100;
    talk.rooms = {b.in("small")};
    CHECK_THAT(complaints(b.g), ContainsSubstring("\"small\", has 10 seats"));
  }
  SECTION("by the seats asked for") {
    talk.seats = b.at(60);
    CHECK_THAT(complaints(b.g), ContainsSubstring(line_of(talk.seats->where) + "error: "));
  }
  SECTION("but not when capacity is no must") {
    b.rule("room-capacity", RuleSetting::Level::Weight, 1);
    CHECK(complaints(b.g).empty());
  }
}

TEST_CASE("Features that no room has together are an error") {
  auto b = crowd(5);
  auto& talk = b.g.sessions[0];
  b.g.rooms[0].features = b.keys({"projector"});
  b.g.rooms[1].features = b.keys({"step-free"});
  SECTION("an unknown one") {
    talk.needs = b.keys({"projetor"});
    CHECK(complaints(b.g) ==
          error(talk.needs[0].where,
                "aucune salle n’a « projetor » dans ses features. Peut-être : projector | no room "
                "has \"projetor\" among its features. Maybe: projector"));
  }
  SECTION("two that are apart") {
    talk.needs = b.keys({"projector", "step-free"});
    CHECK(complaints(b.g) == error(talk.needs[0].where,
                                   "« talk » : aucune salle ne réunit projector, step-free | "
                                   "\"talk\": no room has all of projector, step-free"));
  }
  SECTION("one that the room given lacks") {
    talk.needs = b.keys({"projector"});
    talk.rooms = {b.in("small")};
    CHECK(
        complaints(b.g) ==
        error(talk.needs[0].where,
              "« talk » : aucune des salles proposées ne réunit projector | \"talk\": none of the "
              "rooms given has all of projector"));
  }
}

TEST_CASE("A room that is never open at the right time is an error") {
  auto b = crowd(5);
  auto& talk = b.g.sessions[0];
  talk.rooms = {b.in("small")};
  const auto expected =
      error(talk.rooms[0].room.where,
            "« talk » : aucune des salles possibles n’est ouverte à une heure possible (closed, "
            "windows, heures du site) ; salle fermée alors : « small » | \"talk\": none of the "
            "possible rooms is open at a possible "
            "time (closed, windows, hours of the site); room closed then: \"small\"");
  SECTION("closed when the session must be") {
    talk.timing.window = b.window("10:00", "11:30");
    b.g.rooms[1].closed = {b.window("10:45", "10:50")};
    CHECK(complaints(b.g) == expected);
  }
  SECTION("with a window that is too short") {
    talk.rooms[0].windows = {b.window("10:00", "10:30")};
    CHECK(complaints(b.g) == expected);
  }
  SECTION("on a site that closes early") {
    b.g.sites[0].closes = b.at(9 * 60 + 30);
    CHECK(complaints(b.g) == expected);
  }
  SECTION("with no time left for setting up") {
    talk.timing.start = b.at(b.when("10:00"));
    talk.setup = 15;
    b.g.rooms[1].closed = {b.window("09:00", "09:50")};
    CHECK(complaints(b.g) == expected);
  }
  SECTION("closed all day: the room is pointed out too") {
    b.g.rooms[1].closed = {b.window("08:00", "12:00")};
    CHECK(complaints(b.g) ==
          line_of(b.g.rooms[1].id.where) +
              "warning: « small » n’est ouverte à aucun moment de l’événement | \"small\" is not "
              "open at any time of the gathering\n" +
              expected);
  }
}

TEST_CASE("A day on which every room is closed is pointed out") {
  auto b = crowd(5);
  b.day("2026-06-02", "09:00", "12:00");
  for (auto& room : b.g.rooms) room.closed = {b.window("2026-06-02 00:00", "2026-06-02 24:00")};
  CHECK(complaints(b.g) ==
        line_of(b.g.days[1].where) +
            "warning: aucune salle n’est ouverte le 2026-06-02 | no room is open "
            "on 2026-06-02\n");
}

TEST_CASE("A role nobody can hold is an error") {
  auto b = crowd(3);
  auto& talk = b.g.sessions[0];
  SECTION("fewer people than places") {
    talk.team = {b.open_role("host", 4, b.who("all"))};
    CHECK(complaints(b.g) ==
          error(talk.team[0].open->where,
                "personne pour tenir le rôle « host » : il faut 4 personnes, from "
                "en désigne 3 | nobody to hold the role \"host\": it takes 4 "
                "people, from names 3"));
  }
  SECTION("nobody registered yet") {
    talk.team = {b.open_role("host", 1, b.who("registered"))};
    CHECK_THAT(complaints(b.g), ContainsSubstring("it takes 1 person, from names 0"));
  }
  SECTION("people who are away") {
    b.g.people[0].available = {b.window("09:00", "09:30")};
    b.g.people[1].available = {b.window("09:00", "09:30"), b.window("11:00", "12:00")};
    talk.team = {b.open_role("host", 3, b.who("all"))};
    CHECK(
        complaints(b.g) ==
        error(
            talk.team[0].open->where,
            "personne pour tenir le rôle « host » : il faut 3 personnes, 2 sur 3 sont disponibles "
            "aux heures possibles | nobody to hold the role \"host\": it takes 3 people, 2 of 3 "
            "are available at the possible times"));
  }
  SECTION("a named person who is away") {
    b.g.people[0].available = {b.window("09:00", "09:30")};
    talk.audience = {};
    talk.team = {b.role("host", {"p0"})};
    CHECK(complaints(b.g) == error(talk.team[0].people[0].where,
                                   "« p0 » n’est jamais disponible quand « talk » peut avoir lieu "
                                   "(available) | \"p0\" is never available when \"talk\" can take "
                                   "place (available)"));
  }
}

TEST_CASE("More equipment than there is, is an error") {
  auto b = crowd(3);
  b.g.equipment.emplace_back().id = b.key("micro");
  b.g.equipment.back().count = 2;
  auto& talk = b.g.sessions[0];
  talk.equipment = {{.equipment = b.key("micro"), .count = 3}};
  CHECK(complaints(b.g) ==
        error(talk.equipment[0].equipment.where,
              "« micro » : 3 demandés, il y en a 2 | \"micro\": 3 asked for, there are 2"));
}

TEST_CASE("An unknown travel time between two sites in use is asked for once") {
  auto b = crowd(3);
  b.site("farm");
  b.room("barn", "farm", 30);
  SECTION("in use") {
    CHECK(
        complaints(b.g) ==
        error(b.g.sites[1].id.where,
              "temps de trajet inconnu entre « house » et « farm » : ajoutez [[travel]] from = "
              "\"house\", to = \"farm\", minutes = …, ou les coordonnées des deux sites | unknown "
              "travel time between \"house\" and \"farm\": add [[travel]] from = \"house\", to = "
              "\"farm\", minutes = …, or the coordinates of both sites"));
  }
  SECTION("one way only") {
    b.travel("house", "farm", 10).both_ways = false;
    CHECK_THAT(complaints(b.g), ContainsSubstring("unknown travel time"));
  }
  SECTION("not when nothing takes place there") {
    b.g.sessions[0].rooms = {b.in("small"), b.in("large")};
    CHECK(complaints(b.g).empty());
  }
  SECTION("a journey described twice: the last line wins") {
    b.travel("house", "farm", 10);
    b.travel("farm", "house", 15).both_ways = false;
    CHECK_THAT(complaints(b.g),
               ContainsSubstring(line_of(b.g.travels[1].where) + "warning: ") &&
                   ContainsSubstring("is described already (10 min): this line wins"));
  }
  SECTION("a journey from a site to a room is not one") {
    b.travel("farm", "small", 10);
    CHECK_THAT(complaints(b.g), ContainsSubstring("a journey joins two sites or two rooms"));
  }
}

TEST_CASE("What is legal and suspicious is pointed out") {
  auto b = crowd(5);
  auto& talk = b.g.sessions[0];
  SECTION("nobody expected") {
    talk.audience = {};
    CHECK_THAT(complaints(b.g),
               ContainsSubstring("warning: « talk » n’a ni public ni équipe") &&
                   ContainsSubstring("\"talk\" has neither audience nor team"));
  }
  SECTION("a round table of two") {
    talk.format.value = "round-table";
    talk.team = {b.role("moderator", {"p0"}), b.role("speaker", {"p1", "p2"})};
    CHECK_THAT(complaints(b.g),
               ContainsSubstring("2 of the 3 speakers at least that make a discussion"));
    talk.team[1].people = b.keys({"p1", "p2", "p3"});
    CHECK(complaints(b.g).empty());
  }
  SECTION("a convocation without e-mail") {
    talk.format.value = "committee";
    b.g.people[0].email = "p0@example.org";
    CHECK_THAT(complaints(b.g),
               ContainsSubstring("sans courriel pour p1, p2, p3 et 1 autre | \"talk\" is a "
                                 "convocation, with no e-mail for p1, p2, p3 and 1 more"));
    for (auto& person : b.g.people) person.email = "x@example.org";
    CHECK(complaints(b.g).empty());
  }
  SECTION("a long plenary after a meal") {
    talk.format.value = "plenary";
    b.session("lunch", 60).audience = b.who("all");
    b.g.sessions[1].format.value = "meal";
    auto& plenary = b.g.sessions[0];
    SECTION("by order") {
      plenary.timing.after = {b.after("lunch")};
    }
    SECTION("by the clock") {
      b.g.sessions[1].timing.start = b.at(b.when("10:00"));
      plenary.timing.start = b.at(b.when("11:00"));
    }
    CHECK_THAT(complaints(b.g), ContainsSubstring("a plenary of 60 min right after a meal"));
    plenary.minutes.value = 30;
    CHECK(complaints(b.g).empty());
  }
  SECTION("a published place that is no longer possible") {
    talk.timing.published.start = b.at(b.when("11:30"));
    talk.timing.published.room = b.key("small");
    talk.rooms = {b.in("large")};
    CHECK_THAT(complaints(b.g),
               ContainsSubstring("the published start (11:30) is no longer possible") &&
                   ContainsSubstring("the published room \"small\" is no longer possible"));
  }
}
