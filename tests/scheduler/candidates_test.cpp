// Which changes are tried first against a conflict.
#include "scheduler/explain/candidates.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/support/gathering_builder.h"

namespace scheduler {
namespace {

/// Two sessions in one of two rooms, and two people who are not there all day.
engine::Gathering two_sessions() {
  support::GatheringBuilder b;
  b.day("2027-03-02", "09:00", "12:00");
  b.site("house");
  b.room("hall", "house", 20);
  b.room("loft", "house", 20);
  for (const auto* id : {"ana", "bo"})
    b.person(id).available = {b.window("2027-03-02 09:00", "2027-03-02 10:00")};
  for (const auto* id : {"talk", "walk"}) {
    auto& session = b.session(id, 60);
    session.rooms = {b.in("hall")};
    session.audience = b.who("all");
  }
  return b.g;
}

/// Of a family that begins with `kind`, in the order of trial.
std::vector<Candidate> of_kind(const std::vector<Candidate>& all, const std::string& kind) {
  std::vector<Candidate> found;
  std::copy_if(all.begin(), all.end(), std::back_inserter(found), [&](const auto& one) {
    return one.family.rfind(kind, 0) == 0;
  });
  return found;
}

bool all_unlikely(const std::vector<Candidate>& list, bool unlikely) {
  return !list.empty() && std::all_of(list.begin(), list.end(), [&](const auto& one) {
    return one.unlikely == unlikely;
  });
}

}  // namespace

TEST_CASE("other rooms are tried last where no rule on places is in the way", "[explain]") {
  const auto gathering = two_sessions();
  engine::Obstruction conflict;
  conflict.rules = {"person-overlap"};
  CHECK(all_unlikely(of_kind(candidates_of(gathering, {0, 1}, conflict), "other room"), true));
  CHECK(candidates_of(gathering, {0, 1}, conflict).back().unlikely);
  conflict.rules = {"room-overlap"};
  CHECK(all_unlikely(of_kind(candidates_of(gathering, {0, 1}, conflict), "other room"), false));
  conflict.rules = {};
  CHECK(all_unlikely(of_kind(candidates_of(gathering, {0, 1}, conflict), "other room"), false));
}

TEST_CASE("a room on another site asks more than one on the same", "[explain]") {
  auto gathering = two_sessions();
  gathering.sites.push_back(gathering.sites.front());
  gathering.sites.back().id.value = "barn";
  gathering.rooms.push_back(gathering.rooms.back());
  gathering.rooms.back().id.value = "stable";
  gathering.rooms.back().site.value = "barn";
  const auto rooms = of_kind(candidates_of(gathering, {0}, {}), "other room");
  REQUIRE(rooms.size() == 2);
  CHECK(rooms.front().repair.cost < rooms.back().repair.cost);
  CHECK(rooms.back().repair.changes.front().value.find("stable") != std::string::npos);
}

TEST_CASE("whoever is not there on the day of an item may be asked for that day", "[explain]") {
  auto gathering = two_sessions();
  support::GatheringBuilder b;
  gathering.people.front().available = {b.window("2027-03-02 10:20", "2027-03-02 10:40")};
  for (int i = 1; i < 30; ++i) {
    gathering.days.push_back(gathering.days.front());
    gathering.days.back().date += i;
  }
  engine::Obstruction conflict;
  conflict.rules = {"person-unavailable"};
  conflict.decisive = {"ana"};
  const auto on_days = [&] {
    return of_kind(candidates_of(gathering, {0, 1}, conflict), "available ana on");
  };
  CHECK(on_days().empty());  // nobody reads a list of thirty days
  gathering.sessions.front().timing.day = {gathering.days[1].date, {}};
  REQUIRE(on_days().size() == 1);
  CHECK(on_days().front().repair.changes.front().value ==
        R"([["2027-03-02 10:20", "2027-03-02 10:40"], ["2027-03-03 09:00", "2027-03-03 12:00"]])");
}

TEST_CASE("whoever is asked to be there at any time has no hours any more", "[explain]") {
  const auto list = of_kind(candidates_of(two_sessions(), {0, 1}, {}), "available ana");
  const auto always = std::find_if(
      list.begin(), list.end(), [](const auto& one) { return one.family == "available ana"; });
  REQUIRE(always != list.end());
  CHECK(always->repair.changes.front().value.empty());
}

TEST_CASE("more seats are those that the room's other items take, in steps", "[explain]") {
  auto gathering = two_sessions();
  gathering.rooms.front().capacity.value = 1;
  gathering.sessions.back().seats = {9, {}};
  const auto list = of_kind(candidates_of(gathering, {0}, {}), "capacity hall");
  REQUIRE(list.size() == 2);
  CHECK(list.front().repair.changes.front().value == "2");
  CHECK(list.back().repair.changes.front().value == "9");
  CHECK(list.back().by_degrees);
}

TEST_CASE("gaps that are too long can be cut everywhere at once", "[explain]") {
  auto gathering = two_sessions();
  gathering.sessions.push_back(gathering.sessions.front());
  gathering.sessions.back().id.value = "meal";
  for (std::size_t i : {1U, 2U})
    gathering.sessions[i].timing.after = {{gathering.sessions[i - 1].id, 90, {}, {}, {}, {}}};
  const auto list = of_kind(candidates_of(gathering, {0, 1}, {}), "all gaps");
  REQUIRE(!list.empty());
  CHECK(list.front().repair.changes.size() == 2);
  CHECK(list.back().repair.cost == 240);
}

TEST_CASE("a person is withdrawn from one item, or from as many as it takes, the latest first",
          "[explain]") {
  auto gathering = two_sessions();
  support::GatheringBuilder b;
  gathering.sessions.push_back(gathering.sessions.front());
  gathering.sessions.back().id.value = gathering.sessions.back().title = "meal";
  for (auto& session : gathering.sessions) session.audience = b.who("registered");
  for (const auto* id : {"talk", "walk", "meal"}) {
    gathering.registrations.push_back({b.key("ana"), b.key(id)});
    if (id != std::string("walk")) gathering.registrations.push_back({b.key("bo"), b.key(id)});
  }
  engine::Obstruction conflict;
  conflict.rules = {"person-overlap"};
  conflict.items = {"talk", "walk", "ana"};
  const auto all = candidates_of(gathering, {0, 1}, conflict);
  CHECK(of_kind(all, "registered bo").empty());  // nothing in the way
  const auto one = of_kind(all, "registration ana");
  REQUIRE(one.size() == 1);
  CHECK(one.front().repair.text.en == "withdraw ana from \"talk\"");
  const auto list = of_kind(all, "registered ana");
  REQUIRE(list.size() == 3);
  CHECK(list.front().repair.text.en == "withdraw ana from \"walk\"");
  CHECK(list.back().repair.text.en == "withdraw ana from \"walk\", \"talk\" and \"meal\"");
  CHECK(list.back().repair.cost == 360);
  CHECK(list.front().repair.changes ==
        std::vector<engine::Setting>{{"registrations", "ana", "walk", ""}});
}

TEST_CASE("a role that every station asks of the same person is opened at all of them at once",
          "[explain]") {
  support::GatheringBuilder b;
  b.g = two_sessions();
  auto& rotation = b.rotation("hats", engine::Pattern::Carousel, 2, 20);
  for (const auto* id : {"red", "blue"})
    b.station(rotation, id, 0, 0).team = {
        b.open_role("host", 1, b.who(std::vector<std::string>{"ana"}))};
  engine::Obstruction conflict;
  conflict.rules = {"team-complete"};
  const auto changes = [&] {
    const auto list = of_kind(candidates_of(b.g, {2}, conflict), "anybody at all hats host");
    return list.empty() ? std::vector<engine::Setting>() : list.front().repair.changes;
  };
  REQUIRE(changes().size() == 2);
  CHECK(changes().back().id == "hats/blue");
  CHECK(changes().back().value == R"({ host = { count = 1, from = "all" } })");
  b.g.rotations.front().stations.pop_back();
  CHECK(changes().empty());  // one station alone: that is another candidate
}

TEST_CASE("there may be as many pieces as all sessions want at once", "[explain]") {
  auto gathering = two_sessions();
  support::GatheringBuilder b;
  auto& mike = gathering.equipment.emplace_back();
  mike.id = b.key("mike");
  mike.count = 1;
  for (auto& session : gathering.sessions) session.equipment.push_back({b.key("mike"), 3});
  engine::Obstruction conflict;
  conflict.rules = {"equipment-stock"};
  const auto more = of_kind(candidates_of(gathering, {0}, conflict), "count mike");
  REQUIRE(!more.empty());
  CHECK(more.back().repair.changes.front().value ==
        "6");  // 3 of the other, which is not in the way
}

TEST_CASE("those whose hours alone make room are asked first", "[explain]") {
  const auto gathering = two_sessions();
  engine::Obstruction conflict;
  conflict.items = {"ana", "bo"};
  CHECK(all_unlikely(of_kind(candidates_of(gathering, {0, 1}, conflict), "available"), false));
  conflict.decisive = {"bo"};
  const auto candidates = candidates_of(gathering, {0, 1}, conflict);
  CHECK(all_unlikely(of_kind(candidates, "available ana"), true));
  CHECK(all_unlikely(of_kind(candidates, "available bo"), false));
}

TEST_CASE("features of rooms are tried after ways where the way is too long", "[explain]") {
  auto gathering = two_sessions();
  gathering.sessions[0].needs = {engine::Key{"stage", {}}};
  gathering.travels.emplace_back();
  gathering.travels[0].from = engine::Key{"hall", {}};
  gathering.travels[0].to = engine::Key{"loft", {}};
  gathering.travels[0].minutes = 600;
  engine::Obstruction conflict;
  conflict.rules = {"person-overlap", "travel-time"};
  gathering.sessions[0].rooms.clear();
  const auto all = candidates_of(gathering, {0, 1}, conflict);
  CHECK(all_unlikely(of_kind(all, "features"), true));
  const auto ways = of_kind(all, "minutes hall/loft");
  CHECK(all_unlikely(ways, false));
  CHECK(ways.front().repair.changes.front().value == "595");
  CHECK(ways.back().repair.changes.front().value == "5");
}

TEST_CASE("vehicles that are all too small are made larger by one change", "[explain]") {
  auto gathering = two_sessions();
  for (const auto* id : {"red", "blue"}) {
    gathering.vehicles.emplace_back();
    gathering.vehicles.back().id = engine::Key{id, {}};
    gathering.vehicles.back().seats.value = 8;
  }
  const auto larger = of_kind(candidates_of(gathering, {0, 1}, {}), "seats of vehicles");
  REQUIRE(!larger.empty());
  const std::vector<engine::Setting> both{{"vehicle", "red", "seats", "9"},
                                          {"vehicle", "blue", "seats", "9"}};
  CHECK(larger.front().repair.changes == both);
  CHECK(larger.front().by_degrees);
}

TEST_CASE("windows that are all too short are made long enough by one change", "[explain]") {
  support::GatheringBuilder b;
  b.day("2027-03-02", "09:00", "17:00");
  b.session("talk", 70).timing.window = b.window("10:00", "11:00");
  b.session("walk", 90).timing.windows = {b.window("2027-03-02 14:00", "2027-03-02 15:00")};
  b.session("rest", 30).timing.window = b.window("12:00", "13:00");
  const auto found = of_kind(candidates_of(b.g, {0}, {}), "long enough");
  REQUIRE(found.size() == 1);
  const auto& changes = found[0].repair.changes;
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].value == R"(["10:00", "11:10"])");
  CHECK(changes[1].value == R"([["2027-03-02 14:00", "2027-03-02 15:30"]])");
}

