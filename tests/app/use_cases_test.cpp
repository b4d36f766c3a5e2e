#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/check.h"
#include "app/diff.h"
#include "app/history.h"
#include "app/restore.h"
#include "app/sheets.h"
#include "app/show.h"
#include "data/sqlite/document.h"
#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;
using app_tests::morning;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

constexpr const char* kMore = R"toml(
[[room]]
id = "petite"
name = "Petite salle"
site = "mairie"
capacity = 8

[[session]]
id = "ouverture"
title = "Ouverture"
format = "plenary"
minutes = 30
start = "09:00"
audience = "all"
room = "grande"

[[session]]
id = "atelier"
title = "Atelier"
format = "workshop"
minutes = 45
after = ["ouverture"]
audience = ["ana", "bo", "cle"]
team = { facilitator = ["dia"] }

[[rotation]]
id = "cafe"
title = "Café"
format = "world-cafe"
pattern = "remix"
rounds = 2
minutes = 15
changeover = 5
participants = "all"
tables = 3
room = "grande"
after = ["ouverture"]
)toml";

constexpr const char* kPeople = "id;nom\nana;Ana\nbo;Bo\ncle;Cléo\ndia;Dia\neve;Ève\nfay;Fay\n";

Desk day() {
  return Desk({{"jour.toml", app_tests::small_day(kMore)}, {"people.csv", kPeople}});
}

/// The independent judge, where it lies beside the repository; its findings, or nothing.
std::string judged(const Desk& desk, const std::string& plan) {
  namespace fs = std::filesystem;
  const auto judge = fs::path(FARANDOLE_SOURCE_DIR).parent_path() / "shared/tools/check_plan.py";
  if (!fs::exists(judge) || std::system("python3 -c 'import tomllib' 2>/dev/null") != 0) {
    WARN("skipped: the independent judge is not beside the repository, or python3 has no tomllib");
    return {};
  }
  desk.write("plan.json", plan);
  const auto out = desk.folder.file("judgement.txt");
  const auto command = "python3 '" + judge.string() + "' '" + desk.file + "' '" +
                       desk.folder.file("plan.json") + "' > '" + out + "' 2>&1";
  return std::system(command.c_str()) == 0 ? "" : tests::bytes_of(out);
}

}  // namespace

TEST_CASE("planning twice makes versions 1 and 2 of one document") {
  const auto desk = day();
  const auto first = app::plan(desk.request());
  REQUIRE(first.plan);
  CHECK(first.document == desk.document);
  CHECK(first.plan->version == 1);
  CHECK(first.plan->feasible);
  CHECK(first.plan->score.hard == 0);
  CHECK(first.plan->sessions.size() == 2);
  CHECK(first.plan->seconds == 0);
  CHECK(judged(desk, app::json(first)) == "");

  auto again = desk.request(2);
  again.now = morning(5);
  CHECK(app::plan(again).plan->version == 2);

  const auto history = app::history(desk.document);
  REQUIRE(history.rows.size() == 2);
  CHECK(history.gathering.name == "Petite journée");
  CHECK(history.rows[0].version.cause.fr == "Premier plan");
  CHECK(history.rows[1].version.cause.fr == "Nouveau plan");
  CHECK(history.rows[1].version.search.seed == 2);
  CHECK(history.rows[1].version.gathering == 1);
  CHECK(history.rows[1].version.changes.empty());
  CHECK(history.rows[0].made == "2025-02-10T09:00:00+01:00");
  CHECK(history.rows[1].made == "2025-02-10T09:05:00+01:00");
}

TEST_CASE("what is shown is what was planned, to the byte") {
  const auto desk = day();
  const auto planned = app::plan(desk.request());
  REQUIRE(planned.plan);
  const auto shown = app::show(desk.document, {});
  CHECK(shown.plan == *planned.plan);
  CHECK(app::json(shown) == app::json(planned));

  const auto read = json::parse(app::json(shown));
  CHECK(read["format"] == "farandole.plan/1");
  CHECK(read["gathering"] == "Petite journée");
  CHECK(read["sessions"][0]["start"] == "2025-02-11T09:00:00+01:00");
  CHECK(read["sessions"][0]["site"] == "mairie");
  CHECK(read["sessions"][1]["team"] == json{{"facilitator", {"dia"}}});
  CHECK(read["rotations"][0]["rounds"].size() == 2);
}

