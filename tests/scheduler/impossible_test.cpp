#include "scheduler/explain/impossible.h"

#include "engine/plan/make_plan.h"
#include "scheduler/explain/conflict_words.h"
#include "scheduler/explain/first_look.h"
#include "scheduler/explain/reasons.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

using namespace engine;
using scheduler::Conflict;
using support::GatheringBuilder;
using support::small_gathering;

namespace {

/// French spaces as plain ones; a sentence that lacks them is marked.
std::string plain(const Text& text) {
  auto line = (support::well_set(text.fr) ? "" : "(typography) ") + text.fr + " | " + text.en;
  for (const std::string space : {"\u202f", "\u00a0"})
    for (auto at = line.find(space); at != line.npos; at = line.find(space))
      line.replace(at, space.size(), " ");
  return line;
}

/// One conflict per line: "French | English".
std::string conflicts(const Gathering& gathering) {
  const auto problem = support::compiled(gathering);
  std::string text;
  for (const auto& conflict : scheduler::impossible(problem))
    text += plain(scheduler::words_of(gathering, problem, conflict)) + "\n";
  return text;
}

/// "Ana Diallo" and "Bo Martin", with the ids ana and bo.
GatheringBuilder two_people() {
  auto b = small_gathering();
  b.g.sessions.reserve(10);  // so that references to earlier sessions last
  b.person("ana").name = "Ana Diallo";
  b.person("bo").name = "Bo Martin";
  return b;
}

/// Starts of which only two leave an hour between them, although all together they fill the
/// morning.
std::vector<At<When>> starts_with_gaps(GatheringBuilder& b) {
  std::vector<At<When>> starts;
  for (const char* start : {"09:00", "09:45", "10:30", "11:00"})
    starts.push_back(b.at(b.when(start)));
  return starts;
}

}  // namespace

TEST_CASE("A gathering with a plan has no conflict", "[explain]") {
  auto b = two_people();
  b.session("talk", 60).audience = b.who("all");
  b.session("walk", 60).audience = b.who("all");
  CHECK(conflicts(b.g).empty());
}

TEST_CASE("An item without a start and a room says what takes them away", "[explain]") {
  auto b = two_people();
  b.g.people[0].available = {b.window("2026-06-01 09:00", "2026-06-01 10:00")};
  b.g.people[1].available = {b.window("2026-06-01 10:00", "2026-06-01 12:00")};
  auto& talk = b.session("talk", 60);
  std::string expected;
  SECTION("two people who are never there together") {
    talk.audience = b.who("all");
    expected =
        "« talk » ne peut avoir lieu à aucun moment : Ana Diallo et Bo Martin ne sont jamais "
        "disponibles ensemble | \"talk\" cannot take place at any time: Ana Diallo and Bo Martin "
        "are never available together\n";
  }
  SECTION("a room that is closed when the speaker is there") {
    talk.team = {b.role("speaker", {"ana"})};
    talk.rooms = {b.in("small")};
    b.g.rooms[1].closed = {b.window("2026-06-01 09:30", "2026-06-01 10:30")};
    expected =
        "« talk » ne peut avoir lieu à aucun moment : Ana Diallo n’est pas disponible ; fermé aux "
        "heures possibles : small | \"talk\" cannot take place at any time: Ana Diallo is not "
        "available; closed at the possible times: small\n";
  }
  SECTION("but not one that may be left out") {
    talk.audience = b.who("all");
    talk.optional = true;
  }
  CHECK(conflicts(b.g) == expected);
}

TEST_CASE("Items in a row that do not fit between their first and last hour", "[explain]") {
  auto b = two_people();
  b.session("one", 60);
  b.session("two", 60).timing.after = {b.after("one", 15)};
  b.session("three", 60).timing.after = {b.after("two")};
  CHECK(conflicts(b.g) ==
        "« one », « two » et « three » doivent se suivre et demandent 3h15 en tout ; il n’y a que "
        "3h entre 9h et 12h | \"one\", \"two\" and \"three\" must follow one another and need 3 h "
        "15 in all; there is only 3 h between 9:00 and 12:00\n");
}

