#include "sheets/programme/programme.h"

#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using tests::Planned;

sheets::Programme programme(const Planned& planned, Language language = Language::Fr) {
  return sheets::programme_of(planned.gathering, planned.plan, tests::options(language));
}

const sheets::ProgrammeItem& item(const sheets::Programme& programme, const std::string& title) {
  for (const auto& day : programme.days)
    for (const auto& slot : day.slots)
      for (const auto& one : slot.items)
        if (one.title == title) return one;
  throw std::out_of_range(title);
}

}  // namespace

TEST_CASE("programme of a topical day in French") {
  const auto text = tests::written(programme(tests::topical_day()));
  CHECK(text == tests::approved("sheets/programme_day_fr.txt", text));
}

TEST_CASE("programme of two days on two sites in English") {
  const auto text = tests::written(programme(tests::two_days(), Language::En));
  CHECK(text == tests::approved("sheets/programme_two_days_en.txt", text));
}

TEST_CASE("drawing of the programme of a topical day") {
  const auto text = tests::written(tests::drawn("programme", tests::topical_day()));
  CHECK(text == tests::approved("sheets/programme_day_drawn.txt", text));
}

TEST_CASE("phases that do not fit their session are left out rather than told at wrong times") {
  auto day = tests::topical_day();
  for (auto& session : day.gathering.sessions)
    if (session.id.value == "bilan") session.phases.push_back({"Trop long", 30, {}});
  CHECK(item(programme(day), "Bilan et questionnaire de satisfaction").phases.empty());
}

TEST_CASE("rounds that lie apart are separate entries that keep their numbers") {
  auto day = tests::topical_day();
  for (auto& rotation : day.gathering.rotations)
    if (rotation.id.value == "cafe") rotation.contiguous = false;
  for (auto& rotation : day.plan.rotations)
    if (rotation.id == "cafe")
      for (std::size_t r = 1; r < 3; ++r) {
        rotation.rounds[r].start += 300;
        rotation.rounds[r].end += 300;
      }
  std::vector<std::string> rounds;
  const auto made = programme(day);
  for (const auto& slot : made.days.at(0).slots)
    for (const auto& one : slot.items)
      if (one.title == "Café des questions")
        for (const auto& round : one.rotation->rounds)
          rounds.push_back(slot.start + " " + round.name);
  CHECK(rounds == std::vector<std::string>{"11:00 Tour 1", "16:20 Tour 2", "16:20 Tour 3"});
}

TEST_CASE("plain tables are counted, not listed") {
  auto day = tests::topical_day();
  for (auto& rotation : day.gathering.rotations)
    if (rotation.id.value == "cafe") rotation.plain_tables = true;
  for (auto& rotation : day.plan.rotations)
    if (rotation.id == "cafe")
      for (auto& round : rotation.rounds)
        for (auto& station : round.stations) {
          station.team.clear();
          station.room = "hall";
        }
  const auto cafe = item(programme(day), "Café des questions");
  CHECK(cafe.rotation->stations.empty());
  CHECK_THAT(cafe.rotation->how, Catch::Matchers::ContainsSubstring("6 tables"));
}

TEST_CASE("a station that rests in some rounds says in which it takes place") {
  auto days = tests::two_days();
  auto& rounds = days.plan.rotations.at(0).rounds;
  rounds[1].stations.erase(rounds[1].stations.begin() + 2);
  const auto workshops = item(programme(days), "Ateliers au choix");
  CHECK(workshops.rotation->stations.at(2).rounds == "tours 1, 3");
  CHECK(workshops.rotation->stations.at(0).rounds.empty());
}

TEST_CASE("a plan that breaks a rule is called provisional on the page") {
  auto day = tests::topical_day();
  day.plan.feasible = false;
  const auto drawn = tests::drawn("programme", day);
  CHECK_THAT(tests::words_on(drawn.pages.at(0)),
             Catch::Matchers::ContainsSubstring("PROGRAMME PROVISOIRE"));
}

TEST_CASE("how to get there is told in the language of the programme") {
  auto days = tests::two_days();
  const auto access = [&](const std::string& mode, engine::Language language) {
    days.gathering.travels.at(0).mode = mode;
    days.gathering.travels.at(0).every = {};
    return sheets::programme_of(days.gathering, days.plan, tests::options(language))
        .days.at(0)
        .access.at(0);
  };
  using Catch::Matchers::EndsWith;
  CHECK_THAT(access("coach", engine::Language::Fr), EndsWith("8\u00a0min en car"));
  CHECK_THAT(access("coach", engine::Language::En), EndsWith("8\u00a0min by coach"));
  CHECK_THAT(access("navette", engine::Language::En), EndsWith("8\u00a0min by shuttle"));
  CHECK_THAT(access("téléphérique", engine::Language::En), EndsWith("8\u00a0min (téléphérique)"));
  CHECK_THAT(access("", engine::Language::Fr), EndsWith("8\u00a0min"));
}

TEST_CASE("the days of a leaflet follow one another, and it takes as few sheets as it can") {
  auto days = tests::two_days();
  const auto drawn = tests::drawn("programme", days);
  for (std::size_t i = 1; i + 1 < drawn.pages.size(); ++i)
    CHECK_FALSE(tests::texts_on(drawn.pages[i]).empty());
  CHECK(drawn.pages.size() <= 4);
}

TEST_CASE("a step that is longer than a line goes on below its words, not below its hour") {
  for (const auto& kind : {"programme", "running-order"}) {
    INFO(kind);
    int steps = 0;
    for (const auto& page : tests::drawn(kind, tests::topical_day()).pages)
      for (const auto& mark : tests::texts_on(page))
        if (mark.text.runs.front().text.find("16:00\u2002") != std::string::npos) {
          ++steps;
          CHECK(mark.text.hang > 20);
        }
    CHECK(steps == 1);
  }
}

TEST_CASE("an item that flows over pages keeps its first stations beside its head") {
  for (int stations = 8; stations <= 40; ++stations) {
    const auto drawn = tests::drawn("programme", tests::large_cafe(stations, 8 * stations));
    for (const auto& page : drawn.pages) {
      const auto words = tests::words_on(page);
      const auto head = words.find("Café des questions\n");
      INFO(stations);
      CHECK((head == words.npos || words.find("Table ", head) != words.npos));
    }
  }
}
