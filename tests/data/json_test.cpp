#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "data/write/plan_json.h"
#include "data/write/report_json.h"
#include "tests/catch.h"
#include "tests/support/sample_plan.h"

using engine::Gathering;
using nlohmann::json;

namespace {

Gathering gathering() {
  Gathering g;
  g.name = "Journée « café »";
  g.timezone = "Europe/Paris";
  g.files = {"jour.toml", "people.csv"};
  engine::Room room;
  room.id.value = "grande";
  room.site.value = "mairie";
  g.rooms = {room};
  engine::Session talk;
  talk.id.value = "table-ronde";
  talk.title = "Table ronde";
  g.sessions = {talk};
  return g;
}

}  // namespace

TEST_CASE("a plan is written to the contract, byte for byte") {
  auto plan = tests::sample_plan();
  plan.version = 3;
  plan.sessions.erase(plan.sessions.begin());
  plan.rotations[0].rounds.pop_back();
  plan.rotations[0].rounds[0].stations.pop_back();
  plan.remarks.pop_back();
  CHECK(data::plan_json(gathering(), plan) == R"({
  "format": "farandole.plan/1",
  "gathering": "Journée « café »",
  "version": 3,
  "status": "infeasible",
  "score": {
    "hard": 2,
    "unplaced": 14,
    "soft": 17,
    "bound": 12,
    "proved": false,
    "rules": [
      {
        "id": "room-capacity",
        "level": "hard",
        "weight": 1,
        "count": 2,
        "penalty": 2
      },
      {
        "id": "repeat-meeting",
        "level": "soft",
        "weight": 3,
        "count": 4,
        "penalty": 12
      }
    ]
  },
  "sessions": [
    {
      "id": "table-ronde",
      "title": "Table ronde",
      "start": "2025-02-11T09:00:00+01:00",
      "end": "2025-02-11T10:15:00+01:00",
      "room": "grande",
      "site": "mairie",
      "team": {
        "moderator": [
          "ana"
        ],
        "speaker": [],
        "scribe": [
          "dé",
          "ana"
        ]
      },
      "participants": [
        "bo"
      ]
    }
  ],
  "rotations": [
    {
      "id": "chapeaux",
      "repeat_meetings": 1,
      "repeat_cost": 2,
      "bound": 1,
      "proved": false,
      "rounds": [
        {
          "start": "2025-02-11T10:30:00+01:00",
          "end": "2025-02-11T10:47:00+01:00",
          "stations": [
            {
              "id": "bleu",
              "room": "petite",
              "team": {},
              "participants": [
                "ana",
                "bo"
              ]
            }
          ]
        }
      ]
    }
  ],
  "trips": [],
  "moves": [],
  "unplaced": [
    {
      "id": "visite",
      "reason": "pas de salle"
    }
  ],
  "remarks": [
    {
      "rule": "room-capacity",
      "level": "hard",
      "text": "trop de monde"
    }
  ],
  "proved": true,
  "seconds": 0.25
}
)");
}

TEST_CASE("what is not known is null, and words follow the gathering's language") {
  auto plan = tests::sample_plan();
  plan.bound.reset();
  auto g = gathering();
  g.language = engine::Language::En;
  const auto read = json::parse(data::plan_json(g, plan));
  CHECK(read["score"]["bound"].is_null());
  CHECK(read["score"]["proved"] == false);
  CHECK(read["sessions"][0]["room"].is_null());
  CHECK(read["sessions"][0]["site"].is_null());
  CHECK(read["sessions"][0]["title"] == "accueil");
  CHECK(read["unplaced"][0]["reason"] == "no room");
}

TEST_CASE("a score is proved when the bound is reached and everything has its place") {
  engine::Plan plan;
  plan.score = {0, 0, 17};
  plan.bound = 17;
  const auto proved = [&] {
    return json::parse(data::plan_json(gathering(), plan))["score"]["proved"].get<bool>();
  };
  CHECK(proved());
  plan.bound = 16;
  CHECK_FALSE(proved());
  plan.bound = 17;
  plan.score.unplaced = 1;
  CHECK_FALSE(proved());
}

TEST_CASE("diagnostics name their file, and noise in them stays valid JSON") {
  const std::vector<engine::Diagnostic> list = {
      {engine::Severity::Warning, {0, 2, 1}, {"attention", "mind"}},
      {engine::Severity::Error, {1, 3, 7}, {"octets \xff ici", "bytes \xff here"}}};
  const auto read = json::parse(data::check_json(gathering(), list));
  CHECK(read["format"] == "farandole.check/1");
  CHECK(read["ok"] == false);
  CHECK(read["errors"] == 1);
  CHECK(read["warnings"] == 1);
  const json expected = {{"severity", "error"},
                         {"file", "people.csv"},
                         {"line", 3},
                         {"column", 7},
                         {"text", "octets \ufffd ici"}};
  CHECK(read["diagnostics"][1] == expected);
}

TEST_CASE("history is told on the gathering's clock") {
  engine::PlanVersion version;
  version.number = 2;
  version.made = engine::Instant{std::chrono::seconds{1752573605}};  // 2025-07-15 10:00:05 UTC
  version.cause = {"Nouveau plan", "New plan"};
  version.gathering = 1;
  version.search = {.seed = UINT64_MAX, .iterations = {}, .seconds = 1.50049};
  version.score = {0, 0, 4};
  version.changes = {{version.made, "restore", "", "1", {"Retour", "Back"}}};
  const auto read = json::parse(data::history_json(gathering(), {version}));
  CHECK(read["format"] == "farandole.history/1");
  const auto& row = read["versions"][0];
  CHECK(row["version"] == 2);
  CHECK(row["made"] == "2025-07-15T12:00:05+02:00");
  CHECK(row["cause"] == "Nouveau plan");
  CHECK(row["status"] == "feasible");
  CHECK(row["seed"] == UINT64_MAX);
  CHECK(row["iterations"].is_null());
  CHECK(row["seconds"] == 1.5);
  CHECK(row["changes"][0]["value"] == "1");
  CHECK(row["changes"][0]["text"] == "Retour");
}

TEST_CASE("a comparison counts whom it disturbs") {
  engine::PlanDiff diff;
  diff.items = {{"time", "expose", false, "2025-02-11 09:00 a", "2025-02-11 09:30 a", {"t", "t"}},
                {"people", "expose", false, "ana", "bo", {"p", "p"}},
                {"removed", "cafe", true, "2025-02-11 11:00", "", {"r", "r"}}};
  diff.people = {{"ana", "Ana", {diff.items[0]}}};
  diff.groups = {{"hats", "Hats", {{"people", "hats", true, "ana", "bo", {"g", "g"}}}}};
  engine::PlanVersion from;
  from.number = 1;
  engine::PlanVersion to;
  to.number = 4;
  to.score = {0, 0, 9};
  const auto read = json::parse(data::diff_json(engine::Language::Fr, from, to, diff));
  CHECK(read["from"] == 1);
  CHECK(read["to"] == 4);
  CHECK(read["score"]["to"]["soft"] == 9);
  CHECK(read["changes"][0]["session"] == "expose");
  CHECK(read["changes"][2]["rotation"] == "cafe");
  CHECK(read["people"][0]["id"] == "ana");
  CHECK(read["people"][0]["changes"][0]["to"] == "2025-02-11 09:30 a");
  CHECK(read["disturbed"] == json{{"people", 1}, {"sessions", 3}});
}
