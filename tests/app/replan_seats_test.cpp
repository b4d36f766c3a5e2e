// People who do not come, come late or come unannounced: what the cards of a rotation become.
#include "app/show.h"
#include "tests/app/replan_desk.h"
#include "tests/app/small_rotation.h"

namespace {

using app_tests::Repaired;

/// Three groups of four go round three stations that want four each.
const std::string kCarousel = app_tests::day(R"(
[[room]]
id = "un"
site = "maison"
capacity = 12
[[room]]
id = "deux"
site = "maison"
capacity = 12
[[room]]
id = "trois"
site = "maison"
capacity = 12
[[rotation]]
id = "visite"
title = "Visite"
format = "visit"
pattern = "carousel"
rounds = 3
minutes = 20
start = "10:00"
participants = "all"
[[rotation.station]]
id = "a"
room = "un"
capacity = [4, 4]
[[rotation.station]]
id = "b"
room = "deux"
capacity = [4, 4]
[[rotation.station]]
id = "c"
room = "trois"
capacity = [4, 4]
)" + app_tests::people(12));

/// Ten people at two tables, three times: many meet again.
const std::string kCafe = app_tests::day(R"(
[[rotation]]
id = "cafe"
title = "Café"
format = "world-cafe"
pattern = "remix"
rounds = 3
minutes = 20
start = "10:00"
participants = "all"
tables = 2
room = "salle"
)" + app_tests::people(10));

/// Eight people who see two hosted tables, one after the other.
const std::string kHosted = app_tests::day(R"(
[[person]]
id = "hote-a"
name = "Hôte A"
[[person]]
id = "hote-b"
name = "Hôte B"
[[rotation]]
id = "cafe"
title = "Café"
format = "world-cafe"
pattern = "remix"
rounds = 2
minutes = 20
start = "10:00"
participants = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"]
[[rotation.station]]
id = "a"
team = { facilitator = ["hote-a"] }
[[rotation.station]]
id = "b"
team = { facilitator = ["hote-b"] }
)" + app_tests::people(8));

}  // namespace

TEST_CASE("the host of a table hears who does not come to it", "[replan]") {
  const Repaired kept(kHosted);
  const auto few = kept.replan({{"--absent", "p1"}}, "09:30");
  REQUIRE(few.wrong.empty());
  CHECK(few.disturbed.people.empty());
  const auto ids = app_tests::told(few);
  REQUIRE(ids.size() == 3);
  CHECK(ids.front() == "p1");
  CHECK(std::set<std::string>(ids.begin() + 1, ids.end()) ==
        std::set<std::string>{"hote-a", "hote-b"});
  CHECK(few.notices[1].text.en.find("leaving: Personne 1") != std::string::npos);
}

TEST_CASE("a group left too small goes round all the same, and that is said", "[replan]") {
  const Repaired kept(kCarousel);
  const auto few = kept.replan({{"--absent", "p1"}, {"--absent", "p2"}, {"--absent", "p3"}});
  REQUIRE(few.wrong.empty());
  REQUIRE(few.plan.rotations.size() == 1);
  CHECK(few.plan.rotations.front().rounds.size() == 3);
  CHECK(few.plan.unplaced.empty());
  CHECK_FALSE(few.plan.feasible);
  CHECK(few.plan.score.hard > 0);
  CHECK_FALSE(few.plan.remarks.empty());
}

TEST_CASE("repeats are bounded by who is there, not by who was expected", "[replan]") {
  const Repaired kept(kCafe);
  const auto before = app::show(kept.document, {}, {}).plan.rotations.front();
  const auto few =
      kept.replan({{"--absent", "p1"}, {"--absent", "p2"}, {"--absent", "p3"}, {"--absent", "p4"}});
  REQUIRE(few.plan.rotations.size() == 1);
  const auto& after = few.plan.rotations.front();
  CHECK(after.bound <= after.repeat_cost);
  CHECK(after.bound < before.bound);
  CHECK(after.proved == (after.bound == after.repeat_cost));
}
