// explain on a plan: the score adds up, those who bear it come worst first, and needs stay private.
#include "app/explain.h"

#include <nlohmann/json.hpp>

#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;
using nlohmann::json;

namespace {

/// Ana and Bo wish for the same small workshop, and everybody meets somebody twice.
constexpr const char* kMore = R"toml(
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

Desk day() {
  return Desk({{"day.toml",
                app_tests::small_day(kMore, "people = \"people.csv\"\nwishes = \"wishes.csv\"\n")},
               {"people.csv", kPeople},
               {"wishes.csv", kWishes}});
}

app::Explained explained(const std::string& input) {
  app::ExplainRequest request;
  request.input = input;
  request.iterations = 1000;
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
  const auto desk = day();
  const auto found = explained(desk.file);
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
  const auto desk = day();
  const auto planned = app::plan(desk.request());
  const auto files = desk.folder.list();
  const auto found = explained(planned.document);
  REQUIRE(found.plan);
  CHECK(found.plan->version == 1);
  CHECK(found.plan->score == planned.plan->score);
  CHECK(found.plan->sessions == planned.plan->sessions);
  CHECK(found.plan->rotations == planned.plan->rotations);
  CHECK(json::parse(app::json(found)).at("people") ==
        json::parse(app::json(explained(desk.file))).at("people"));
  CHECK(desk.folder.list() == files);
}

TEST_CASE("explain --json gives everything but needs and diets", "[explain]") {
  const auto desk = day();
  const auto text = app::json(explained(desk.file));
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
  const auto desk = day();
  desk.write("day.toml",
             tests::bytes_of(desk.file) +
                 "[[session]]\nid = \"bilan\"\ntitle = \"Bilan\"\nformat = \"plenary\"\n"
                 "minutes = 60\naudience = \"all\"\nwindow = [\"09:00\", \"10:30\"]\n");
  const auto found = explained(desk.file);
  REQUIRE(found.plan);
  CHECK_FALSE(found.plan->feasible);
  REQUIRE_FALSE(found.costs.items.empty());
  CHECK(found.costs.items.front().cost.unplaced > 0);
}

TEST_CASE("a session asked for gets every start and room it could have", "[explain]") {
  const auto desk = day();
  app::ExplainRequest request;
  request.input = desk.file;
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
  const tests::TempFolder folder;
  CHECK_THROWS_AS(explained(folder.file("absent.farandole")), engine::Failure);
  const auto absent = explained(folder.file("absent.toml"));
  CHECK_FALSE(absent.plan);
  CHECK(absent.diagnostics.size() == 1);
  tests::write_bytes(folder.file("fake.farandole"), "not a document");
  CHECK_THROWS_AS(explained(folder.file("fake.farandole")), engine::Failure);
}