TEST_CASE("A person with more to do than time", "[explain]") {
  auto b = two_people();
  for (const char* id : {"one", "two", "three"})
    b.session(id, 60).audience = b.who(std::vector<std::string>{"ana"});
  std::string expected;
  SECTION("by minutes") {
    b.session("four", 15).audience = b.who(std::vector<std::string>{"ana"});
    expected =
        "« one », « two », « three » et « four » demandent 3h15 à Ana Diallo entre 9h et 12h, où "
        "il n’y a que 3h | \"one\", \"two\", \"three\" and \"four\" take 3 h 15 of the time of Ana "
        "Diallo between 9:00 and 12:00, where there is only 3 h\n";
  }
  SECTION("by how many fit one after the other") {
    for (auto& session : b.g.sessions) session.timing.starts = starts_with_gaps(b);
    expected =
        "entre 9h et 12h, il n’y a de temps que pour 2 des 3 séances de Ana Diallo : « one », « "
        "two » et « three » | between 9:00 and 12:00, there is time for only 2 of the 3 items of "
        "Ana Diallo: \"one\", \"two\" and \"three\"\n";
  }
  SECTION("one that may be left out does not count") {
    b.session("four", 15).audience = b.who(std::vector<std::string>{"ana"});
    b.g.sessions[0].optional = true;
  }
  CHECK(conflicts(b.g) == expected);
}

TEST_CASE("A room for which too much is meant", "[explain]") {
  auto b = two_people();
  for (const char* id : {"one", "two", "three"}) b.session(id, 60).rooms = {b.in("small")};
  std::string expected;
  SECTION("with the pause between two uses") {
    b.g.rooms[1].setup = 10;
    expected =
        "« one », « two » et « three » demandent 3h20 dans small, sans autre salle possible ; il "
        "n’y a que 3h entre 9h et 12h | \"one\", \"two\" and \"three\" need 3 h 20 in small, with "
        "no other room possible; there is only 3 h between 9:00 and 12:00\n";
  }
  SECTION("by how many fit one after the other") {
    for (auto& session : b.g.sessions) session.timing.starts = starts_with_gaps(b);
    expected =
        "« one », « two » et « three » n’ont pas d’autre salle que small ; il n’y a de créneau que "
        "pour 2 sur 3 entre 9h et 12h | \"one\", \"two\" and \"three\" have no other room than "
        "small; there is time for only 2 of 3 between 9:00 and 12:00\n";
  }
  SECTION("while it is open") {
    b.g.rooms[1].closed = {b.window("2026-06-01 11:00", "2026-06-01 12:00")};
    expected =
        "« one », « two » et « three » demandent 3h dans small, sans autre salle possible ; il n’y "
        "a que 2h entre 9h et 11h | \"one\", \"two\" and \"three\" need 3 h in small, with no "
        "other room possible; there is only 2 h between 9:00 and 11:00\n";
  }
  CHECK(conflicts(b.g) == expected);
}

TEST_CASE("Items that cannot overlap for different reasons", "[explain]") {
  auto b = two_people();
  auto& one = b.session("one", 70);
  one.audience = b.who(std::vector<std::string>{"ana"});
  one.rooms = {b.in("small")};
  auto& two = b.session("two", 70);
  two.audience = b.who(std::vector<std::string>{"ana"});
  auto& three = b.session("three", 70);
  three.rooms = {b.in("small")};
  three.timing.not_with = b.not_with({"two"});
  CHECK(conflicts(b.g) ==
        "« one », « two » et « three » ne peuvent pas se chevaucher (Ana Diallo ; small) et durent "
        "3h30 en tout ; il n’y a que 3h entre 9h et 12h | \"one\", \"two\" and \"three\" cannot "
        "overlap (Ana Diallo; small) and take 3 h 30 in all; there is only 3 h between 9:00 and "
        "12:00\n");
}

TEST_CASE("A journey that cannot be made", "[explain]") {
  auto b = two_people();
  b.site("hall");
  b.room("stage", "hall", 40);
  auto& one = b.session("one", 60);
  one.audience = b.who("all");
  one.rooms = {b.in("small")};
  auto& two = b.session("two", 60);
  two.team = {b.role("speaker", {"bo"})};
  two.rooms = {b.in("stage")};
  std::string expected;
  SECTION("for want of time in all") {
    b.travel("house", "hall", 75);
    expected =
        "« one » et « two » demandent 3h15 à Bo Martin entre 9h et 12h, trajets compris, où il n’y "
        "a que 3h | \"one\" and \"two\" take 3 h 15 of the time of Bo Martin between 9:00 and "
        "12:00, the way included, where there is only 3 h\n";
  }
  SECTION("in the only order there is") {
    b.travel("house", "hall", 40).both_ways = false;
    b.travel("hall", "house", 0).both_ways = false;
    one.timing.window = b.window("09:00", "10:30");
    two.timing.window = b.window("09:30", "11:30");
    expected =
        "pour Bo Martin, « one » et « two » se chevauchent ou laissent trop peu de temps pour le "
        "trajet, quels que soient l’heure et le lieu | for Bo Martin, \"one\" and \"two\" overlap "
        "or leave too little time for the way, whatever the hour and the place\n";
  }
  CHECK(conflicts(b.g) == expected);
}

