// A plan written back as a gathering: its own check is silent, and it plans to itself.
#include <algorithm>
#include <filesystem>

#include "app/check.h"
#include "app/export_plan.h"
#include "app/replan.h"
#include "app/show.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* kHead = R"toml([gathering]
name = "Écrite autrement"
people = "gens.csv"
registrations = "inscrits.csv"

[[day]]
date = "2025-02-11"
opens = "09:00"
closes = "17:00"

[[site]]
id = "mairie"
[[room]]
id = "grande"
site = "mairie"
capacity = 20
[[room]]
id = "petite"
site = "mairie"
capacity = 20
[[person]]
id = "gil"
name = "Gil Ora"
[[poll]]
session = "ouverture"
options = ["2025-02-11"]
answers = "sondage.csv"
)toml";

constexpr const char* kItems = R"toml(
[[session]]
id = "ouverture"
title = "Ouverture"
format = "plenary"
minutes = 30
audience = "all"
room = "grande"

# Deux fois le même atelier.
[[session]]
for_each = ["bois", { id = "fer", title = "Fer" }]
id = "atelier-{each}"
title = "Atelier {each}"
format = "workshop"
minutes = 45
audience = ["ana", "bo"]
[session.team]
facilitator = { count = 1, from = ["cle", "dia"] }

# Ce débat s’annule.
[[session]]
id = "debat"
title = "Débat"
format = "plenary"
minutes = 45
audience = "registered"

[[session]]
id = "bilan"
title = "Bilan"
format = "plenary"
minutes = 30
audience = "registered"
after = ["debat"]
phases = [{ title = "Dire", minutes = 20 }, { title = "Garder", minutes = 10 }]
)toml";

std::string everything() {
  return kItems + app_tests::visits(R"("ana", "bo", "cle", "eli")", "fay", "contiguous = false");
}

Desk desk(const std::string& items = everything()) {
  return Desk(
      {{"g.toml", std::string(kHead) + items},
       {"gens.csv",
        "id;nom\nana;Ana Roux\nbo;Bo Li\ncle;Clé Sol\ndia;Dia Ba\neli;Éli Dup\nfay;Fay "
        "Wray\n"},
       {"inscrits.csv", "person,session\nana,debat\ndia,debat\nana,bilan\nbo,bilan\ngil,bilan\n"},
       {"sondage.csv", ";2025-02-11\nAna Roux;oui\n"}});
}

app::Replanned replan(const Desk& desk, std::vector<app::TypedChange> changes) {
  app::ReplanRequest request;
  request.document = desk.document;
  request.changes = std::move(changes);
  request.iterations = 500;
  request.threads = 1;
  request.now = app_tests::morning(10);
  return app::replan(request);
}

std::string written_back(const Desk& desk) {
  app::ExportRequest request;
  request.document = desk.document;
  request.format = "toml";
  request.out = desk.folder.file("fixe.toml");
  (void)app::export_plan(request);
  return tests::bytes_of(request.out);
}

/// Starts, ends, rooms, teams; who sits in a round has no word in the file.
std::vector<std::string> lines_of(const engine::Plan& plan) {
  std::vector<std::string> lines;
  const auto team_of = [](const std::vector<engine::RoleHolders>& team) {
    std::string text;
    for (const auto& role : team) {
      text += " " + role.role + ":";
      for (const auto& id : role.people) text += id + ",";
    }
    return text;
  };
  for (const auto& s : plan.sessions) {
    lines.push_back(s.id + " " + engine::moment_text(s.start) + " " + engine::moment_text(s.end) +
                    " " + s.room + team_of(s.team));
    for (const auto& id : s.participants) lines.back() += " " + id;
  }
  for (const auto& r : plan.rotations)
    for (const auto& round : r.rounds)
      for (const auto& station : round.stations)
        lines.push_back(r.id + "/" + station.id + " " + engine::moment_text(round.start) + " " +
                        station.room + team_of(station.team));
  return lines;
}

