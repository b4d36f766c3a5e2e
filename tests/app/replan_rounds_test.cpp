// Repairs that make up for lost time with fewer rounds of a rotation.
#include <algorithm>

#include <fmt/format.h>

#include "app/restore.h"
#include "app/show.h"
#include "data/write/exports/pinned.h"
#include "engine/plan/planned_rounds.h"
#include "scheduler/replan/shorten.h"
#include "tests/app/replan_desk.h"

namespace {

using app_tests::kAnaAndBo;
using app_tests::replaced;
using app_tests::session_in;
using app_tests::small_day;
using Kept = app_tests::Repaired;

/// Full from 9:00 to 11:00: a welcome, three rounds, a last word; nothing can be shortened but the
/// rotation.
std::string three_rounds(const std::string& more = "") {
  return replaced(small_day(kAnaAndBo + std::string(R"toml(
[[session]]
id = "mot"
title = "Mot"
format = "plenary"
minutes = 10
audience = "all"
start = "09:00"
[[rotation]]
id = "tables"
title = "Tables"
format = "speed-meeting"
pattern = "remix"
rounds = 3
minutes = 25
changeover = 5
participants = "all"
tables = 1
room = "grande"
after = ["mot"]
[[session]]
id = "bilan"
title = "Bilan"
format = "report-back"
minutes = 20
audience = "all"
after = ["tables"]
)toml") + more,
                            ""),
                  "closes = \"12:30\"",
                  "closes = \"11:00\"");
}

std::size_t rounds_of(const engine::Plan& plan) {
  return plan.rotations.empty() ? 0 : plan.rotations.front().rounds.size();
}

bool says(const std::vector<engine::Difference>& rows, const std::string& text) {
  return std::any_of(
      rows.begin(), rows.end(), [&](const auto& row) { return row.text.en == text; });
}

}  // namespace

TEST_CASE("a delay that a rotation cannot absorb costs its last round, by name", "[replan]") {
  const Kept kept(three_rounds());
  const auto late = kept.replan({{"--delay", "mot=30"}}, "09:05");
  REQUIRE(late.wrong.empty());
  CHECK(rounds_of(late.plan) == 2);
  CHECK(late.kinds.rounds == 1);
  CHECK(late.kinds.drops == 0);
  CHECK(late.disturbed.proved);
  CHECK(late.plan.score.hard == 0);
  CHECK_FALSE(late.plan.feasible);
  REQUIRE(late.plan.unplaced.size() == 1);
  CHECK(late.plan.unplaced.front().id == "tables");
  CHECK(late.plan.unplaced.front().reason.en == "the last round, for want of time");
  CHECK(session_in(late.plan, "bilan").end - session_in(late.plan, "bilan").start == 20);
  CHECK(says(late.changes, "removed: Tables, round 3, 10:10"));

  const auto later = kept.replan({{"--absent", "bo"}});
  CHECK(rounds_of(later.plan) == 2);
  CHECK(later.kinds.rounds == 0);
  CHECK(later.plan.unplaced == late.plan.unplaced);
  CHECK(app::show(kept.document, {}, {}).gathering.rotations.front().rounds.value == 2);
  CHECK(rounds_of(app::restore(kept.document, 1, {}).plan) == 3);
}

TEST_CASE("as few rounds as it takes, and one is left", "[replan]") {
  const Kept kept(three_rounds());
  const auto longer = kept.replan({{"--delay", "mot=60"}}, "09:05");
  CHECK(rounds_of(longer.plan) == 1);
  CHECK(longer.kinds.rounds == 2);
  const Kept other(three_rounds());
  const auto all = other.replan({{"--delay", "mot=80"}}, "09:05");
  CHECK(rounds_of(all.plan) == 0);
  CHECK(all.kinds.rounds == 0);
  CHECK(all.kinds.drops == 1);
  REQUIRE(all.plan.unplaced.size() == 1);
  CHECK(all.plan.unplaced.front().id == "tables");
}

TEST_CASE("rounds that have begun stay, those to come may be left out", "[replan]") {
  const Kept kept(three_rounds());
  const auto late = kept.replan({{"--delay", "tables=30"}}, "09:45");
  REQUIRE(late.wrong.empty());
  REQUIRE(rounds_of(late.plan) == 2);
  const auto& rounds = late.plan.rotations.front().rounds;
  CHECK(rounds[1].end - rounds[1].start == 25 + 30);
  CHECK(session_in(late.plan, "bilan").start >= rounds[1].end);
}