TEST_CASE("Items that must start together and cannot", "[explain]") {
  auto b = two_people();
  auto& one = b.session("one", 60);
  auto& two = b.session("two", 60);
  two.timing.same_start = b.keys({"one"});
  std::string expected;
  SECTION("for a person in both") {
    one.audience = b.who("all");
    two.team = {b.role("speaker", {"bo"})};
    expected =
        "« one » et « two » doivent commencer ensemble et ne le peuvent pas (Bo Martin) | \"one\" "
        "and \"two\" must start together and cannot (Bo Martin)\n";
  }
  SECTION("for their one room") {
    one.rooms = {b.in("small")};
    two.rooms = {b.in("small")};
    expected =
        "« one » et « two » ont lieu en même temps entre 11h et 12h et n’ont que small à se "
        "partager | \"one\" and \"two\" take place at the same time between 11:00 and 12:00 and "
        "have only small to share\n";
  }
  CHECK(conflicts(b.g) == expected);
}

TEST_CASE("Items at one time with too few rooms, people or pieces", "[explain]") {
  auto b = two_people();
  b.g.equipment.emplace_back().id = b.key("screen");
  b.g.equipment.back().name = "écran";
  b.g.equipment.back().count = 2;
  for (const char* id : {"one", "two", "three"})
    b.session(id, 60).timing.start = b.at(b.when("10:00"));
  std::string expected;
  SECTION("rooms") {
    expected =
        "« one », « two » et « three » ont lieu en même temps entre 10h et 11h et n’ont que large "
        "et small à se partager | \"one\", \"two\" and \"three\" take place at the same time "
        "between 10:00 and 11:00 and have only large and small to share\n";
  }
  SECTION("people") {
    b.g.sessions[2].timing.start = {};
    b.g.sessions[2].audience = b.who(std::vector<std::string>{"ana"});
    for (int i : {0, 1})
      b.g.sessions[static_cast<std::size_t>(i)].team = {
          b.open_role("guide", 1, b.who(std::vector<std::string>{"bo"}))};
    expected =
        "les équipes de « one » et « two » ont 2 rôles à pourvoir entre 10h et 11h ; avec Bo "
        "Martin, on ne peut en tenir que 1 | the teams of \"one\" and \"two\" have 2 roles to fill "
        "between 10:00 and 11:00; with Bo Martin, only 1 can be held\n";
  }
  SECTION("pieces") {
    b.room("third", "house", 10);
    for (auto& session : b.g.sessions)
      session.equipment = {{.equipment = b.key("screen"), .count = 1}};
    expected =
        "« one », « two » et « three » demandent 3 × écran entre 10h et 11h ; il y en a 2 | "
        "\"one\", \"two\" and \"three\" need 3 × écran between 10:00 and 11:00; there are 2\n";
  }
  CHECK(conflicts(b.g) == expected);
}

TEST_CASE("Open roles that few people can fill", "[explain]") {
  auto b = two_people();
  for (const char* id : {"one", "two", "three", "four"})
    b.session(id, 60).team = {b.open_role("guide", 1, b.who(std::vector<std::string>{"bo"}))};
  CHECK(conflicts(b.g) ==
        "les équipes de « one », « two », « three » et « four » demandent 4h de présence en tout "
        "entre 9h et 12h ; avec Bo Martin, il n’y a que 3h | the teams of \"one\", \"two\", "
        "\"three\" and \"four\" take 4 h of presence in all between 9:00 and 12:00; with Bo "
        "Martin, there is only 3 h\n");
}

TEST_CASE("A place that may stay empty after a change asks for nobody", "[explain]") {
  auto b = two_people();
  b.people(2);
  for (const char* id : {"one", "two"}) {
    auto& session = b.session(id, 60);
    session.timing.start = b.at(b.when("10:00"));
    session.team = {b.open_role("guide", 1, b.who(std::vector<std::string>{"bo"}))};
  }
  CHECK_FALSE(conflicts(b.g).empty());
  b.g.sessions[0].team[0].spare = 1;
  CHECK(conflicts(b.g).empty());
}

