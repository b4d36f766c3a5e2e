// What a committee fills in as it decides.
#include "sheets/team/decision_log.h"

#include "tests/catch.h"
#include "tests/sheets/drawn.h"

namespace {

using Catch::Matchers::ContainsSubstring;

std::string words(const tests::Planned& planned, const sheets::PrintOptions& options) {
  return tests::words_on(tests::drawn("decision-log", planned, options));
}

}  // namespace

TEST_CASE("a decision log has the agenda, what is to be decided and room for the rest") {
  const auto days = tests::equipped_days();
  const auto page = words(days, tests::options());
  for (const auto* word : {"RELEVÉ DE DÉCISIONS",
                           "À décider\u00a0: le texte du pacte est arrêté",
                           "Ce qui est décidé",
                           "Se présenter",
                           "Rêver le pacte",
                           "Prochaine réunion"})
    CHECK_THAT(page, ContainsSubstring(word));
  CHECK_THAT(words(days, tests::options(engine::Language::En)), ContainsSubstring("To decide: "));
}

TEST_CASE("every committee has a decision log, and nothing else does without a milestone") {
  auto days = tests::two_days();
  CHECK(tests::drawn("decision-log", days).pages.empty());
  auto& session = days.gathering.sessions.at(0);
  session.format.value = "committee";
  const auto logs = sheets::decision_logs_of(days.gathering, days.plan, {});
  REQUIRE(logs.size() == 1);
  CHECK(logs[0].key == session.id.value);
  CHECK(logs[0].milestone.empty());
  CHECK(logs[0].points.empty());
}

TEST_CASE("an agenda of many points goes on on another page, its columns named again") {
  auto days = tests::equipped_days();
  for (auto& session : days.gathering.sessions) {
    if (session.milestone.empty()) continue;
    session.phases.clear();
    for (int i = 1; i <= 25; ++i) session.phases.push_back({"Point " + std::to_string(i), 3, {}});
  }
  const auto document = tests::drawn("decision-log", days);
  REQUIRE(document.pages.size() > 1);
  for (const std::size_t page : {0U, 1U})
    CHECK_THAT(tests::words_on(document.pages[page]), ContainsSubstring("Ce qui est décidé"));
}
