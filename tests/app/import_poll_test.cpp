// A poll taken into a document that is planned already.
#include "engine/model/failure.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

using app_tests::Desk;
using app_tests::take_in;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* kMeeting = R"toml(
[gathering]
name = "Réunion"
[[day]]
date = "2025-03-03"
opens = "09:00"
closes = "12:00"
[[day]]
date = "2025-03-04"
opens = "09:00"
closes = "12:00"
[[site]]
id = "mairie"
[[room]]
id = "salle"
site = "mairie"
capacity = 8
[[person]]
id = "ana"
name = "Ana Roux"
[[person]]
id = "bo"
name = "Bo Li"
[[session]]
id = "point"
title = "Point"
format = "plenary"
minutes = 60
audience = "all"
)toml";

constexpr const char* kPoll = "[[poll]]\nsession = \"point\"\nanswers = \"sondage.csv\"\n";
constexpr const char* kDates = ",lundi 3 mars 2025,mardi 4 mars 2025,\n,10h,10h,\n";

Desk meeting(const std::string& poll, const std::string& answers) {
  return Desk({{"reunion.toml", kMeeting + poll}, {"sondage.csv", kDates + answers}});
}

}  // namespace

TEST_CASE("new answers to a poll decide its date anew", "[import]") {
  const auto desk = meeting(kPoll, "Ana Roux,Oui,Non,\nBo Li,Oui,Sous réserve,\n");
  (void)desk.planned();
  const auto imported =
      take_in(desk, std::string(kDates) + "Ana Roux,Non,Oui,\nBo Li,Oui,Sous réserve,\n");
  REQUIRE(imported.plan);
  CHECK(engine::iso_date(engine::day_of(imported.plan->sessions.at(0).start)) == "2025-03-04");
  CHECK(imported.kind == "framadate");
  CHECK(imported.unchanged == 1);
  CHECK(imported.unknown.empty());
  REQUIRE(imported.lines.size() == 1);
  CHECK(imported.lines[0].line == 3);
  CHECK(imported.lines[0].text.en == "Ana Roux: 1 yes, 0 if need be, 1 no");
  CHECK_FALSE(
      take_in(desk, std::string(kDates) + "Ana Roux,Non,Oui,\nBo Li,Oui,Sous réserve,\n").plan);
  const auto gone = take_in(desk, std::string(kDates) + "Ana Roux,Oui,Non,\n");
  REQUIRE(gone.plan);
  CHECK(engine::iso_date(engine::day_of(gone.plan->sessions.at(0).start)) == "2025-03-03");
  CHECK(gone.lines.at(0).text.en == "Bo Li has no answer any more");
}

TEST_CASE("of two answers of one person the later counts, and that is said", "[import]") {
  const auto desk = meeting(kPoll, "Ana Roux,Oui,Non,\nana roux,Non,Oui,\n");
  const auto planned = desk.planned();
  const auto imported =
      take_in(desk, std::string(kDates) + "Ana Roux,Non,Oui,\nBo Li,Non,\nAna Roux,Oui,Non,\n");
  REQUIRE(imported.plan);
  CHECK(engine::iso_date(engine::day_of(imported.plan->sessions.at(0).start)) == "2025-03-03");
  REQUIRE(imported.diagnostics.size() == 1);
  CHECK(imported.diagnostics[0].severity == engine::Severity::Warning);
  CHECK(imported.diagnostics[0].where.line == 5);
  CHECK_THAT(imported.diagnostics[0].text.fr, ContainsSubstring("a répondu plus d’une fois"));
  REQUIRE(imported.lines.size() == 2);
  CHECK(imported.lines[1].text.en == "Ana Roux: 1 yes, 0 if need be, 1 no");
}

TEST_CASE("an answer that is none keeps the document as it is, with its line", "[import]") {
  const auto desk = meeting(kPoll, "Ana Roux,Oui,Non,\n");
  const auto document = desk.planned();
  const auto before = tests::bytes_of(document);
  const auto imported = take_in(desk, std::string(kDates) + "Ana Roux,Oui,Bof,\n");
  CHECK_FALSE(imported.plan);
  REQUIRE(imported.diagnostics.size() == 1);
  CHECK(imported.diagnostics[0].where.line == 3);
  CHECK(tests::bytes_of(document) == before);
}

TEST_CASE("answers without a poll to take them are refused, and it is said what to write",
          "[import]") {
  const auto desk = meeting("", "");
  (void)desk.planned();
  try {
    (void)take_in(desk, std::string(kDates) + "Ana Roux,Non,Oui,\n");
    FAIL("not refused");
  } catch (const engine::BadRequest& error) {
    CHECK_THAT(error.text().en, ContainsSubstring("[[poll]]"));
  }
}