TEST_CASE("rooms, sites and gaps that are all in the way are changed by one change", "[explain]") {
  auto gathering = two_sessions();
  support::GatheringBuilder b;
  for (auto& room : gathering.rooms)
    room.closed = {b.window("2027-03-02 09:00", "2027-03-02 12:00")};
  gathering.sites.push_back(gathering.sites.front());
  gathering.sites.back().id.value = "annexe";
  for (auto& site : gathering.sites) site.closes = engine::At<engine::Minute>{10 * 60, {}};
  for (auto& session : gathering.sessions) {
    auto& after = session.timing.after.emplace_back();
    after.item.value = session.id.value == "talk" ? "walk" : "talk";
    after.gap = 90;
  }
  const auto candidates = candidates_of(gathering, {0, 1}, {});
  const auto one = [&](const std::string& kind) {
    const auto found = of_kind(candidates, kind);
    REQUIRE_FALSE(found.empty());
    return found.front();
  };
  CHECK(one("closed rooms").repair.changes.size() == 2);
  CHECK(one("all sites").repair.changes.size() == 2);
  CHECK(one("all sites").repair.changes.front().value == "\"12:00\"");
  CHECK(one("gaps").repair.changes.size() == 2);
}

TEST_CASE("only rooms that could do are offered beside its own", "[explain]") {
  auto gathering = two_sessions();
  gathering.rooms[1].capacity.value = 1;
  CHECK(of_kind(candidates_of(gathering, {0}, {}), "other room").empty());
  gathering.rooms[1].capacity.value = 2;
  CHECK(of_kind(candidates_of(gathering, {0}, {}), "other room").size() == 1);
  gathering.sessions[0].needs = {{"lift", {}}};
  CHECK(of_kind(candidates_of(gathering, {0}, {}), "other room").empty());
}