TEST_CASE("the same input, seed, one thread and steps give the same bytes") {
  const auto one = day();
  const auto other = day();
  CHECK(app::json(app::plan(one.request(5))) == app::json(app::plan(other.request(5))));
}

TEST_CASE("nothing is written when the input is wrong, and all of it is said") {
  const auto desk = day();
  desk.replace("capacity = 20", "capacty = 20");
  desk.replace("audience = [\"ana\"", "audience = [\"anna\"");
  const auto before = desk.folder.list();
  const auto planned = app::plan(desk.request());
  CHECK_FALSE(planned.plan);
  CHECK(planned.diagnostics.size() >= 2);
  CHECK(desk.folder.list() == before);
  const auto read = json::parse(app::json(planned));
  CHECK(read["format"] == "farandole.check/1");
  CHECK(read["ok"] == false);
  CHECK(app::json(app::check(desk.file)) == app::json(planned));

  const auto absent = app::check(desk.folder.file("absent.toml"));
  CHECK_FALSE(absent.ok());
  REQUIRE(absent.diagnostics.size() == 1);
  CHECK_THAT(absent.diagnostics[0].text.fr, ContainsSubstring("absent.toml"));
}

TEST_CASE("an old version comes back as a new one") {
  const auto desk = day();
  const auto first = app::plan(desk.request());
  desk.replace("Petite journée", "Grande journée");
  desk.replace("start = \"09:00\"", "start = \"09:30\"");
  (void)app::plan(desk.request());

  const auto back = app::restore(desk.document, 1, morning(9));
  CHECK(back.plan.version == 3);
  CHECK(back.plan.sessions == first.plan->sessions);
  CHECK(back.gathering.name == "Petite journée");
  CHECK(app::json(app::show(desk.document, {})) == app::json(back));
  CHECK(app::show(desk.document, 2).gathering.name == "Grande journée");

  const auto history = app::history(desk.document);
  REQUIRE(history.rows.size() == 3);
  CHECK(history.rows[1].version.cause.fr == "Nouveau plan\u202f; fichier modifié\u00a0: jour.toml");
  REQUIRE(history.rows[1].version.changes.size() == 1);
  CHECK(history.rows[1].version.changes[0].kind == "gathering");
  CHECK(history.rows[1].version.changes[0].item == "jour.toml");
  CHECK(history.rows[1].version.changes[0].value == "changed");
  CHECK(history.rows[2].version.cause.fr == "Retour à la version 1");
  REQUIRE(history.rows[2].version.changes.size() == 1);
  CHECK(history.rows[2].version.changes[0].made == morning(9));
  CHECK_THROWS_AS(app::restore(desk.document, 9, morning(9)), engine::BadRequest);
}

TEST_CASE("a new version says which files of the gathering came, went and changed") {
  const auto desk = day();
  (void)app::plan(desk.request());
  desk.write("equipe.csv", kPeople);
  desk.replace("people.csv", "equipe.csv");
  (void)app::plan(desk.request());
  const auto history = app::history(desk.document);
  REQUIRE(history.rows.size() == 2);
  std::vector<std::string> said;
  for (const auto& change : history.rows[1].version.changes) said.push_back(change.text.en);
  CHECK(said == std::vector<std::string>{"file changed: jour.toml",
                                         "file added: equipe.csv",
                                         "file removed: people.csv"});
}

TEST_CASE("two versions are compared, the newest with the one before unless told") {
  const auto desk = day();
  (void)app::plan(desk.request());
  CHECK_THROWS_AS(app::diff(desk.document, {}, {}), engine::BadRequest);
  CHECK(app::diff(desk.document, 1, 1).diff.empty());
  desk.replace("start = \"09:00\"", "start = \"09:30\"");
  (void)app::plan(desk.request());

  const auto compared = app::diff(desk.document, {}, {});
  CHECK(compared.from.number == 1);
  CHECK(compared.to.number == 2);
  CHECK(compared.diff.people.size() == 6);
  REQUIRE_FALSE(compared.diff.items.empty());
  CHECK(compared.diff.items[0].text.fr == "Ouverture\u00a0: 9h → 9h30");
  const auto read = json::parse(app::json(compared));
  CHECK(read["disturbed"]["people"] == 6);
  CHECK(read["changes"][0]["session"] == "ouverture");
  CHECK(app::diff(desk.document, 2, 1).from.number == 2);
  CHECK_THROWS_AS(app::diff(desk.document, 1, 7), engine::BadRequest);
}

