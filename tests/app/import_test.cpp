#include <nlohmann/json.hpp>

#include "app/history.h"
#include "app/import_list.h"
#include "app/show.h"
#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;
using app_tests::take_in;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* kMore = R"toml(
[[session]]
id = "mot"
title = "Mot d’accueil"
format = "plenary"
minutes = 30
audience = "all"

[[session]]
id = "atelier"
title = "Atelier"
format = "workshop"
minutes = 45
audience = "registered"
)toml";

constexpr const char* kPeople = "id;nom\nana;Ana Roux\nbo;Bo Li\ncle;Clé Sol\ndia;Dia Ba\n";

Desk day() {
  return Desk({{"jour.toml", app_tests::small_day(std::string(kMore) + app_tests::kDuos)},
               {"people.csv", kPeople}});
}

}  // namespace

TEST_CASE("new people are a new version, planned in where the others stay", "[import]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = app::show(document, {}).plan;
  const auto imported = take_in(desk, "nom;courriel\nÉli Dup;eli@x.example\nana roux;\n");
  CHECK(imported.kind == "people");
  CHECK(imported.unchanged == 1);
  REQUIRE(imported.plan);
  CHECK(imported.plan->version == 2);
  CHECK(imported.plan->feasible);
  const auto after = app::show(document, {});
  CHECK(after.gathering.people.size() == 5);
  for (std::size_t i = 0; i < before.sessions.size(); ++i) {
    CHECK(after.plan.sessions[i].start == before.sessions[i].start);
    CHECK(after.plan.sessions[i].room == before.sessions[i].room);
  }
  CHECK(after.plan.rotations[0].rounds[0].start == before.rotations[0].rounds[0].start);
  std::size_t seats = 0;
  for (const auto& station : after.plan.rotations[0].rounds[0].stations)
    seats += station.participants.size();
  CHECK(seats == 5);
  const auto history = app::history(document);
  CHECK_THAT(history.rows[1].version.cause.fr, ContainsSubstring("liste.csv"));
  CHECK(history.rows[1].version.changes[0].kind == "import");
  CHECK(history.rows[1].version.changes[1].item == "people.csv");
}

TEST_CASE("a list that says nothing new makes no version", "[import]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = tests::bytes_of(document);
  const auto imported = take_in(desk, "nom\nAna Roux\nBo Li\n");
  CHECK_FALSE(imported.plan);
  CHECK(imported.unchanged == 2);
  CHECK(tests::bytes_of(document) == before);
}

TEST_CASE("registrations change who is expected", "[import]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto imported = take_in(desk, "personne;atelier\nBo Li;Atelier\nzoe;Atelier\n");
  REQUIRE(imported.plan);
  CHECK(imported.plan->sessions[1].participants == std::vector<std::string>{"bo"});
  const auto read = nlohmann::json::parse(app::json(imported));
  CHECK(read["as"] == "registrations");
  CHECK(read["version"] == 2);
  CHECK(read["lines"][0]["kind"] == "added");
  CHECK(read["lines"][1]["kind"] == "left-out");
  CHECK(read["lines"][1]["line"] == 3);
}

TEST_CASE("a list with which the gathering is not right any more changes nothing", "[import]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = tests::bytes_of(document);
  // A site nobody knows cannot come by the list; an id that cannot be one can.
  const auto imported = take_in(desk, "id;nom\néli dup;Éli Dup\n");
  CHECK_FALSE(imported.plan);
  CHECK_FALSE(imported.diagnostics.empty());
  CHECK(tests::bytes_of(document) == before);
}

TEST_CASE("a wrong kind, a missing list and a list that is none are told", "[import]") {
  const auto desk = day();
  const auto document = desk.planned();
  try {
    (void)take_in(desk, "nom\nA\n", "helloaso");
    FAIL("not refused");
  } catch (const engine::BadRequest& error) {
    CHECK_THAT(error.text().en, ContainsSubstring("maybe \"helloasso\""));
  }
  CHECK_THROWS_AS((void)take_in(desk, "x;y\n1;2\n"), engine::BadRequest);
  app::ImportRequest request;
  request.document = document;
  request.file = desk.folder.file("absent.csv");
  CHECK_THROWS_AS((void)app::import_list(request), engine::BadRequest);
}
