#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/export_plan.h"
#include "app/show.h"
#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;
using Catch::Matchers::ContainsSubstring;

namespace {

namespace fs = std::filesystem;

constexpr const char* kMore = R"toml(
# Un commentaire qui reste.
[[room]]
id = "petite"
site = "mairie"
capacity = 8

[[session]]
id = "ouverture"
title = "Ouverture"
format = "plenary"
minutes = 30
audience = "all"

[[session]]
id = "atelier"
title = "Atelier"
format = "workshop"
minutes = 45
after = ["ouverture"]
starts = ["10:00", "10:30"]
rooms = ["grande", { room = "petite", windows = [["10:00", "12:00"]] }]
audience = ["ana", "bo"]
team = { facilitator = { count = 1, from = ["cle", "dia"] } }
)toml";

constexpr const char* kPeople =
    "id;nom;courriel;téléphone;régime;besoins\n"
    "ana;Ana Roux;ana@secret.example;06 11 22 33 44;végane;fauteuil\n"
    "bo;Bo Li;;;;\ncle;Clé Sol;;;;\ndia;Dia Ba;;;;\neli;Éli Dup;;;;\n";

Desk day() {
  return Desk({{"gathering.toml",
                app_tests::small_day(kMore + app_tests::visits(R"("ana", "bo", "cle")", "eli") +
                                     app_tests::kDuos + "after = [\"atelier\"]\n")},
               {"people.csv", kPeople}});
}

app::ExportRequest to(const std::string& format,
                      const std::string& document,
                      const std::string& out) {
  app::ExportRequest request;
  request.document = document;
  request.format = format;
  request.out = out;
  return request;
}

}  // namespace

TEST_CASE("every format is written whole, under the name asked for", "[export]") {
  const auto desk = day();
  const auto document = desk.planned();
  for (const auto& kind : app::export_kinds()) {
    INFO(kind.key);
    const auto out = desk.folder.file("plan." + kind.key);
    const auto exported = app::export_plan(to(kind.key, document, out));
    REQUIRE_FALSE(exported.files.empty());
    CHECK(exported.files[0].path == out);
    CHECK_FALSE(exported.files[0].replaced);
    CHECK(tests::bytes_of(out) == exported.files[0].bytes);
    const auto again = app::export_plan(to(kind.key, document, out));
    CHECK(again.files[0].replaced);
    CHECK(again.files[0].bytes == exported.files[0].bytes);
    if (kind.key == "toml") continue;  // for the team
    const std::string bytes = tests::bytes_of(out);
    for (const auto* secret : {"secret.example", "06 11", "végane", "fauteuil"})
      CHECK(bytes.find(secret) == std::string::npos);
  }
  for (const auto& name : desk.folder.list()) CHECK(name.find(".part") == std::string::npos);
}

TEST_CASE("a calendar for each person or room goes into a folder", "[export]") {
  const auto desk = day();
  const auto document = desk.planned();
  auto request = to("ics", document, desk.folder.file("agendas"));
  request.each = "person";
  CHECK(app::export_plan(request).files.size() == 5);
  CHECK(fs::exists(desk.folder.file("agendas") + "/ana.ics"));
  request.each.clear();
  request.out = desk.folder.file("ana.ics");
  request.person = "ana roux";
  (void)app::export_plan(request);
  CHECK(tests::bytes_of(desk.folder.file("ana.ics")) ==
        tests::bytes_of(desk.folder.file("agendas") + "/ana.ics"));
}

