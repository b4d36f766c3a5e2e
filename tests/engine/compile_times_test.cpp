#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using Catch::Matchers::ContainsSubstring;
using support::complaints;
using support::GatheringBuilder;
using support::line_of;
using support::small_gathering;

namespace {

/// One day from 9 to 12 and one session of 60 minutes.
GatheringBuilder morning() {
  auto b = small_gathering();
  b.people(2);
  b.session("talk", 60).audience = b.who("all");
  return b;
}

std::string error(Where where, const std::string& text) {
  return line_of(where) + "error: " + text + "\n";
}

}  // namespace

TEST_CASE("A start that cannot be is an error where it is written") {
  auto b = morning();
  auto& timing = b.g.sessions[0].timing;
  SECTION("off the grid") {
    timing.start = b.at(b.when("10:02"));
    CHECK(complaints(b.g) == error(timing.start->where,
                                   "« talk » commence à 10:02, hors de la grille de 5 min (grid) | "
                                   "\"talk\" starts at 10:02, off the grid of 5 min"));
  }
  SECTION("outside the day") {
    timing.start = b.at(b.when("11:30"));
    CHECK(complaints(b.g) ==
          error(timing.start->where,
                "« talk », de 11:30 à 12:30, sort des heures de la journée (09:00–12:00) | "
                "\"talk\", from 11:30 to 12:30, is outside the day’s hours (09:00–12:00)"));
  }
  SECTION("one of several starts outside the day") {
    timing.starts = {b.at(b.when("10:00")), b.at(b.when("8:00"))};
    CHECK_THAT(complaints(b.g), ContainsSubstring(line_of(timing.starts[1].where) + "error: "));
  }
  SECTION("on another day") {
    timing.start = b.at(b.when("2026-06-05 10:00"));
    CHECK(complaints(b.g) ==
          error(timing.start->where,
                "le vendredi 5 juin 2026 n’est pas un jour de l’événement | Friday 5 June 2026 is "
                "not a day of the gathering"));
  }
  SECTION("outside its own window") {
    timing.start = b.at(b.when("10:00"));
    timing.window = b.window("9:00", "10:30");
    CHECK(complaints(b.g) ==
          error(timing.start->where,
                "« talk » (1h) ne tient dans aucun des créneaux donnés, aux heures de la journée | "
                "\"talk\" (1 h) fits in none of the windows given within the day’s hours"));
  }
}

TEST_CASE("A start outside the day is allowed where the day's hours are no must") {
  auto b = morning();
  b.g.sessions[0].timing.start = b.at(b.when("11:30"));
  b.rule("day-bounds", RuleSetting::Level::Off);
  CHECK(complaints(b.g).empty());
}

TEST_CASE("A window that cannot hold the session is an error where it is written") {
  auto b = morning();
  auto& timing = b.g.sessions[0].timing;
  SECTION("shorter than the session") {
    timing.window = b.window("10:00", "10:45");
    CHECK(complaints(b.g) == error(timing.window->where,
                                   "ce créneau (10:00–10:45) compte 45 min ; « talk » dure 1h | "
                                   "this window (10:00–10:45) has 45 min; \"talk\" takes 1 h"));
  }
  SECTION("one of several") {
    timing.windows = {b.window("09:00", "12:00"), b.window("10:00", "10:45")};
    CHECK_THAT(complaints(b.g), ContainsSubstring(line_of(timing.windows[1].where) + "error: "));
  }
  SECTION("before it begins") {
    timing.window = b.window("11:00", "10:00");
    CHECK_THAT(
        complaints(b.g),
        ContainsSubstring(error(timing.window->where,
                                "ce créneau finit (10:00) avant d’avoir commencé (11:00) | this "
                                "window ends (10:00) before it begins (11:00)")));
  }
  SECTION("outside the day") {
    timing.window = b.window("13:00", "18:00");
    CHECK_THAT(complaints(b.g), ContainsSubstring(line_of(timing.window->where) + "error: "));
  }
}