TEST_CASE("Items without any room do not share one", "[explain]") {
  auto b = two_people();
  for (const char* id : {"walk", "drive"}) {
    auto& session = b.session(id, 60);
    session.format.value = "travel";
    session.timing.starts = {b.at(b.when("10:00")), b.at(b.when("10:15"))};
  }
  b.g.rooms.clear();
  CHECK(conflicts(b.g).empty());
  for (auto& session : b.g.sessions) session.audience = b.who(std::vector<std::string>{"bo"});
  const auto text = conflicts(b.g);
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("Bo Martin"));
}

TEST_CASE("Tables that one of few people must host, and more people than these tables seat",
          "[explain]") {
  auto b = two_people();
  b.people(9);
  auto& tables = b.rotation("tables", Pattern::Split, 1, 30);
  tables.participants = b.who({"p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"});
  for (const auto* id : {"a", "b", "c"})
    b.station(tables, id, 0, 4).team = {b.open_role("host", 1, b.who({"ana", "bo"}))};
  CHECK(conflicts(b.g) ==
        "« tables » demande 3 postes à la fois pour que tout le monde ait une place, et pour les "
        "tenir il n’y a que Ana Diallo et Bo Martin | \"tables\" takes 3 stations at once to seat "
        "everyone, and only Ana Diallo and Bo Martin can run them\n");
  tables.stations[0].max_people->value = 5;
  CHECK(conflicts(b.g).empty());  // two tables are enough
}

TEST_CASE("Long lists are shortened", "[explain]") {
  auto b = two_people();
  for (int i = 0; i < 10; ++i)
    b.session("s" + std::to_string(i), 30).audience = b.who(std::vector<std::string>{"ana"});
  const auto text = conflicts(b.g);
  CHECK(text.find("« s4 », « s5 » et 1") == text.npos);
  CHECK(text.find("demandent 3h30 à Ana") != text.npos);
  for (auto& session : b.g.sessions) session.minutes.value = 20;
  CHECK(conflicts(b.g).find("« s8 », « s9 » et") == text.npos);
}

TEST_CASE("Only a complete search sees that three items with two rooms and an order do not fit",
          "[explain]") {
  auto b = two_people();
  b.g.grid.value = 30;
  for (const char* id : {"a", "b", "c"}) {
    auto& session = b.session(id, 90);
    session.audience = b.who(std::vector<std::string>{"ana"});
    session.optional = false;
    session.timing.starts = {b.at(b.when("09:00")), b.at(b.when("10:30"))};
  }
  const auto problem = support::compiled(b.g);
  CHECK(scheduler::impossible(problem).size() == 1);
  const auto look = scheduler::look_first(problem, {.iterations = 1, .threads = 1}, {});
  CHECK(look.conflicts.size() == 1);
  CHECK_FALSE(look.start);
}

TEST_CASE("A plan found shows that nothing was said to be impossible", "[explain]") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto gathering = support::random_gathering(seed);
    Diagnostics diagnostics;
    const auto problem = compile(gathering, diagnostics);
    if (!problem) continue;
    const auto solution = scheduler::solve(*problem, {.iterations = 20, .threads = 1}, {});
    bool whole = solution.score.hard == 0;
    problem->blocks.each([&](BlockId b) {
      whole = whole && (problem->blocks[b].optional || solution.board.placed(b));
    });
    INFO("seed " << seed);
    CHECK((solution.conflicts.empty() || !whole));
  }
}

TEST_CASE("A plan that is proved to leave something out says so, with the reason", "[explain]") {
  auto b = two_people();
  for (const char* id : {"one", "two", "three"})
    b.session(id, 70).audience = b.who(std::vector<std::string>{"ana"});
  const auto problem = support::compiled(b.g);
  const auto solution = scheduler::solve(problem, {.iterations = 20, .threads = 1}, {});
  auto plan = make_plan(b.g, problem, solution.board);
  CHECK_FALSE(plan.proved);
  scheduler::add_reasons(b.g, problem, solution.conflicts, plan);
  CHECK(plan.proved);
  CHECK(plan.sessions.size() == 2);
  REQUIRE(plan.unplaced.size() == 1);
  CHECK(plan.unplaced[0].reason.en ==
        "\"one\", \"two\" and \"three\" take 3\u00a0h\u00a030 of the time of Ana Diallo between "
        "9:00 and 12:00, where there is only 3\u00a0h");
}
