// Whoever the organiser sends into a role does not cost a visit of everybody; and an order never
// costs a meal, nor what it was to follow.
#include "tests/app/kept_example.h"
#include "tests/app/replan_desk.h"

namespace {

using app_tests::KeptExample;

app::Replanned replaced(const KeptExample& kept, const std::string& out, const std::string& in) {
  app::ReplanRequest request;
  request.document = kept.document();
  request.changes = {{"--substitute", out + "=" + in}};
  request.iterations = app_tests::kRepairSteps;
  request.threads = 1;
  request.dry_run = true;
  return app::replan(request);
}

/// A talk in the morning, then lunch for everybody.
std::string day_with_lunch(const std::string& when) {
  return app_tests::small_day(app_tests::kAnaAndBo + std::string(R"toml(
[[session]]
id = "mot"
title = "Mot"
format = "plenary"
minutes = 60
audience = "all"
start = "09:00"
[[session]]
id = "repas"
title = "Repas"
format = "meal"
minutes = 60
audience = "all"
)toml") + when,
                              "");
}

}  // namespace

TEST_CASE("a stand-in for whom the coach has no seat is refused, and the seat is named",
          "[replan]") {
  const KeptExample kept("derniere-annee");
  int refused = 0;
  for (const auto* in : {"amiot", "calvet", "hamdi", "poncet"}) {
    INFO(in);
    const auto repaired = replaced(kept, "mazieres", in);
    if (repaired.wrong.empty()) {
      CHECK(repaired.plan.score.unplaced == 0);
      CHECK(repaired.kinds.rounds == 0);
      continue;
    }
    ++refused;
    CHECK(repaired.wrong.front().fr.find("siège") != std::string::npos);
    CHECK(repaired.wrong.front().en.find("--person-out mazieres") != std::string::npos);
  }
  CHECK(refused > 0);
}

TEST_CASE("what is moved onto a meal moves the meal", "[replan]") {
  const app_tests::Repaired day(day_with_lunch("window = [\"10:00\", \"12:30\"]\n"));
  const auto moved = day.replan({{"--move", "mot=10:30"}});
  REQUIRE(moved.wrong.empty());
  CHECK(moved.plan.score.hard == 0);
  CHECK(app_tests::session_in(moved.plan, "mot").start ==
        app_tests::session_in(moved.plan, "repas").start - 60);
}

TEST_CASE("what is moved onto a meal that has its hour is refused", "[replan]") {
  const app_tests::Repaired day(day_with_lunch("start = \"11:00\"\n"));
  const auto moved = day.replan({{"--move", "mot=11:00"}});
  REQUIRE(moved.wrong.size() == 1);
  CHECK(moved.wrong.front().en.find("Repas") != std::string::npos);
  CHECK_FALSE(moved.written);
}

TEST_CASE("lunch that is moved costs nothing that it was to follow at once", "[replan]") {
  const app_tests::Repaired day(day_with_lunch("after = [{ session = \"mot\", max_gap = 15 }]\n"));
  const auto moved = day.replan({{"--move", "repas=11:00"}});
  REQUIRE(moved.wrong.empty());
  CHECK(moved.plan.feasible);
  CHECK(engine::clock_text(app_tests::session_in(moved.plan, "mot").start) == "09:00");
  // The order stands, and so does what it allows.
  const auto later = day.replan({{"--lock", "mot"}});
  CHECK(later.plan.feasible);
  CHECK(engine::clock_text(app_tests::session_in(later.plan, "repas").start) == "11:00");
}
