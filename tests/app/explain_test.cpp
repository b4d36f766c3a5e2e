// explain on a plan: the score adds up, those who bear it come worst first, and needs stay private.
#include "app/explain.h"

#include <nlohmann/json.hpp>

#include "app/plan.h"
#include "engine/model/failure.h"
#include "tests/catch.h"
#include "tests/support/temp_folder.h"

using nlohmann::json;
using tests::TempFolder;

namespace {

/// Ana and Bo wish for the same small workshop, and everybody meets somebody twice.
constexpr const char* kDay = R"toml(
[gathering]
name = "Petite journée"
people = "people.csv"
wishes = "wishes.csv"

[[day]]
date = "2025-02-11"
opens = "09:00"
closes = "12:30"

[[site]]
id = "mairie"

[[room]]
id = "grande"
site = "mairie"
capacity = 20

[[rotation]]
id = "cafe"
title = "Café"
format = "world-cafe"
pattern = "remix"
rounds = 3
minutes = 15
participants = "all"
tables = 2
room = "grande"
start = "09:00"

[[rotation]]
id = "choix"
title = "Choix"
format = "workshop"
pattern = "choice"
rounds = 1
minutes = 30
participants = "all"
start = "11:00"
[[rotation.station]]
id = "chant"
capacity = [1, 2]
room = "grande"
[[rotation.station]]
id = "danse"
capacity = [1, 4]
room = "grande"
)toml";

constexpr const char* kPeople =
    "id,name,needs,diet\n"
    "ana,Ana Roux,fauteuil roulant,sans gluten\n"
    "bo,Bo Ly,,\ncle,Cléo Fay,,\ndia,Dia Sow,,végane\n";
constexpr const char* kWishes =
    "person,rotation,station,rank\nana,choix,chant,1\nbo,choix,chant,1\ncle,choix,chant,1\n";

std::string write_day(const TempFolder& folder) {
  tests::write_bytes(folder.file("people.csv"), kPeople);
  tests::write_bytes(folder.file("wishes.csv"), kWishes);
  tests::write_bytes(folder.file("day.toml"), kDay);
  return folder.file("day.toml");
}

app::Explained explained(const std::string& input) {
  app::ExplainRequest request;
  request.input = input;
  request.iterations = 500;
  request.threads = 1;
  return app::explain(request);
}

std::int64_t penalties(const engine::Plan& plan, bool hard) {
  std::int64_t sum = 0;
  for (const auto& rule : plan.rules)
    if (rule.hard == hard) sum += rule.penalty;
  return sum;
}

}  // namespace

TEST_CASE("the penalties of the rules add up to the score, and the worst come first", "[explain]") {
  const TempFolder folder;
  const auto found = explained(write_day(folder));
  REQUIRE(found.plan);
  CHECK(found.plan->feasible);
  CHECK(penalties(*found.plan, true) == found.plan->score.hard);
  CHECK(penalties(*found.plan, false) == found.plan->score.soft);
  CHECK(found.plan->score.soft > 0);
  for (const auto* list : {&found.costs.people, &found.costs.items}) {
    REQUIRE_FALSE(list->empty());
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto& entry = (*list)[i];
      if (i > 0) CHECK(entry.cost <= (*list)[i - 1].cost);
      engine::Score sum;
      for (const auto& rule : entry.rules) {
        (rule.hard ? sum.hard : sum.soft) += rule.penalty;
        CHECK_FALSE(rule.texts.empty());
      }
      CHECK(sum == entry.cost);
    }
  }
}

TEST_CASE("a document is explained as its file is, and nothing is written", "[explain]") {
  const TempFolder folder;
  const auto file = write_day(folder);
  app::PlanRequest request;
  request.file = file;
  request.iterations = 500;
  request.threads = 1;
  const auto planned = app::plan(request);
  const auto files = folder.list();
  const auto found = explained(planned.document);
  REQUIRE(found.plan);
  CHECK(found.plan->version == 1);
  CHECK(found.plan->score == planned.plan->score);
  CHECK(found.plan->sessions == planned.plan->sessions);
  CHECK(found.plan->rotations == planned.plan->rotations);
  CHECK(json::parse(app::json(found)).at("people") ==
        json::parse(app::json(explained(file))).at("people"));
  CHECK(folder.list() == files);
}

TEST_CASE("explain --json gives everything but needs and diets", "[explain]") {
  const TempFolder folder;
  const auto text = app::json(explained(write_day(folder)));
  for (const auto* secret : {"fauteuil", "gluten", "végane", "needs", "diet"})
    CHECK(text.find(secret) == text.npos);
  const auto answer = json::parse(text);
  CHECK(answer.at("format") == "farandole.explain/1");
  CHECK(answer.at("status") == "feasible");
  CHECK(answer.at("version").is_null());
  std::int64_t soft = 0;
  for (const auto& rule : answer.at("score").at("rules"))
    if (rule.at("level") == "soft") soft += rule.at("penalty").get<std::int64_t>();
  CHECK(soft == answer.at("score").at("soft"));
  for (const auto& person : answer.at("people")) {
    CHECK_FALSE(person.at("name").get<std::string>().empty());
    CHECK_FALSE(person.at("rules").at(0).at("texts").at(0).get<std::string>().empty());
  }
}

TEST_CASE("an item left out is among the worst, and the answer is no", "[explain]") {
  const TempFolder folder;
  const auto file = write_day(folder);
  tests::write_bytes(file,
                     std::string(kDay) +
                         "[[session]]\nid = \"bilan\"\ntitle = \"Bilan\"\nformat = \"plenary\"\n"
                         "minutes = 60\naudience = \"all\"\nwindow = [\"09:00\", \"10:30\"]\n");
  const auto found = explained(file);
  REQUIRE(found.plan);
  CHECK_FALSE(found.plan->feasible);
  REQUIRE_FALSE(found.costs.items.empty());
  CHECK(found.costs.items.front().cost.unplaced > 0);
}

TEST_CASE("a session asked for gets every start and room it could have", "[explain]") {
  const TempFolder folder;
  app::ExplainRequest request;
  request.input = write_day(folder);
  request.session = "choix";
  request.iterations = 200;
  request.threads = 1;
  const auto answer = json::parse(app::json(app::explain(request)));
  CHECK(answer.at("session") == "choix");
  REQUIRE(answer.at("placements").size() == 1);  // its start is written
  const auto& place = answer.at("placements").at(0);
  CHECK(place.at("current") == true);
  CHECK(place.at("allowed") == true);
  CHECK(place.at("start") == "2025-02-11T11:00:00+01:00");
  CHECK(place.at("stations").at("chant") == "grande");
  request.session = "choi";
  CHECK_THROWS_WITH(app::explain(request), Catch::Matchers::ContainsSubstring("Maybe: choix"));
}

TEST_CASE("what cannot be explained is said", "[explain]") {
  const TempFolder folder;
  CHECK_THROWS_AS(explained(folder.file("absent.farandole")), engine::Failure);
  const auto absent = explained(folder.file("absent.toml"));
  CHECK_FALSE(absent.plan);
  CHECK(absent.diagnostics.size() == 1);
  tests::write_bytes(folder.file("fake.farandole"), "not a document");
  CHECK_THROWS_AS(explained(folder.file("fake.farandole")), engine::Failure);
}