TEST_CASE("a rotation that is locked keeps its rounds", "[replan]") {
  const Kept kept(three_rounds());
  REQUIRE(kept.replan({{"--lock", "tables"}}).wrong.empty());
  const auto late = kept.replan({{"--delay", "mot=30"}}, "09:05");
  CHECK(late.kinds.rounds == 0);
}

TEST_CASE("the gathering says whether rounds go before anything moves, or never", "[replan]") {
  const auto ends_later = [](const std::string& order) {
    return replaced(three_rounds("[replan]\norder = [" + order + "]\n"),
                    "closes = \"11:00\"",
                    "closes = \"12:30\"");
  };
  const Kept waits(ends_later("\"substitute\""));
  const auto all_rounds = waits.replan({{"--delay", "mot=30"}}, "09:05");
  CHECK(rounds_of(all_rounds.plan) == 3);
  CHECK(all_rounds.plan.feasible);
  const Kept shortens(ends_later("\"shorten\", \"move\""));
  const auto fewer = shortens.replan({{"--delay", "mot=30"}}, "09:05");
  CHECK(rounds_of(fewer.plan) == 2);
  CHECK(session_in(fewer.plan, "bilan").start ==
        session_in(app::show(shortens.document, 1, {}).plan, "bilan").start);
  const Kept whole(three_rounds("[replan]\norder = [\"drop\", \"shorten\"]\n"));
  CHECK(rounds_of(whole.replan({{"--delay", "mot=30"}}, "09:05").plan) == 0);
}

TEST_CASE("a dry run shows what a round less would save", "[replan]") {
  const Kept kept(replaced(three_rounds(), "closes = \"11:00\"", "closes = \"12:30\""));
  app::ReplanRequest request;
  request.document = kept.document;
  request.changes = {{"--delay", "mot=30"}};
  request.at = "09:05";
  request.iterations = 100'000;
  request.dry_run = true;
  const auto tried = app::replan(request);
  CHECK(tried.kinds.rounds == 0);
  CHECK(std::any_of(tried.others.begin(), tried.others.end(), [](const auto& other) {
    return other.kinds.rounds == 1 && says(other.changes, "removed: Tables, round 3, 10:10");
  }));
}

TEST_CASE("a file written back asks for the rounds that are left", "[replan]") {
  const Kept kept(three_rounds());
  const auto late = kept.replan({{"--delay", "mot=30"}}, "09:05");
  const auto asked = data::read_gathering(kept.file).gathering;
  CHECK(engine::rounds_left_out(asked, late.plan).at("tables") == 1);
  data::InForce in_force;
  in_force.closed_rooms.insert("petite");
  const auto pinned = data::pinned(asked, late.plan, in_force);
  REQUIRE(pinned.rotations.size() == 1);
  CHECK(pinned.rotations.front().rounds.value == 2);
}

TEST_CASE("the cheapest rounds come first, however many rotations wait", "[replan]") {
  engine::Gathering gathering;
  engine::Plan plan;
  for (std::size_t r = 0; r < 6; ++r) {
    const auto id = fmt::format("r{}", r);
    engine::Rotation rotation;
    rotation.id.value = id;
    gathering.rotations.push_back(rotation);
    engine::PlannedStation station;
    for (std::size_t p = 0; p <= r; ++p) station.participants.push_back(fmt::format("p{}", p));
    engine::PlannedRotation planned;
    planned.id = id;
    for (int n = 0; n < 4; ++n)
      planned.rounds.push_back({.start = 100 + n * 10, .end = 110 + n * 10, .stations = {station}});
    plan.rotations.push_back(std::move(planned));
  }
  const engine::Problem problem;
  const scheduler::Upset upset{gathering, problem, plan, {}, {}};
  scheduler::Adapted adapted;
  adapted.gathering = gathering;
  const auto ways = scheduler::shortenings(upset, adapted, {});
  REQUIRE(ways.size() == scheduler::kMostShortenings);
  CHECK(ways.front().loss == 1);
  CHECK(ways.front().rounds == std::map<std::string, int>{{"r0", 1}});
  for (std::size_t i = 1; i < ways.size(); ++i) CHECK(ways[i - 1].loss <= ways[i].loss);
  CHECK(ways[3].loss == 3);  // r2, or r0 and r1, or three rounds of r0
  CHECK(ways.back().loss == 5);
  const auto fewer = scheduler::shortened(plan, ways.front());
  CHECK(fewer.rotations.front().rounds.size() == 3);
  CHECK(fewer.rotations.back().rounds.size() == 4);
}
