// What published accounts ask of a committee whose date is put to a vote.
#include <algorithm>
#include <map>
#include <set>

#include "sheets/team/decision_log.h"
#include "tests/app/programme.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

const Programme& committee() {
  static const auto made = programme(example("comite-de-pilotage"));
  REQUIRE(made.complaints == std::vector<std::string>{});
  REQUIRE(made.plan.feasible);
  return made;
}

}  // namespace

TEST_CASE("committee: the date chosen has every required member or a stand-in") {
  const auto& made = committee();
  CHECK(day_of(made.plan, "comite") == "2021-12-09");
  CHECK(day_of(made.plan, "accueil") == "2021-12-09");
  CHECK(day_of(made.plan, "repas") == "2021-12-09");
  REQUIRE(made.series.polls.size() == 1);
  const auto& poll = made.series.polls[0];
  REQUIRE(poll.dates.size() == 5);
  CHECK(poll.dates[2].chosen);
  std::set<std::string> coming(poll.dates[2].yes.begin(), poll.dates[2].yes.end());
  coming.insert(poll.dates[2].if_need_be.begin(), poll.dates[2].if_need_be.end());
  std::map<std::string, std::string> by;
  for (const auto& absence : poll.absences) by[absence.person] = absence.by;
  for (const auto& person : made.checked.gathering.people) {
    if (std::count(person.tags.begin(), person.tags.end(), "indispensable") == 0) continue;
    INFO(person.id.value);
    if (!coming.contains(person.id.value)) CHECK(coming.contains(by[person.id.value]));
  }
  CHECK(by["zimmer"] == "bonnefoy");
}

TEST_CASE("committee: why the other dates lost is said, and who is missing") {
  const auto& poll = committee().series.polls[0];
  CHECK_FALSE(poll.dates[0].possible);  // nobody of the partner department
  CHECK(poll.dates[1].possible);
  CHECK_FALSE(poll.dates[3].possible);  // nobody of the Region
  CHECK_FALSE(poll.dates[4].possible);  // too few
  CHECK(says(poll.texts, "Thursday 9 December 2021"));
  CHECK(says(poll.texts, "Clémence Maupin is required and cannot come"));
  CHECK(says(poll.texts, "people of the 18 it takes"));
  CHECK(says(poll.texts, "Octave Zimmer cannot come: "));
  CHECK(says(poll.texts, "Rather than Tuesday 7 December 2021"));
}

TEST_CASE("committee: twenty-five members in a room laid out in a U") {
  const auto& made = committee();
  const auto* meeting = session(made.plan, "comite");
  REQUIRE(meeting);
  CHECK(meeting->participants.size() == 25);
  CHECK(meeting->room == "salle-u");
}

TEST_CASE("committee: the decision log has the agenda, what is to be decided, and the roles") {
  const auto& made = committee();
  const auto logs = sheets::decision_logs_of(made.checked.gathering, made.plan, {});
  REQUIRE(logs.size() == 1);
  CHECK(logs[0].key == "comite");
  CHECK(logs[0].milestone == "le programme de 2022 est arrêté");
  CHECK(logs[0].team.size() == 3);
  const auto* meeting = &made.checked.gathering.sessions[1];
  for (const auto& session : made.checked.gathering.sessions)
    if (session.id.value == "comite") meeting = &session;
  REQUIRE(logs[0].points.size() == meeting->phases.size());
  for (std::size_t i = 0; i < logs[0].points.size(); ++i)
    CHECK(logs[0].points[i] == meeting->phases[i].title);
}

TEST_CASE("committee: with no date that suits, the checker says why for each") {
  const auto made = programme(changed(example("comite-de-pilotage"), "min = 18", "min = 25"));
  REQUIRE(made.complaints.size() == 1);
  CHECK_THAT(made.complaints[0],
             Catch::Matchers::ContainsSubstring("no date of the poll suits \"comite\"") &&
                 Catch::Matchers::ContainsSubstring("without Clémence Maupin") &&
                 Catch::Matchers::ContainsSubstring("people of the 25 it takes"));
  CHECK_FALSE(made.checked.ok());
}

TEST_CASE("committee: an answer under a name that two people have is not taken for either") {
  auto files = example("comite-de-pilotage");
  auto& people = files.at(1).bytes;
  const auto line = people.substr(
      people.find("aubry"), people.find('\n', people.find("aubry")) - people.find("aubry") + 1);
  people +=
      line.substr(0, line.find_first_of(",;")) + "-bis" + line.substr(line.find_first_of(",;"));
  const auto made = programme(std::move(files));
  CHECK(std::any_of(made.complaints.begin(), made.complaints.end(), [](const std::string& one) {
    return one.find("several people have this name; put the id in its place") != one.npos;
  }));
}

TEST_CASE("committee: once the date is fixed the poll binds no more") {
  auto files =
      changed(example("comite-de-pilotage"), "start = \"10:00\"", "start = \"2021-12-07 10:00\"");
  const auto made = programme(files);
  REQUIRE(made.plan.feasible);
  CHECK(day_of(made.plan, "comite") == "2021-12-07");
}
