// What published accounts ask of the committee, the citizens' cycle and the emergence of a third
// place, held on the plans made of the examples and of variants with other dates, numbers, people.
#include "app/series.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/series/poll_dates.h"
#include "tests/app/planned.h"
#include "tests/catch.h"

namespace {

using app_tests::example;
using app_tests::rotation;
using app_tests::session;
using Files = std::vector<data::SourceFile>;

struct Programme {
  app::Checked checked;
  std::vector<std::string> complaints;
  engine::Plan plan;
  engine::Series series;
};

Programme programme(Files files) {
  Programme out;
  auto reading = data::read_gathering(std::move(files));
  out.checked.problem = engine::compile(reading.gathering, reading.diagnostics);
  out.checked.diagnostics = reading.diagnostics.sorted();
  out.checked.gathering = std::move(reading.gathering);
  for (const auto& one : out.checked.diagnostics) out.complaints.push_back(one.text.en);
  if (!out.checked.ok() || reading.diagnostics.has_errors()) return out;
  const auto solution = scheduler::solve_dates(
      out.checked.gathering, *out.checked.problem, {.iterations = 2'000, .threads = 1}, {});
  out.plan = engine::make_plan(out.checked.gathering, *out.checked.problem, solution.board);
  out.series = app::series_of(out.checked, out.plan, app::Clock::PlaysNoPart);
  return out;
}

/// The gathering file with one passage replaced; it must be there.
Files changed(Files files, const std::string& from, const std::string& to) {
  auto& text = files.at(0).bytes;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  return files;
}

std::string day_of(const engine::Plan& plan, const std::string& id) {
  if (const auto* one = session(plan, id)) return engine::iso_date(engine::day_of(one->start));
  const auto* two = rotation(plan, id);
  return two == nullptr ? "" : engine::iso_date(engine::day_of(two->rounds.front().start));
}

int days_between(const engine::Plan& plan, const std::string& a, const std::string& b) {
  return engine::day_of(session(plan, b)->start) - engine::day_of(session(plan, a)->end);
}

const engine::Slack* slack_of(const Programme& programme, const std::string& id) {
  for (const auto& row : programme.series.slack)
    if (std::count(row.items.begin(), row.items.end(), id) > 0) return &row;
  return nullptr;
}

bool says(const std::vector<engine::Text>& texts, const std::string& words) {
  return std::any_of(texts.begin(), texts.end(), [&](const engine::Text& text) {
    return text.en.find(words) != text.en.npos;
  });
}

const Programme& committee() {
  static const auto made = programme(example("comite-de-pilotage"));
  REQUIRE(made.complaints == std::vector<std::string>{});
  REQUIRE(made.plan.feasible);
  return made;
}

const Programme& cycle() {
  static const auto made = programme(example("parcours-citoyen"));
  REQUIRE(made.complaints == std::vector<std::string>{});
  REQUIRE(made.plan.feasible);
  return made;
}

const Programme& emergence() {
  static const auto made = programme(example("emergence"));
  REQUIRE(made.plan.feasible);
  return made;
}

const std::vector<std::string> kWorkshops = {"besoins-1",
                                             "besoins-2",
                                             "mission",
                                             "gouvernance",
                                             "essais",
                                             "modele",
                                             "communication",
                                             "structuration"};
const std::vector<std::string> kGroups = {
    "c-cuisine", "c-atelier", "c-bureaux", "c-scene", "c-jardin"};

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

TEST_CASE("committee: with no date that suits, the checker says why for each") {
  const auto made = programme(changed(example("comite-de-pilotage"), "min = 18", "min = 25"));
  REQUIRE(made.complaints.size() == 1);
  CHECK_THAT(made.complaints[0],
             Catch::Matchers::ContainsSubstring("no date of the poll suits \"comite\"") &&
                 Catch::Matchers::ContainsSubstring("without Clémence Maupin") &&
                 Catch::Matchers::ContainsSubstring("people of the 25 it takes"));
  CHECK_FALSE(made.checked.ok());
}

TEST_CASE("committee: once the date is fixed the poll binds no more") {
  auto files =
      changed(example("comite-de-pilotage"), "start = \"10:00\"", "start = \"2021-12-07 10:00\"");
  const auto made = programme(files);
  REQUIRE(made.plan.feasible);
  CHECK(day_of(made.plan, "comite") == "2021-12-07");
}

TEST_CASE("citizens' cycle: workshops two to six weeks apart outside school holidays") {
  const auto& made = cycle();
  const auto& term = made.checked.problem->term_days;
  for (std::size_t i = 1; i < kWorkshops.size(); ++i) {
    INFO(kWorkshops[i]);
    const auto* before = session(made.plan, kWorkshops[i - 1]);
    const auto* after = session(made.plan, kWorkshops[i]);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(days_between(made.plan, kWorkshops[i - 1], kWorkshops[i]) >= 14);
    const bool new_phase = kWorkshops[i] == "mission" || kWorkshops[i] == "structuration";
    CHECK(term.between(engine::day_of(before->end), engine::day_of(after->start)) <=
          (new_phase ? 70 : 42));
  }
  for (const auto& id : kWorkshops) {
    INFO(id);
    CHECK(engine::weekday_of(engine::day_of(session(made.plan, id)->start)) == 3);
    CHECK(engine::clock_of(session(made.plan, id)->start) >= 18 * 60);
    for (const auto& holidays : made.checked.gathering.school_holidays) {
      const auto day = engine::day_of(session(made.plan, id)->start);
      CHECK_FALSE((holidays.first <= day && day <= holidays.last));
    }
  }
}

TEST_CASE("citizens' cycle: the long summer gap is accepted and said") {
  const auto& made = cycle();
  CHECK(days_between(made.plan, "essais", "modele") > 42);
  const auto& pauses = made.series.pauses;
  const auto summer = std::find_if(pauses.begin(), pauses.end(), [](const auto& pause) {
    return pause.earlier == "essais" && pause.later == "modele";
  });
  REQUIRE(summer != pauses.end());
  CHECK(summer->term_days <= 42);
  CHECK_THAT(summer->text.fr, Catch::Matchers::ContainsSubstring("La pause est acceptée"));
}

TEST_CASE("citizens' cycle: phases in order, and a decision gates each") {
  const auto& made = cycle();
  const auto at = [&](const char* id) { return session(made.plan, id)->start; };
  for (const auto* one : {"besoins-1", "besoins-2", "commune-1"})
    CHECK(at(one) < at("decision-besoins"));
  for (const auto* one : {"mission", "gouvernance", "essais", "modele", "communication"}) {
    CHECK(at("decision-besoins") < at(one));
    CHECK(at(one) < at("decision-cycle"));
  }
  for (const auto* one : {"structuration", "commune-3", "fondation"})
    CHECK(at("decision-cycle") < at(one));
  REQUIRE(made.series.milestones.size() == 3);
  CHECK(made.series.milestones[0].session == "decision-besoins");
  CHECK(made.series.milestones[0].waiting.size() == 10);
  CHECK(made.series.milestones[2].session == "fondation");
  CHECK(made.series.milestones[2].waiting.empty());
}

TEST_CASE("citizens' cycle: two audiences, and two joint workshops") {
  const auto& made = cycle();
  std::map<std::string, std::string> profile;
  for (const auto& person : made.checked.gathering.people)
    profile[person.id.value] = person.tags.empty() ? "" : person.tags.front();
  int joint = 0;
  for (const auto& id : kWorkshops) {
    std::map<std::string, int> count;
    for (const auto& person : session(made.plan, id)->participants) ++count[profile[person]];
    if (count["commune"] > 0) ++joint;
    CHECK(count["collectif"] >= 15);
  }
  CHECK(joint == 2);
}

TEST_CASE("citizens' cycle: who attends from one workshop to the next adds up") {
  const auto& made = cycle();
  const auto found = std::find_if(made.series.cohorts.begin(),
                                  made.series.cohorts.end(),
                                  [](const auto& row) { return row.name == "le collectif"; });
  REQUIRE(found != made.series.cohorts.end());
  REQUIRE(found->steps.size() == 8);
  std::set<std::string> before;
  for (std::size_t i = 0; i < found->steps.size(); ++i) {
    const auto& step = found->steps[i];
    CHECK(step.session == kWorkshops[i]);
    const auto* held = session(made.plan, step.session);
    const std::set<std::string> now(held->participants.begin(), held->participants.end());
    std::vector<std::string> kept;
    std::set_intersection(
        before.begin(), before.end(), now.begin(), now.end(), std::back_inserter(kept));
    CHECK(step.people == static_cast<int>(now.size()));
    CHECK(step.kept == static_cast<int>(kept.size()));
    if (i > 0) CHECK(step.people == step.kept + step.joined);
    if (i > 0) CHECK(step.left == static_cast<int>(before.size() - kept.size()));
    before = now;
  }
}

TEST_CASE(
    "emergence: the end of October lies inside the school holidays, and the checker says so") {
  const auto& made = emergence();
  REQUIRE(made.complaints.size() == 1);
  CHECK_THAT(made.complaints[0],
             Catch::Matchers::ContainsSubstring("Thursday 31 October 2024") &&
                 Catch::Matchers::ContainsSubstring("autumn holidays") &&
                 Catch::Matchers::ContainsSubstring("Saturday 19 October 2024") &&
                 Catch::Matchers::ContainsSubstring("Sunday 3 November 2024"));
}

TEST_CASE("emergence: a, b, every c, d, e and g in order with their gaps") {
  const auto& plan = emergence().plan;
  CHECK(days_between(plan, "a-portage", "b-aller") >= 5);
  for (const auto& group : kGroups) {
    INFO(group);
    CHECK(days_between(plan, "b-fin", group) >= 12);
    CHECK(days_between(plan, group, "d-ensemble") >= 14);
  }
  CHECK(days_between(plan, "d-ensemble", "e-scenario") >= 14);
  CHECK(days_between(plan, "e-scenario", "g-fete") >= 24);
}

TEST_CASE("emergence: day b is one day, from the cars at 8:45 to the end at 16:30") {
  const auto& plan = emergence().plan;
  for (const auto* id :
       {"b-aller", "b-visite", "b-retour", "b-repas", "b-modeles", "b-usages", "b-fin"})
    CHECK(day_of(plan, id) == "2024-10-17");
  CHECK(engine::clock_text(session(plan, "b-aller")->start) == "08:45");
  CHECK(engine::clock_text(session(plan, "b-fin")->end) == "16:30");
  const auto* visit = rotation(plan, "b-visite");
  REQUIRE(visit);
  REQUIRE(visit->rounds.size() == 2);
  CHECK(visit->rounds[1].start - visit->rounds[0].end == 5);
  std::map<std::string, std::set<std::string>> seen;
  for (const auto& round : visit->rounds)
    for (const auto& half : round.stations)
      for (const auto& person : half.participants) seen[person].insert(half.id);
  CHECK(seen.size() == 28);
  for (const auto& [person, places] : seen) CHECK(places.size() == 2);
}

TEST_CASE("emergence: 17 October leaves slack; 7 November is feasible with no day to spare") {
  const auto* slack = slack_of(emergence(), "b-aller");
  REQUIRE(slack);
  CHECK(engine::iso_date(slack->day) == "2024-10-17");
  CHECK(engine::iso_date(slack->latest) == "2024-11-07");
  CHECK(slack->days == 2);  // 5 and 7 November: the holidays lie between
  CHECK(slack->proved);
  CHECK_THAT(slack->text.en,
             Catch::Matchers::ContainsSubstring(
                 "Thursday 7 November 2024 is feasible with no day to spare"));
  CHECK_THAT(slack->text.fr, Catch::Matchers::ContainsSubstring("sans un jour de marge"));
}

TEST_CASE("emergence: planned on 7 November, it is said that no day is left") {
  const auto made =
      programme(changed(example("emergence"), "start = \"08:45\"", "start = \"2024-11-07 08:45\""));
  REQUIRE(made.plan.feasible);
  CHECK(day_of(made.plan, "b-fin") == "2024-11-07");
  const auto* slack = slack_of(made, "b-aller");
  REQUIRE(slack);
  CHECK(slack->days == 0);
  CHECK(slack->proved);
  CHECK_THAT(slack->text.en,
             Catch::Matchers::StartsWith("Thursday 7 November 2024 is feasible with no day to "
                                         "spare"));
}

TEST_CASE("emergence: a day later there is no plan, whatever else moves") {
  const auto made =
      programme(changed(example("emergence"), "start = \"08:45\"", "start = \"2024-11-09 08:45\""));
  CHECK_FALSE(made.plan.feasible);
}

TEST_CASE("emergence: each focus group has a lead and two complementary actors") {
  const auto& made = emergence();
  std::map<std::string, std::vector<std::string>> tags;
  for (const auto& person : made.checked.gathering.people) tags[person.id.value] = person.tags;
  for (const auto& group : kGroups) {
    INFO(group);
    int leads = 0;
    int actors = 0;
    for (const auto& person : session(made.plan, group)->participants) {
      for (const auto& tag : tags[person]) {
        if (tag == "portage") ++leads;
        if (tag.starts_with("complement-")) ++actors;
      }
    }
    CHECK(leads >= 1);
    CHECK(actors >= 2);
  }
}

TEST_CASE("emergence: a group without enough complementary actors is an error that names it") {
  const auto made = programme(changed(example("emergence"),
                                      "{ from = [\"tag:complement-jardin\"], min = 2 }",
                                      "{ from = [\"tag:complement-jardin\"], min = 3 }"));
  REQUIRE_FALSE(made.checked.ok());
  CHECK(std::any_of(made.complaints.begin(), made.complaints.end(), [](const std::string& text) {
    return text.find("\"c-jardin\": at least 3 of these people") != text.npos;
  }));
}

TEST_CASE("series: the same steps in other years plan, and the day put to the vote has slack") {
  const int year = GENERATE(2021, 2023, 2026);
  INFO(year);
  auto files = example("emergence");
  const auto replace = [](std::string& where, const std::string& from, const std::string& to) {
    for (auto at = where.find(from); at != where.npos; at = where.find(from, at + to.size()))
      where.replace(at, from.size(), to);
  };
  /// The second Thursday of a month, or one so many weeks later.
  const auto thursday = [&](unsigned month, int weeks) {
    auto day = *engine::day_from_civil({year, month, 8});
    while (engine::weekday_of(day) != 3) ++day;
    return engine::iso_date(day + 7 * weeks);
  };
  auto& text = files.at(0).bytes;
  replace(text, "2024-", "YEAR-");
  replace(text, "2025-01-11", std::to_string(year + 1) + "-01-29");
  replace(text, "YEAR-", std::to_string(year) + "-");
  replace(text,
          "windows = [ # un samedi",
          "windows = [[\"" + std::to_string(year + 1) + "-01-06 16:00\", \"" +
              std::to_string(year + 1) + "-01-29 20:00\"],");
  replace(text, std::to_string(year) + "-09-17", std::to_string(year) + "-09-07");
  for (auto& file : files)
    if (file.path == "sondage.csv") {
      replace(file.bytes, "jeudi 17 octobre 2024", thursday(10, 0));
      replace(file.bytes, "jeudi 31 octobre 2024", thursday(10, 1));
      replace(file.bytes, "jeudi 7 novembre 2024", thursday(11, 1));
    }
  const auto made = programme(files);
  for (const auto& complaint : made.complaints) UNSCOPED_INFO(complaint);
  REQUIRE(made.checked.ok());
  REQUIRE(made.plan.feasible);
  const auto* slack = slack_of(made, "b-aller");
  REQUIRE(slack);
  CHECK(slack->days > 0);
}

TEST_CASE("series: cycles of other lengths, weekdays, zones and years plan, and keep their gaps") {
  struct Case {
    int year;
    int workshops;
    const char* weekday;
    char zone;
    int gap;
    int most;
  };
  const auto one = GENERATE(Case{2021, 3, "mardi", 'B', 14, 42},
                            Case{2022, 9, "jeudi", 'C', 7, 28},
                            Case{2023, 6, "samedi", 'A', 21, 42},
                            Case{2024, 8, "lundi", 'B', 14, 35},
                            Case{2025, 5, "mercredi", 'C', 28, 42});
  std::string text =
      "[gathering]\nname = \"Cycle\"\n[calendar]\nfrom = " + std::to_string(one.year) +
      "-09-15\nto = " + std::to_string(one.year + 1) + "-12-15\nweekdays = [\"" + one.weekday +
      "\"]\nopens = \"18:00\"\ncloses = \"22:00\"\nschool_zone = \"" + std::string(1, one.zone) +
      "\"\n[[site]]\nid = \"x\"\n[[room]]\nid = \"r\"\nsite = \"x\"\ncapacity = 9\n"
      "[[person]]\nid = \"ana\"\nname = \"Ana\"\n";
  for (int i = 0; i < one.workshops; ++i) {
    text += "[[session]]\nid = \"s" + std::to_string(i) +
            "\"\ntitle = \"S\"\nformat = \"workshop\"\nminutes = 120\naudience = \"all\"\n";
    if (i > 0)
      text += "after = [{ session = \"s" + std::to_string(i - 1) +
              "\", gap_days = " + std::to_string(one.gap) +
              ", max_term_days = " + std::to_string(one.most) + " }]\n";
  }
  const auto made = programme({{"gathering.toml", text}});
  INFO(one.year);
  REQUIRE(made.complaints == std::vector<std::string>{});
  REQUIRE(made.plan.feasible);
  for (int i = 1; i < one.workshops; ++i) {
    const auto before = "s" + std::to_string(i - 1);
    const auto after = "s" + std::to_string(i);
    CHECK(days_between(made.plan, before, after) >= one.gap);
    CHECK(made.checked.problem->term_days.between(
              engine::day_of(session(made.plan, before)->end),
              engine::day_of(session(made.plan, after)->start)) <= one.most);
  }
  REQUIRE(made.series.slack.size() == static_cast<std::size_t>(one.workshops - 1));
  for (std::size_t i = 1; i < made.series.slack.size(); ++i)
    CHECK(made.series.slack[i - 1].latest < made.series.slack[i].latest);
}

TEST_CASE("slack: what order alone allows agrees with trying every later date") {
  const std::string head =
      "[gathering]\nname = \"E\"\n[calendar]\nfrom = 2026-03-02\nto = 2026-04-03\n"
      "weekdays = [\"lundi\", \"mercredi\", \"vendredi\"]\nopens = \"18:00\"\ncloses = \"21:00\"\n"
      "[[site]]\nid = \"x\"\n[[room]]\nid = \"r\"\nsite = \"x\"\ncapacity = 9\n"
      "[[person]]\nid = \"ana\"\nname = \"Ana\"\n";
  const auto item = [](const char* id, const std::string& more) {
    return std::string("[[session]]\nid = \"") + id +
           "\"\ntitle = \"S\"\nformat = \"workshop\"\nminutes = 120\naudience = \"all\"\n" + more;
  };
  const auto file = [&](const std::string& first) {
    return Files{{"gathering.toml",
                  head + item("a", first) +
                      item("b", "after = [{ session = \"a\", gap_days = 3, max_gap_days = 9 }]\n") +
                      item("c", "after = [{ session = \"b\", gap_days = 5 }]\n")}};
  };
  const auto made = programme(file(""));
  REQUIRE(made.plan.feasible);
  const auto* slack = slack_of(made, "a");
  REQUIRE(slack);
  CHECK(slack->proved);
  engine::Day latest = 0;
  for (const auto& day : made.checked.gathering.days)
    if (programme(file("day = " + engine::iso_date(day.date) + "\n")).plan.feasible)
      latest = day.date;
  CHECK(engine::iso_date(slack->latest) == engine::iso_date(latest));
}