TEST_CASE("Days must exist and be described once") {
  auto b = morning();
  SECTION("none") {
    b.g.days.clear();
    CHECK(complaints(b.g) ==
          "0 error: aucun jour : ajoutez [[day]] avec date, opens et closes | no day: add [[day]] "
          "with date, opens and closes\n");
  }
  SECTION("twice") {
    b.day("2026-06-01", "14:00", "18:00");
    CHECK_THAT(
        complaints(b.g),
        ContainsSubstring(line_of(b.g.days[1].where) + "error: le 2026-06-01 est déjà décrit"));
  }
  SECTION("another") {
    b.g.sessions[0].timing.day = b.at(b.when("2026-06-05 00:00").day.value());
    CHECK_THAT(complaints(b.g), ContainsSubstring("Friday 5 June 2026 is not a day"));
  }
  SECTION("long enough") {
    b.g.sessions[0].minutes = b.at(200);
    CHECK(complaints(b.g) == error(b.g.sessions[0].minutes.where,
                                   "« talk » dure 3h20 ; la journée la plus longue en compte 3h | "
                                   "\"talk\" takes 3 h 20; the longest day has 3 h"));
  }
}

TEST_CASE("Lengths must agree with each other") {
  auto b = morning();
  auto& talk = b.g.sessions[0];
  SECTION("phases too short") {
    talk.phases = {{"intro", 20, b.here()}, {"talk", 30, b.here()}};
    CHECK(complaints(b.g) ==
          error(talk.phases[0].where,
                "les phases de « talk » font 50 min pour 60 min : il en manque 10 | the phases of "
                "\"talk\" take 50 min of 60 min: 10 are missing"));
  }
  SECTION("phases too long") {
    talk.phases = {{"talk", 75, b.here()}};
    CHECK_THAT(complaints(b.g),
               ContainsSubstring("15 de trop") && ContainsSubstring("15 too many"));
  }
  SECTION("min_minutes") {
    talk.min_minutes = b.at(90);
    CHECK(complaints(b.g) == error(talk.min_minutes->where,
                                   "min_minutes (90) dépasse minutes (60) | min_minutes (90) is "
                                   "more than minutes (60)"));
  }
  SECTION("gaps") {
    b.session("next", 10).timing.after = {b.after("talk", 30)};
    auto& after = b.g.sessions[1].timing.after[0];
    after.max_gap = 15;
    CHECK_THAT(complaints(b.g),
               ContainsSubstring(error(after.item.where,
                                       "gap (30 min) dépasse max_gap (15 min) | gap (30 min) is "
                                       "more than max_gap (15 min)")));
  }
}

TEST_CASE("An order that goes round is shown") {
  auto b = small_gathering();
  b.people(1);
  for (const auto* id : {"a", "b", "c", "d", "before", "behind"})
    b.session(id, 10).audience = b.who("all");
  auto& s = b.g.sessions;
  SECTION("three sessions") {
    s[1].timing.after = {b.after("a"), b.after("before")};
    s[2].timing.after = {b.after("b")};
    s[5].timing.after = {b.after("c")};
    s[0].timing.after = {b.after("c")};
    CHECK(complaints(b.g) ==
          error(s[0].timing.after[0].item.where,
                "cet ordre tourne en rond : a → b → c → a | this order goes round "
                "in a circle: a → b → c → a"));
  }
  SECTION("a session after itself") {
    s[3].timing.after = {b.after("d")};
    CHECK_THAT(complaints(b.g), ContainsSubstring("in a circle: d → d\n"));
  }
  SECTION("two circles") {
    s[0].timing.after = {b.after("b")};
    s[1].timing.after = {b.after("a")};
    s[2].timing.after = {b.after("d")};
    s[3].timing.after = {b.after("c")};
    const auto text = complaints(b.g);
    CHECK_THAT(text, ContainsSubstring("a → b → a\n"));
    CHECK_THAT(text, ContainsSubstring("c → d → c\n"));
  }
  SECTION("round a rotation whose rounds are apart") {
    auto& cafe = b.rotation("cafe", Pattern::Remix, 3, 10);
    cafe.contiguous = false;
    cafe.revisit = true;
    b.station(cafe, "x", 0, 0);
    cafe.timing.after = {b.after("a")};
    s[0].timing.after = {b.after("cafe")};
    CHECK_THAT(complaints(b.g), ContainsSubstring("a → cafe → a\n"));
  }
}

