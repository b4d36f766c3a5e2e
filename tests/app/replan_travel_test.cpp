// Repairs between places: another seat is no way out where no seat is near enough.
#include "tests/app/replan_desk.h"

namespace {

using app_tests::session_in;

/// Two visits, each in two rounds at two places, with a meal at a third one between the rounds.
std::string tour() {
  return app_tests::replaced(app_tests::small_day(app_tests::kAnaAndBo + std::string(R"toml(
[[person]]
id = "guy"
name = "Guy"
[[person]]
id = "ida"
name = "Ida"
[[site]]
id = "forge"
[[site]]
id = "ferme"
[[site]]
id = "auberge"
[[room]]
id = "cour"
site = "forge"
capacity = 10
[[room]]
id = "grange"
site = "ferme"
capacity = 10
[[room]]
id = "table"
site = "auberge"
capacity = 10
[[travel]]
from = "forge"
to = "ferme"
minutes = 20
[[travel]]
from = "forge"
to = "auberge"
minutes = 20
[[travel]]
from = "ferme"
to = "auberge"
minutes = 20
[[travel]]
from = "mairie"
to = "forge"
minutes = 20
[[travel]]
from = "mairie"
to = "ferme"
minutes = 20
[[travel]]
from = "mairie"
to = "auberge"
minutes = 20
[[rotation]]
id = "visites"
title = "Visites"
format = "visit"
pattern = "carousel"
rounds = 2
minutes = 30
contiguous = false
participants = ["ana", "bo"]
[[rotation.station]]
id = "cour"
room = "cour"
capacity = [1, 2]
team = { guide = ["guy"] }
[[rotation.station]]
id = "grange"
room = "grange"
capacity = [1, 2]
team = { guide = ["ida"] }
[[session]]
id = "repas"
title = "Repas"
format = "meal"
minutes = 30
start = "09:50"
room = "table"
audience = ["ana", "bo"]
)toml"),
                                                  ""),
                             "closes = \"12:30\"",
                             "closes = \"11:40\"");
}

}  // namespace

TEST_CASE("a late meal makes the visit after it wait, and that is proved", "[replan]") {
  const app_tests::Repaired kept(tour());
  const auto late = kept.replan({{"--delay", "repas=20"}});
  REQUIRE(late.wrong.empty());
  CHECK(late.plan.score.hard == 0);
  CHECK(engine::clock_text(session_in(late.plan, "repas").start) == "10:10");
  REQUIRE(late.plan.rotations.size() == 1);
  CHECK(late.plan.rotations[0].rounds[1].start >= session_in(late.plan, "repas").end + 20);
  CHECK(late.disturbed.people.size() == 4);
  CHECK(late.disturbed.proved);
}

TEST_CASE("a place that is visited is visited there or not at all", "[replan]") {
  const app_tests::Repaired kept(tour());
  const auto lost = kept.replan({{"--room-out", "grange"}});
  REQUIRE(lost.wrong.empty());
  CHECK(lost.plan.score.hard == 0);
  CHECK(lost.plan.rotations.empty());
  REQUIRE(lost.plan.unplaced.size() == 1);
  CHECK(lost.plan.unplaced[0].id == "visites");
}

TEST_CASE("a meal whose room is lost does not go online", "[replan]") {
  const std::string online =
      "[[site]]\nid = \"ligne\"\nonline = true\n"
      "[[room]]\nid = \"visio\"\nsite = \"ligne\"\ncapacity = 90\n";
  const app_tests::Repaired kept(tour() + online);
  const auto lost = kept.replan({{"--room-out", "table"}});
  REQUIRE(lost.wrong.empty());
  CHECK(session_in(lost.plan, "repas").room != "visio");
}
