#include "sheets/rotation/rotation_host.h"

#include <algorithm>

#include "engine/model/words.h"
#include "sheets/rotation/rotation_host_page.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using tests::Planned;

std::vector<sheets::HostSheet> host_sheets(const Planned& planned,
                                           Language language = Language::Fr) {
  return sheets::host_sheets_of(planned.gathering, planned.plan, tests::options(language));
}

sheets::HostSheet sheet_of(const Planned& planned, const std::string& host) {
  const auto sheets = host_sheets(planned);
  const auto sheet =
      std::find_if(sheets.begin(), sheets.end(), [&](const auto& one) { return one.host == host; });
  REQUIRE(sheet != sheets.end());
  return *sheet;
}

}  // namespace

TEST_CASE("host sheets of a topical day in French") {
  const auto text = tests::written(host_sheets(tests::topical_day()));
  CHECK(text == tests::approved("sheets/rotation_host_day_fr.txt", text));
}

TEST_CASE("host sheets of two days in English") {
  const auto text = tests::written(host_sheets(tests::two_days(), Language::En));
  CHECK(text == tests::approved("sheets/rotation_host_two_days_en.txt", text));
}

TEST_CASE("drawing of the first host sheets") {
  tests::SquareRuler ruler;
  auto sheets = host_sheets(tests::topical_day());
  sheets.erase(sheets.begin(), sheets.begin() + 6);
  sheets.resize(1);
  const auto text = tests::written(
      sheets::draw_host_sheets(sheets, {tests::options(), ruler, "Rencontres", "Version 3"}));
  CHECK(text == tests::approved("sheets/rotation_host_drawn.txt", text));
}

TEST_CASE("everybody who comes to a table leaves it for somewhere, once") {
  for (const auto& planned : {tests::topical_day(), tests::two_days()})
    for (const auto& sheet : host_sheets(planned))
      for (const auto& round : sheet.rounds) {
        std::vector<std::string> leaving;
        for (const auto& to : round.departures)
          leaving.insert(leaving.end(), to.names.begin(), to.names.end());
        auto coming = round.names;
        std::sort(leaving.begin(), leaving.end());
        std::sort(coming.begin(), coming.end());
        INFO(sheet.station << " " << round.start);
        CHECK(leaving == coming);
      }
}

TEST_CASE("the contact is whoever is tagged and has a telephone, but never the host") {
  auto day = tests::topical_day();
  CHECK(sheet_of(day, "Denis Roche").contact == "Nadia Benali, 06 12 00 34 56");
  day.gathering.people[3].tags = {"contact"};
  CHECK(sheet_of(day, "Denis Roche").contact == "Nadia Benali, 06 12 00 34 56");
  CHECK(sheet_of(day, "Awa Diallo").contact == "Denis Roche, 06 99 00 00 13");
}

TEST_CASE("without a contact the sheet leaves a line to fill in") {
  auto day = tests::topical_day();
  day.gathering.people[15].tags.clear();
  CHECK(host_sheets(day).at(0).contact.empty());
  const auto drawn = tests::drawn("rotation-host", day);
  CHECK_THAT(tests::words_on(drawn.pages.at(0)),
             Catch::Matchers::ContainsSubstring("Appelez ____"));
}

TEST_CASE("warnings come five and one minutes before the end, when the round is that long") {
  auto day = tests::topical_day();
  using Lines = std::vector<std::string>;
  CHECK(sheet_of(day, "Denis Roche").rounds.at(0).warnings ==
        Lines{"9h25\u00a0: encore 5 minutes", "9h29\u00a0: dernière minute"});
  for (auto& round : day.plan.rotations.at(0).rounds) round.end = round.start + 5;
  CHECK(sheet_of(day, "Denis Roche").rounds.at(0).warnings == Lines{"9h22\u00a0: dernière minute"});
}

TEST_CASE("where people stroll, a host knows how many to expect") {
  // 45 people less 6 hosts, over 5 tables.
  CHECK_THAT(sheet_of(tests::topical_day(), "Denis Roche").rounds.at(0).count,
             Catch::Matchers::ContainsSubstring("environ 8\u00a0personnes"));
}

TEST_CASE("hosts who go round are told where to go, and their groups stay") {
  auto days = tests::two_days();
  auto& rotation = days.gathering.rotations.at(0);
  rotation.pattern.value = engine::Pattern::Carousel;
  rotation.hosts_move = true;
  auto& rounds = days.plan.rotations.at(0).rounds;
  rounds[1].stations[0].room = "b";
  rounds[2].stations[0].room = "c";
  const auto sheet = sheet_of(days, "Valérie Noël");
  CHECK(sheet.place.empty());
  CHECK(sheet.rounds.at(0).place == "Salle Ardoise, Maison du Lac");
  CHECK(sheet.rounds.at(0).move == "Salle Bruyère, Maison du Lac");
  CHECK(sheet.rounds.at(0).departures.empty());
  CHECK(sheet.rounds.at(2).move.empty());
}

TEST_CASE("whoever hosts some rounds only has a sheet of those rounds") {
  auto days = tests::two_days();
  auto& rounds = days.plan.rotations.at(0).rounds;
  rounds[1].stations[0].team = {{"facilitator", {"p40"}}};
  const auto usual = sheet_of(days, "Valérie Noël");
  const auto relief = sheet_of(days, "Mathilde Colin").rounds;
  CHECK(usual.rounds.size() == 2);
  CHECK(relief.size() == 1);
  CHECK(relief.at(0).name == "Tour 2 sur 3");
}

TEST_CASE("a round's phases are told with their clock times") {
  auto day = tests::topical_day();
  for (auto& rotation : day.gathering.rotations)
    if (rotation.id.value == "chapeaux")
      rotation.phases = {{"Consigne", 10, {}}, {"Chapeau blanc", 65, {}}};
  CHECK(sheet_of(day, "Karim Belkacem").rounds.at(0).phases ==
        std::vector<std::string>{"13:45 Consigne", "13:55 Chapeau blanc"});
}

TEST_CASE("before a meal or another day a host says when the rotation goes on, not that it ends") {
  auto days = tests::two_days();
  auto& rounds = days.plan.rotations.at(0).rounds;
  REQUIRE(rounds.size() == 3);
  rounds[1].start = rounds[0].end + 135;
  rounds[1].end = rounds[1].start + 40;
  rounds[2].start = rounds[1].start + engine::kMinutesPerDay;
  rounds[2].end = rounds[2].start + 40;
  std::vector<std::string> said;
  for (const auto& sheet : host_sheets(days, Language::En))
    if (sheet.host == "Valérie Noël")
      for (const auto& round : sheet.rounds) said.push_back(round.say);
  REQUIRE(said.size() == 3);
  const auto clock = engine::spoken_time(rounds[1].start, Language::En);
  CHECK(said[0] == "“Thank you! The rotation goes on at " + clock + ".”");
  const auto date = engine::long_date(engine::day_of(rounds[2].start), Language::En);
  CHECK(said[1] == "“Thank you! The rotation goes on " + date + " at " +
                       engine::spoken_time(rounds[2].start, Language::En) + ".”");
  CHECK_THAT(said[2], Catch::Matchers::ContainsSubstring("the last round"));
}

TEST_CASE("a station called like its room is named once") {
  auto days = tests::two_days();
  for (auto& room : days.gathering.rooms)
    if (room.id.value == "b") room.name = "coopérer";
  const auto sheet = sheet_of(days, "Valérie Noël");
  CHECK(sheet.rounds.at(0).departures.at(0).to == "Coopérer");
  CHECK(sheet_of(days, "William Clément").place == "coopérer, Maison du Lac");
}