TEST_CASE("A session cannot be asked to avoid or join itself") {
  auto b = morning();
  auto& timing = b.g.sessions[0].timing;
  timing.not_with = b.not_with({"talk"});
  CHECK(complaints(b.g) == error(timing.not_with[0].item.where,
                                 "« talk » se désigne elle-même : nommez une autre séance | "
                                 "\"talk\" names itself: name another session"));
}

TEST_CASE("Sessions that start together must be able to") {
  auto b = morning();
  b.session("next", 30).team = {b.role("host", {"p0"})};
  auto& next = b.g.sessions[1].timing;
  next.same_start = b.keys({"talk"});
  CHECK(complaints(b.g).empty());
  next.start = b.at(b.when("11:30"));
  CHECK(complaints(b.g) == error(next.same_start[0].where,
                                 "« next » et « talk » n’ont aucune heure de début en commun | "
                                 "\"next\" and \"talk\" have no possible start in common"));
}

TEST_CASE("Items of a fixed day that do not add up are named with the minutes in excess") {
  auto b = morning();
  b.session("next", 30);
  auto& talk = b.g.sessions[0];
  auto& next = b.g.sessions[1];
  talk.timing.start = b.at(b.when("09:00"));
  next.timing.start = b.at(b.when("09:45"));
  SECTION("for the same people") {
    next.audience = b.who("all");
    CHECK(complaints(b.g) ==
          error(next.timing.start->where,
                "la journée ne tombe pas juste : talk (09:00–10:00) et next (09:45–10:15) se "
                "chevauchent de 15 min pour p0 et 1 autre | the day does not add up: talk "
                "(09:00–10:00) and next (09:45–10:15) overlap by 15 min for p0 and 1 more"));
  }
  SECTION("in the same room") {
    next.team = {b.role("host", {"p0"})};
    talk.audience = b.who(std::vector<std::string>{"p1"});
    talk.rooms = {b.in("small")};
    next.rooms = {b.in("small")};
    b.g.rooms[1].setup = 5;
    CHECK(
        complaints(b.g) ==
        error(next.timing.start->where,
              "la journée ne tombe pas juste : talk (09:00–10:00) et next (09:45–10:15) sont dans "
              "la même salle, « small », 20 min de trop (mise en place comprise) | the day does "
              "not add up: talk (09:00–10:00) and next (09:45–10:15) are in the same room, "
              "\"small\", 20 min too many (setting up included)"));
    b.g.rooms[1].shared = true;
    CHECK(complaints(b.g).empty());
  }
  SECTION("in the order asked for") {
    next.team = {b.role("host", {"p0"})};
    talk.audience = b.who(std::vector<std::string>{"p1"});
    next.timing.after = {b.after("talk", 10)};
    CHECK(
        complaints(b.g) ==
        error(next.timing.start->where,
              "la journée ne tombe pas juste : next (09:45–10:15) vient après talk (09:00–10:00), "
              "il manque 25 min | the day does not add up: next (09:45–10:15) comes after talk "
              "(09:00–10:00), 25 min are missing"));
  }
  SECTION("with the way from one site to another") {
    b.site("farm");
    b.room("barn", "farm", 20);
    b.travel("house", "farm", 20);
    next.timing.start = b.at(b.when("10:05"));
    next.audience = b.who(std::vector<std::string>{"p1"});
    talk.rooms = {b.in("small")};
    next.rooms = {b.in("barn")};
    CHECK(
        complaints(b.g) ==
        error(next.timing.start->where,
              "la journée ne tombe pas juste : de talk (09:00–10:00) à next (10:05–10:35), il "
              "manque 15 min de trajet pour p1 | the day does not add up: from talk (09:00–10:00) "
              "to next (10:05–10:35), p1 lacks 15 min for the journey"));
  }
  SECTION("but not where they only follow one another") {
    next.audience = b.who("all");
    next.timing.start = b.at(b.when("10:00"));
    CHECK(complaints(b.g).empty());
  }
}
