// What the account of a network's autumn asks: audiences, the sound system's way, order, readers.
#include <algorithm>
#include <map>
#include <set>

#include "engine/plan/at_site.h"
#include "engine/plan/equipment_route.h"
#include "engine/problem/journeys.h"
#include "sheets/services/transport.h"
#include "tests/app/planned.h"
#include "tests/catch.h"

namespace {

using app_tests::session;

const app_tests::Planned& november() {
  static const auto result =
      app_tests::planned(app_tests::example("tiers-lieux-en-novembre"), 100'000);
  REQUIRE(result.complaints == std::vector<std::string>{});
  REQUIRE(result.plan.feasible);
  return result;
}

bool is_event(const engine::PlannedSession& planned) {
  return engine::moment_text(planned.start).starts_with("2023-11") &&
         !planned.id.starts_with("appui");
}

std::vector<engine::EquipmentMove> moves() {
  return engine::equipment_moves(november().gathering, november().plan);
}

}  // namespace

TEST_CASE("November: ten events, no two for the same audience on one evening") {
  std::map<std::pair<std::string, engine::Day>, std::string> evenings;
  int events = 0;
  for (const auto& planned : november().plan.sessions) {
    if (!is_event(planned)) continue;
    ++events;
    for (const auto& person : planned.participants) {
      INFO(person << " at " << planned.id);
      CHECK(evenings.emplace(std::pair(person, engine::day_of(planned.start)), planned.id).second);
    }
  }
  CHECK(events == 10);
}

TEST_CASE("November: the sound system is carried in time, from home and back") {
  const auto& [gathering, complaints, plan] = november();
  const auto route = moves();
  REQUIRE_FALSE(route.empty());
  CHECK(route.front().from == "filature");
  CHECK(route.back().to == "filature");
  CHECK_FALSE(route.back().needed.has_value());
  const engine::Journeys journeys(gathering);
  for (std::size_t i = 0; i < route.size(); ++i) {
    const auto& move = route[i];
    INFO(move.after << " to " << move.before);
    CHECK(move.count == 1);
    if (i > 0) CHECK(move.from == route[i - 1].to);
    const auto way = journeys.between({move.from}, {move.to});
    REQUIRE(way);
    CHECK(way->minutes > 0);
    if (move.free && move.needed) CHECK(*move.free + way->minutes <= *move.needed);
  }
}

TEST_CASE("November: the sound system stands where each event needs it") {
  const auto& [gathering, complaints, plan] = november();
  std::vector<const engine::PlannedSession*> users;
  for (const auto& written : gathering.sessions)
    if (!written.equipment.empty()) users.push_back(session(plan, written.id.value));
  REQUIRE(users.size() == 5);
  std::sort(
      users.begin(), users.end(), [](const auto* a, const auto* b) { return a->start < b->start; });
  std::string place = "filature";
  for (const auto* user : users) {
    INFO(user->id);
    for (const auto& move : moves()) {
      if (move.before != user->id) continue;
      CHECK(move.from == place);
      place = move.to;
    }
    CHECK(user->room == "salle-" + place);
  }
}

TEST_CASE("November: topics in order, two extra sessions for three places, the review last") {
  const auto& plan = november().plan;
  for (int topic = 2; topic <= 5; ++topic) {
    const auto* before = session(plan, "theme-" + std::to_string(topic - 1));
    const auto* after = session(plan, "theme-" + std::to_string(topic));
    REQUIRE(before);
    REQUIRE(after);
    CHECK(before->end <= after->start);
  }
  for (const std::string place : {"filature", "moulin", "quai"})
    for (const std::string which : {"-1", "-2"}) CHECK(session(plan, "appui-" + place + which));
  const auto* review = session(plan, "bilan");
  REQUIRE(review);
  CHECK(engine::moment_text(review->start).starts_with("2023-12"));
  for (const auto& planned : plan.sessions)
    if (is_event(planned)) CHECK(planned.end <= review->start);
}

TEST_CASE("November: one programme per place, and all of them make the one for all") {
  const auto& [gathering, complaints, plan] = november();
  std::size_t sessions = 0;
  for (const auto& site : gathering.sites) {
    const auto part = engine::at_site(gathering, plan, site.id.value);
    CHECK_FALSE(part.sessions.empty());
    for (const auto& planned : part.sessions) {
      const auto room = std::find_if(gathering.rooms.begin(),
                                     gathering.rooms.end(),
                                     [&](const auto& r) { return r.id.value == planned.room; });
      REQUIRE(room != gathering.rooms.end());
      CHECK(room->site.value == site.id.value);
    }
    sessions += part.sessions.size();
  }
  CHECK(sessions == plan.sessions.size());
}

TEST_CASE("November: the route of the sound system is printed, whole and for each place") {
  const auto& [gathering, complaints, plan] = november();
  const auto whole = sheets::transport_sheets_of(gathering, plan, {});
  REQUIRE(whole.carried.size() == 1);
  CHECK(whole.carried[0].lines.size() == moves().size());
  std::size_t ends = 0;
  for (const auto& site : gathering.sites) {
    sheets::PrintOptions options;
    options.site = site.id.value;
    for (const auto& carried : sheets::transport_sheets_of(gathering, plan, options).carried)
      for (const auto& line : carried.lines) {
        ++ends;
        CHECK((line.from.starts_with(site.name) || line.to.starts_with(site.name)));
      }
  }
  CHECK(ends == 2 * moves().size());
}
