// People of a team who come late: the order changes, or the hour, before anybody is left out.
#include "tests/app/replan_desk.h"

namespace {

using app_tests::replaced;
using app_tests::session_in;
using Kept = app_tests::Repaired;

/// A round table of an hour with a moderator and three speakers, then a talk.
const std::string kPanel = app_tests::small_day(app_tests::kAnaAndBo + std::string(R"toml(
[[person]]
id = "cy"
name = "Cy"
[[person]]
id = "mo"
name = "Mo"
[[person]]
id = "pa"
name = "Pa"
[[session]]
id = "panel"
title = "Panel"
format = "round-table"
minutes = 60
start = "09:30"
audience = "all"
team = { moderator = ["mo"], speaker = ["ana", "bo", "cy"] }
[[session]]
id = "talk"
title = "Talk"
format = "plenary"
minutes = 30
audience = ["pa"]
after = ["panel"]
team = { speaker = ["ana"] }
)toml"),
                                                "");

const std::vector<std::string>& speakers(const engine::Plan& plan) {
  return session_in(plan, "panel").team.back().people;
}

std::string hour(const engine::Plan& plan, const std::string& session) {
  return engine::clock_text(session_in(plan, session).start);
}

}  // namespace

TEST_CASE("a speaker who comes while the others speak goes last", "[replan]") {
  const Kept kept(kPanel);
  const auto late = kept.replan({{"--person-late", "ana=10:10"}});
  REQUIRE(late.wrong.empty());
  CHECK(speakers(late.plan) == std::vector<std::string>{"ana", "bo", "cy"});
  CHECK(late.disturbed.people.empty());
  CHECK(late.pages.empty());
  REQUIRE(late.changes.size() == 1);
  CHECK(late.changes.front().text.en == "\"Panel\": Ana comes at 10:10 and goes last");
  REQUIRE(late.notices.size() == 4);
  CHECK(late.notices.front().person == "ana");
  CHECK(late.notices.front().text.en == "\"Panel\": Ana comes at 10:10 and goes last");

  CHECK(engine::contains(session_in(late.plan, "panel").participants, "ana"));

  // Said again later, she is still expected.
  const auto next = kept.replan({{"--absent", "pa"}});
  CHECK(speakers(next.plan) == std::vector<std::string>{"ana", "bo", "cy"});
}

TEST_CASE("a speaker who comes when their turn would be over is left out", "[replan]") {
  const Kept kept(kPanel);
  const auto late = kept.replan({{"--person-late", "ana=10:15"}});
  CHECK(speakers(late.plan) == std::vector<std::string>{"bo", "cy"});
  CHECK(hour(late.plan, "panel") == "09:30");
}

TEST_CASE("a round table waits for who moderates it, whatever hour the file says", "[replan]") {
  const Kept kept(kPanel);
  const auto late = kept.replan({{"--person-late", "mo=09:47"}});
  CHECK(late.plan.unplaced.empty());
  CHECK(late.plan.score.hard == 0);
  CHECK(hour(late.plan, "panel") == "09:50");
  CHECK(hour(late.plan, "talk") == "10:50");
}

TEST_CASE("a talk whose only speaker comes late waits", "[replan]") {
  const Kept kept(kPanel);
  const auto late = kept.replan({{"--person-late", "ana=11:00"}});
  CHECK(late.plan.unplaced.empty());
  CHECK(hour(late.plan, "talk") == "11:00");
  CHECK(speakers(late.plan) == std::vector<std::string>{"bo", "cy"});
}
