// A gathering that has a plan is broken in one known way: explain names what was broken, and the
// first repair it offers, written to a file, has a plan again.
#include <algorithm>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/model/failure.h"
#include "tests/app/explain_desk.h"
#include "tests/catch.h"

using app_tests::explain_request;
using app_tests::plans;
using app_tests::replaced;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;
using tests::TempFolder;

namespace {

constexpr const char* kDay = R"toml(# A short day (do not lose this line)
[gathering]
name = "Essai"
language = "en"
people = "people.csv"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"  # keys back

[[site]]
id = "house"

[[room]]
id = "hall"
site = "house"
capacity = 20
features = ["screen"]

[[room]]
id = "attic"
site = "house"
capacity = 4

[[equipment]]
id = "mike"
count = 1

[[session]]
id = "opening"
title = "Opening"
format = "plenary"
minutes = 30
audience = "all"
room = "hall"
start = "09:00"

[[session]]
id = "talk"
title = "Talk"
format = "workshop"
minutes = 60
team = { speaker = ["ana"] }
audience = ["bo", "cle"]
needs = ["screen"]
after = ["opening"]

[[session]]
id = "work"
title = "Work"
format = "workshop"
minutes = 45
team = { facilitator = ["dia"] }
audience = ["eve"]
room = "attic"
)toml";

constexpr const char* kPeople =
    "id,name,available\n"
    "ana,Ana Roux,09:00/12:00\nbo,Bo Ly,\ncle,Cléo Fay,\ndia,Dia Sow,\neve,Eve Lum,\n";

struct Break {
  const char* what;
  const char* id;  ///< that has to be named
  std::string toml;
  std::string people;
};

std::vector<Break> breaks() {
  const std::string day = kDay;
  const std::string people = kPeople;
  return {
      {"speaker away", "ana", day, replaced(people, "09:00/12:00", "11:30/12:00")},
      {"room too small", "hall", replaced(day, "capacity = 20", "capacity = 3"), people},
      {"day too short", "2025-02-11", replaced(day, "\"12:00\"", "\"10:15\""), people},
      {"features missing", "hall", replaced(day, "features = [\"screen\"]\n", ""), people},
      {"order impossible",
       "opening",
       replaced(day, "minutes = 60", "minutes = 60\nwindow = [\"09:00\", \"10:15\"]"),
       people},
      {"two places at once",
       "ana",
       replaced(replaced(day, "minutes = 60", "minutes = 60\nstart = \"10:00\""),
                "[\"dia\"] }\naudience = [\"eve\"]",
                "[\"ana\"] }\naudience = [\"eve\"]\nstart = \"10:30\""),
       people},
      {"equipment short",
       "mike",
       replaced(
           replaced(
               day, "minutes = 60", "minutes = 60\nstart = \"10:00\"\nequipment = { mike = 1 }"),
           "minutes = 45",
           "minutes = 45\nstart = \"10:30\"\nequipment = { mike = 1 }"),
       people},
  };
}

app::ExplainRequest request_for(const TempFolder& folder, const Break& broken) {
  return explain_request(folder, broken.toml, broken.people);
}

}  // namespace

TEST_CASE("the day of these tests has a plan, and nothing to repair", "[explain]") {
  const TempFolder folder;
  const auto found = app::explain(request_for(folder, {"", "", kDay, kPeople}));
  CHECK(found.has_plan());
  CHECK(found.conflicts.empty());
  auto request = request_for(folder, {"", "", kDay, kPeople});
  request.repair = 1;
  CHECK_THROWS_AS(app::explain(request), engine::BadRequest);  // no -o
  request.output = folder.file("new.toml");
  CHECK_THROWS_WITH(app::explain(request), ContainsSubstring("a plan exists"));
}

TEST_CASE("what was broken is named, and the first repair gives a plan", "[explain]") {
  for (const auto& broken : breaks()) {
    INFO(broken.what);
    const TempFolder folder;
    auto request = request_for(folder, broken);
    const auto found = app::explain(request);
    CHECK_FALSE(found.has_plan());
    CHECK_FALSE(found.wrong);
    const auto answer = json::parse(app::json(found));
    INFO(answer.at("conflicts").dump(1) << answer.at("repairs").dump(1));
    CHECK(app_tests::names(found, broken.id));
    REQUIRE_FALSE(found.repairs.empty());
    for (std::size_t i = 1; i < found.repairs.size(); ++i)
      CHECK(found.repairs[i - 1].cost <= found.repairs[i].cost);
    request.repair = 1;
    request.output = folder.file("new.toml");
    CHECK_FALSE(app::explain(request).written.empty());
    CHECK(plans(request.output));
    const auto text = tests::bytes_of(request.output);
    CHECK_THAT(text, ContainsSubstring("# A short day (do not lose this line)\n"));
    CHECK_THAT(text, ContainsSubstring("# keys back\n"));
    CHECK(tests::bytes_of(folder.file("g.toml")) == broken.toml);
    CHECK(tests::bytes_of(folder.file("people.csv")) == broken.people);
  }
}