TEST_CASE("an export that cannot be is refused in words, and nothing is written", "[export]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = desk.folder.list();
  const auto refused = [&](app::ExportRequest request, const std::string& words) {
    INFO(words);
    try {
      (void)app::export_plan(request);
      FAIL("not refused");
    } catch (const engine::BadRequest& error) {
      CHECK_THAT(error.text().en, ContainsSubstring(words));
      CHECK_FALSE(error.text().fr.empty());
    }
  };
  const auto out = desk.folder.file("x");
  refused(to("isc", document, out), "maybe \"ics\"");
  refused(to("pdf", document, out), "there are: ics, csv");
  refused(to("ics", document, desk.folder.path().string()), "plan.ics");
  refused(to("ics", document, document), "is a Farandole document");
  refused(to("toml", document, desk.folder.file("gathering.toml")), "does not come from an export");
  auto request = to("csv", document, out);
  request.person = "ana";
  refused(request, "--to ics only");
  request = to("ics", document, out);
  request.person = "anna";
  refused(request, "maybe \"ana\"");
  request.room = "grande";
  refused(request, "keep one of them");
  request = to("ics", document, out);
  request.version = 7;
  refused(request, "no version 7");
  request = to("ics", document, "-");
  request.each = "room";
  refused(request, "give --out a folder");
  request = to("ics", document, out);
  request.person = "ana";
  request.no_personal_data = true;
  refused(request, "does not go with --person");
  request = to("toml", document, out);
  request.no_personal_data = true;
  refused(request, "keeps all");
  CHECK_THROWS_AS((void)app::export_plan(to("ics", document, desk.folder.file("no/where.ics"))),
                  engine::Failure);
  CHECK(desk.folder.list() == before);
}

TEST_CASE("standard output gets the bytes and no file is written", "[export]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto before = desk.folder.list();
  CHECK(app::export_plan(to("ics", document, "-")).files[0].bytes.substr(0, 15) ==
        "BEGIN:VCALENDAR");
  CHECK(desk.folder.list() == before);
}

TEST_CASE("a plan written back as a gathering plans to itself", "[export]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto first = app::show(document, {}).plan;
  const auto exported = app::export_plan(to("toml", document, desk.folder.file("fixe.toml")));
  REQUIRE(exported.files.size() == 2);
  CHECK(exported.files[1].path == desk.folder.file("fixe-people.csv"));
  CHECK(tests::bytes_of(desk.folder.file("fixe-people.csv")) == kPeople);
  const auto text = tests::bytes_of(desk.folder.file("fixe.toml"));
  CHECK_THAT(text, ContainsSubstring("# Un commentaire qui reste."));
  CHECK_THAT(text, ContainsSubstring("people = \"fixe-people.csv\""));
  for (const std::uint64_t seed : {2U, 3U}) {
    auto request = desk.request(seed);
    request.file = desk.folder.file("fixe.toml");
    const auto again = app::plan(request);
    for (const auto& d : again.diagnostics) INFO(d.text.en);
    REQUIRE(again.plan);
    CHECK(again.plan->feasible);
    REQUIRE(again.plan->sessions.size() == first.sessions.size());
    for (std::size_t i = 0; i < first.sessions.size(); ++i) {
      INFO(first.sessions[i].id);
      CHECK(again.plan->sessions[i].start == first.sessions[i].start);
      CHECK(again.plan->sessions[i].room == first.sessions[i].room);
      CHECK(again.plan->sessions[i].team == first.sessions[i].team);
    }
    for (std::size_t i = 0; i < first.rotations.size(); ++i) {
      INFO(first.rotations[i].id);
      const auto& before = first.rotations[i].rounds;
      const auto& after = again.plan->rotations[i].rounds;
      REQUIRE(after.size() == before.size());
      CHECK(after.front().start == before.front().start);
      for (std::size_t s = 0; s < before[0].stations.size(); ++s) {
        CHECK(after[0].stations[s].room == before[0].stations[s].room);
        CHECK(after[0].stations[s].team == before[0].stations[s].team);
      }
    }
  }
}

TEST_CASE("the report names the files for machines", "[export]") {
  const auto desk = day();
  const auto document = desk.planned();
  const auto out = desk.folder.file("plan.csv");
  const auto read = nlohmann::json::parse(app::json(app::export_plan(to("csv", document, out))));
  CHECK(read["format"] == "farandole.export/1");
  CHECK(read["to"] == "csv");
  CHECK(read["version"] == 1);
  CHECK(read["files"][0] == out);
}
