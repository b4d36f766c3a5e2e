// What published accounts ask of a citizens' cycle over a year.
#include <algorithm>
#include <map>
#include <set>

#include "tests/app/programme.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

const Programme& cycle() {
  static const auto made = programme(example("parcours-citoyen"));
  REQUIRE(made.complaints == std::vector<std::string>{});
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

}  // namespace

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