TEST_CASE("hours of people kept in a table are repaired in a copy beside the new file",
          "[explain]") {
  const TempFolder folder;
  auto request = request_for(folder, breaks().front());
  request.repair = 1;
  std::filesystem::create_directory(folder.path() / "sub");
  request.output = folder.file("sub/new.toml");
  const auto found = app::explain(request);
  REQUIRE(found.repairs.front().changes.front().table == "person");
  REQUIRE(found.written.size() == 2);
  CHECK_THAT(tests::bytes_of(request.output), ContainsSubstring("people = \"new-people.csv\""));
  CHECK_THAT(tests::bytes_of(folder.file("sub/new-people.csv")), ContainsSubstring("Cléo Fay"));
  CHECK(plans(request.output));
}

TEST_CASE("tables left alone are found from another folder", "[explain]") {
  const TempFolder folder;
  auto request = request_for(folder, breaks()[1]);
  request.repair = 1;
  std::filesystem::create_directory(folder.path() / "sub");
  request.output = folder.file("sub/new.toml");
  CHECK(app::explain(request).written.size() == 1);
  CHECK_THAT(tests::bytes_of(request.output), ContainsSubstring("people = \"../people.csv\""));
  CHECK(plans(request.output));
}

TEST_CASE("a repair that was shown is the one that is written, whichever of them", "[explain]") {
  for (const auto& broken : breaks()) {
    INFO(broken.what);
    const TempFolder folder;
    auto request = request_for(folder, broken);
    const auto shown = app::explain(request).repairs;
    REQUIRE_FALSE(shown.empty());
    for (std::size_t n = 1; n <= shown.size(); ++n) {
      request.repair = static_cast<int>(n);
      request.output = folder.file("new" + std::to_string(n) + ".toml");
      const auto again = app::explain(request).repairs;
      REQUIRE(again.size() == n);  // no more is looked for than was asked
      CHECK(std::equal(again.begin(), again.end(), shown.begin()));
    }
  }
}

TEST_CASE("a wrong use of --repair says what would be right", "[explain]") {
  const TempFolder folder;
  auto request = request_for(folder, breaks()[1]);
  request.repair = 9;
  request.output = folder.file("new.toml");
  CHECK_THROWS_WITH(app::explain(request), ContainsSubstring("no repair 9"));
  request.repair = 1;
  request.output = request.input;
  CHECK_THROWS_WITH(app::explain(request), ContainsSubstring("another name"));
  request.input = folder.file("g.farandole");
  CHECK_THROWS_AS(app::explain(request), engine::BadRequest);
}

TEST_CASE("a file with errors of another kind is corrected first", "[explain]") {
  const TempFolder folder;
  const auto found = app::explain(request_for(
      folder, {"", "", replaced(kDay, "room = \"attic\"", "room = \"attc\""), kPeople}));
  CHECK(found.wrong);
  CHECK(json::parse(app::json(found)).at("format") == "farandole.check/1");
}

TEST_CASE("two faults need two changes", "[explain]") {
  const TempFolder folder;
  const auto found =
      app::explain(request_for(folder,
                               {"",
                                "",
                                replaced(replaced(kDay, "capacity = 20", "capacity = 3"),
                                         "minutes = 45",
                                         "minutes = 45\nseats = 6"),
                                kPeople}));
  CHECK(found.conflicts.size() == 2);
  REQUIRE_FALSE(found.repairs.empty());
  CHECK(found.repairs.front().changes.size() == 2);
}

/// A session that only a room too small for it may have, and what else it asks of the room.
std::string crowded(const std::string& id, const std::string& needs) {
  return replaced(replaced(R"toml(
[[room]]
id = "room-#"
site = "house"
capacity = 2

[[session]]
id = "in-#"
title = "Crowd"
format = "workshop"
minutes = 15
seats = 3
)toml",
                           "#",
                           id),
                  "#",
                  id) +
         "room = \"room-" + id + "\"\n" + needs;
}

TEST_CASE("three faults apart from one another are repaired by three changes", "[explain]") {
  const TempFolder folder;
  const auto day = kDay + crowded("a", "") + crowded("b", "") + crowded("c", "");
  auto request = request_for(folder, {"", "", day, kPeople});
  request.repair = 1;
  request.output = folder.file("new.toml");
  const auto found = app::explain(request);
  INFO(app::json(found));
  REQUIRE_FALSE(found.repairs.empty());
  CHECK(found.repairs.front().changes.size() == 3);
  CHECK(plans(folder.file("new.toml")));
}

TEST_CASE("one fault behind another, in the same session, is repaired too", "[explain]") {
  const TempFolder folder;
  const auto day = kDay + crowded("a", "needs = [\"lift\"]\n");
  auto request = request_for(folder, {"", "", day, kPeople});
  request.repair = 1;
  request.output = folder.file("new.toml");
  const auto found = app::explain(request);
  INFO(app::json(found));
  REQUIRE_FALSE(found.repairs.empty());
  CHECK(plans(folder.file("new.toml")));
}

TEST_CASE("a day hours too short is made as long as it has to be", "[explain]") {
  const TempFolder folder;
  std::string day = replaced(kDay, "\"12:00\"", "\"10:00\"");
  for (int i = 0; i < 7; ++i)
    day += "[[session]]\nid = \"hour" + std::to_string(i) +
           "\"\ntitle = \"Hour\"\nformat = \"workshop\"\nminutes = 60\naudience = [\"bo\"]\n";
  auto request = request_for(folder, {"", "", day, kPeople});
  request.repair = 1;
  request.output = folder.file("longer.toml");
  const auto explained = app::explain(request);
  INFO(app::json(explained));
  REQUIRE_FALSE(explained.repairs.empty());
  CHECK(plans(folder.file("longer.toml")));
}