TEST_CASE("whoever saves while another plans wins, the other is told") {
  const auto desk = day();
  // More than the morning can hold, so that the search goes on until it is stopped.
  desk.replace("minutes = 45", "minutes = 180");
  const auto first = app::plan(desk.request());
  REQUIRE(first.plan);
  CHECK_FALSE(first.plan->feasible);
  auto slow = desk.request(2);
  slow.iterations.reset();
  slow.seconds = 60;
  std::atomic<bool> stop = false;
  slow.stop = &stop;
  slow.on_progress = [&](const engine::Progress&) {
    if (!stop) (void)app::plan(desk.request(3));
    stop = true;
  };
  CHECK_THROWS_WITH(app::plan(slow), ContainsSubstring("Run the command again"));
  const auto history = app::history(desk.document);
  REQUIRE(history.rows.size() == 2);
  CHECK(history.rows[1].version.search.seed == 3);
}

TEST_CASE("a plan worse than the one before names it, unless the files have changed") {
  const auto desk = day();
  (void)desk.planned();
  const data::Document document(desk.document);
  const auto stored = document.load();
  data::NewVersion better;
  better.plan = stored.plan;
  better.sources = stored.sources;
  better.plan.score.soft -= 1;
  CHECK(document.save(1, better) == 2);
  CHECK(app::plan(desk.request()).better == 2);
  CHECK_FALSE(app::plan(desk.request()).better);  // as good as version 3
  better.plan.score.soft -= 1;
  CHECK(document.save(4, better) == 5);
  desk.replace("minutes = 45", "minutes = 40");
  CHECK_FALSE(app::plan(desk.request()).better);
}

TEST_CASE("a document name that cannot be one is refused before anything is done") {
  const auto desk = day();
  auto request = desk.request();
  request.document = "-";
  CHECK_THROWS_AS(app::plan(request), engine::BadRequest);
  request.document = desk.file;  // never over the gathering itself
  CHECK_THROWS_WITH(app::plan(request), ContainsSubstring("not a Farandole document"));
  request.document = desk.folder.file("absent/jour.farandole");
  CHECK_THROWS_WITH(app::plan(request), ContainsSubstring("does not exist"));
  CHECK(tests::bytes_of(desk.file) == app_tests::small_day(kMore));
  CHECK(desk.folder.list() == std::vector<std::string>{"jour.toml", "people.csv"});
  CHECK(app::document_beside("a.b/jour.toml") == "a.b/jour.farandole");
  CHECK(app::document_beside("a.b/jour") == "a.b/jour.farandole");
}

TEST_CASE("sheets are printed where they are wanted, and a wrong kind is told the right one") {
  const auto desk = day();
  (void)app::plan(desk.request());
  const auto kinds = app::sheet_kinds();
  REQUIRE_FALSE(kinds.empty());
  app::SheetsRequest request;
  request.document = desk.document;
  request.out = desk.folder.file("feuilles/jour");
  const auto printed = app::sheets(request);
  REQUIRE_FALSE(printed.sheets.empty());
  for (const auto& sheet : printed.sheets) {
    CHECK(sheet.pages > 0);
    CHECK(tests::bytes_of(sheet.path).substr(0, 5) == "%PDF-");
  }
  CHECK(tests::bytes_of(printed.index).substr(0, 5) == "%PDF-");
  CHECK(json::parse(app::json(printed))["sheets"][0]["kind"] == printed.sheets[0].kind);

  request.since = 1;
  request.out = desk.folder.file("feuilles/depuis");
  CHECK(app::sheets(request).sheets.empty());
  CHECK(json::parse(app::json(app::sheets(request)))["sheets"].empty());
  request.since = 7;
  CHECK_THROWS_AS(app::sheets(request), engine::BadRequest);
  request.since = {};
  request.only = "nobody-at-all";
  CHECK_THROWS_AS(app::sheets(request), engine::BadRequest);
  request.only = "mairie";  // the site
  CHECK_FALSE(app::sheets(request).sheets.empty());
  request.only = {};
  request.out = desk.folder.file("feuilles/jour");

  request.kinds = {kinds[0].key + "s"};
  CHECK_THROWS_WITH(app::sheets(request), ContainsSubstring("maybe \"" + kinds[0].key + "\""));
  request.kinds = {kinds[0].key};
  request.out = desk.file;  // a file, not a folder
  CHECK_THROWS_AS(app::sheets(request), engine::Failure);
}