TEST_CASE("an hour of the night is asked for last", "[explain]") {
  auto gathering = two_sessions();
  gathering.sessions.front().minutes.value = 9 * 60;  // in a day of three hours
  const auto all = candidates_of(gathering, {0}, {});
  const auto cost_of = [&](const std::string& kind, const std::string& value) {
    for (const auto& one : of_kind(all, kind))
      if (one.repair.changes.front().value == value) return one.repair.cost;
    return std::int64_t{-1};
  };
  CHECK(cost_of("opens", "\"08:00\"") == 20 + 60);
  CHECK(cost_of("closes", "\"22:00\"") == 10 + 600);
  CHECK(cost_of("opens", "\"03:00\"") > cost_of("minutes", "180"));
}

TEST_CASE("where nobody knows what is in the way, what eases a rule comes before single items",
          "[explain]") {
  auto gathering = two_sessions();
  for (int i = 0; i < 8; ++i) {
    gathering.sessions.push_back(gathering.sessions.front());
    gathering.sessions.back().id.value = "seance-" + std::to_string(i);
    gathering.sessions.back().audience.kind = engine::Who::Kind::Registered;
    gathering.registrations.push_back({{"ana", {}}, {gathering.sessions.back().id.value, {}}});
  }
  const Items all{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  engine::Obstruction conflict;
  conflict.rules = {"person-overlap"};
  const auto unlikely = [&](const std::string& kind, bool answer) {
    return all_unlikely(of_kind(candidates_of(gathering, all, conflict), kind), answer);
  };
  CHECK(unlikely("closes", false));
  CHECK(unlikely("minutes", true));
  CHECK(unlikely("registered", true));
  conflict.items = {"ana"};
  CHECK(unlikely("registered", false));
  conflict.proved = true;
  CHECK(unlikely("minutes", false));
}

}  // namespace scheduler