void check_plans_to_itself(const Desk& desk) {
  const auto text = written_back(desk);
  INFO(text);
  const auto checked = app::check(desk.folder.file("fixe.toml"));
  for (const auto& one : checked.diagnostics) UNSCOPED_INFO(one.text.en);
  CHECK(checked.diagnostics.empty());
  REQUIRE(checked.ok());
  auto request = desk.request(7);
  request.file = desk.folder.file("fixe.toml");
  const auto again = app::plan(request);
  REQUIRE(again.plan);
  CHECK(again.plan->feasible);
  CHECK(lines_of(*again.plan) == lines_of(app::show(desk.document, {}).plan));
}

}  // namespace

TEST_CASE("copies, teams apart, polls and rounds one by one are written back", "[export]") {
  const auto here = desk();
  (void)here.planned();
  check_plans_to_itself(here);
  const auto text = written_back(here);
  CHECK_THAT(text, ContainsSubstring("# Deux fois le même atelier."));
  CHECK_THAT(text, ContainsSubstring("id = \"atelier-fer\""));
  CHECK_THAT(text, !ContainsSubstring("for_each"));
  CHECK_THAT(text, ContainsSubstring("answers = \"fixe-ouverture-poll.csv\""));
}

TEST_CASE("what replan changed stays changed in the gathering written back", "[export]") {
  const auto here = desk();
  (void)here.planned();
  SECTION("a session is cancelled") {
    REQUIRE(replan(here, {{"--cancel", "debat"}}).written);
    check_plans_to_itself(here);
    const auto text = written_back(here);
    CHECK_THAT(text, !ContainsSubstring("debat"));
    CHECK_THAT(text, !ContainsSubstring("Ce débat"));
    CHECK_THAT(tests::bytes_of(here.folder.file("fixe-registrations.csv")),
               !ContainsSubstring("debat"));
  }
  SECTION("somebody of a table and somebody of the file do not come") {
    REQUIRE(replan(here, {{"--absent", "bo"}, {"--person-out", "gil"}}).written);
    check_plans_to_itself(here);
    CHECK_THAT(tests::bytes_of(here.folder.file("fixe-people.csv")),
               ContainsSubstring("bo;Bo Li;2025-02-11 00:00/2025-02-11 00:05"));
    CHECK_THAT(written_back(here),
               ContainsSubstring("available = [[\"2025-02-11 00:00\", \"2025-02-11 00:05\"]]"));
  }
  SECTION("a room is closed") {
    const auto room = app::show(here.document, {}).plan.sessions.back().room;
    REQUIRE(replan(here, {{"--room-out", room == "grande" ? "petite" : room}}).written);
    check_plans_to_itself(here);
  }
  SECTION("a session is late, off the grid") {
    REQUIRE(replan(here, {{"--delay", "bilan=7"}}).written);
    check_plans_to_itself(here);
  }
  SECTION("several at once") {
    REQUIRE(replan(here, {{"--cancel", "visites"}}).written);
    REQUIRE(replan(here, {{"--person-late", "ana=10:00"}, {"--lock", "ouverture"}}).written);
    check_plans_to_itself(here);
  }
}

TEST_CASE("rows inside lists are written back under headings of their own", "[export]") {
  const std::vector<data::SourceFile> files{{"g.toml", R"toml(room = [
  { id = "grande", site = "mairie", capacity = 20 }, # la seule
  { id = "petite", site = "mairie", capacity = 3 },
]
session = [
  { id = "a", title = "A", format = "plenary", minutes = 30, audience = "all" },
  { id = "b", title = "B", format = "plenary", minutes = 30, audience = "all", after = ["a"] },
]
person = [{ id = "ana", name = "Ana" }, { id = "bo", name = "Bo" }]
gathering = { name = "En listes", language = "fr" }
day = [{ date = "2025-02-11", opens = "09:00", closes = "12:00" }]
site = [{ id = "mairie" }])toml"}};
  const Desk here(files);
  (void)here.planned();
  check_plans_to_itself(here);
  REQUIRE(replan(here, {{"--absent", "bo"}, {"--room-out", "petite"}}).written);
  check_plans_to_itself(here);
}
