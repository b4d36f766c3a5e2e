#include <span>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using support::compiled;
using support::GatheringBuilder;
using support::listed;
using support::small_gathering;

namespace {

constexpr BlockId kFirst{0};
constexpr ActivityId kFirstActivity{0};

std::string starts_text(const Problem& p, BlockId block) {
  std::string text;
  for (const auto start : p.starts[block]) text += (text.empty() ? "" : " ") + clock_text(start);
  return text;
}

std::vector<std::string> rooms_of(const GatheringBuilder& b,
                                  const Problem& p,
                                  ActivityId activity) {
  std::vector<std::string> names;
  for (const auto room : p.room_choices[activity])
    names.push_back(b.g.rooms[room.index()].id.value);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A session is one block, one part and one activity") {
  auto b = small_gathering();
  b.people(3);
  auto& talk = b.session("talk", 30);
  talk.setup = 10;
  talk.teardown = 5;
  talk.audience = b.who({"p2", "p0", "p2"});
  talk.team = {b.role("speaker", {"p1", "p2"})};
  const auto p = compiled(b.g);

  REQUIRE(p.blocks.size() == 1);
  CHECK(p.blocks[kFirst].minutes == 30);
  CHECK(p.blocks[kFirst].people == 3);
  CHECK(p.blocks[kFirst].session == 0);
  CHECK_FALSE(p.blocks[kFirst].rotation.exists());
  const PartId part = p.blocks[kFirst].first_part;
  CHECK(p.parts[part].setup == 10);
  CHECK(p.parts[part].teardown == 5);
  CHECK(listed(p.attendees[part]) == std::vector<PersonId>{{0}, {1}, {2}});
  CHECK(listed(p.audience[kFirstActivity]) == std::vector<PersonId>{{0}, {2}});
  CHECK(listed(p.team[kFirstActivity]) == std::vector<PersonId>{{1}, {2}});
  CHECK(p.activities[kFirstActivity].heads == 2);  // the team does not count
}

TEST_CASE("Expected heads are the larger of the audience and seats") {
  auto b = small_gathering();
  b.people(12);
  b.session("talk", 30).audience = b.who("all");
  SECTION("more seats asked for") {
    b.g.sessions[0].seats = b.at(20);
    CHECK(compiled(b.g).activities[kFirstActivity].heads == 20);
    CHECK(compiled(b.g).blocks[kFirst].people == 20);
  }
  SECTION("fewer seats asked for") {
    b.g.sessions[0].seats = b.at(5);
    CHECK(compiled(b.g).activities[kFirstActivity].heads == 12);
  }
}

TEST_CASE("WHO names people by id, profile, tag, organisation and registration") {
  auto b = small_gathering();
  b.people(5);
  b.g.people[1].profile = "officer";
  b.g.people[2].tags = {"lead", "cook"};
  b.g.people[3].organisation = "Town hall";
  b.session("talk", 30);
  const auto audience = [&] { return listed(compiled(b.g).audience[kFirstActivity]); };
  SECTION("a list") {
    b.g.sessions[0].audience =
        b.who({"organisation:Town hall", "tag:cook", "profile:officer", "p2"});
    CHECK(audience() == std::vector<PersonId>{{1}, {2}, {3}});
  }
  SECTION("registered") {
    b.g.sessions[0].audience = b.who("registered");
    b.registration("p4", "talk");
    b.registration("p0", "talk");
    CHECK(audience() == std::vector<PersonId>{{0}, {4}});
  }
  SECTION("none") {
    CHECK(audience().empty());
  }
}

TEST_CASE("Candidate starts are the grid within the day's hours") {
  auto b = small_gathering();
  b.g.grid = b.at(20);
  b.g.days[0].opens = 9 * 60 + 10;
  b.session("talk", 90);
  SECTION("the whole day") {
    CHECK(starts_text(compiled(b.g), kFirst) == "09:20 09:40 10:00 10:20");
  }
  SECTION("inside the window of every day") {
    b.g.sessions[0].timing.window = b.window("09:30", "11:30");
    CHECK(starts_text(compiled(b.g), kFirst) == "09:40 10:00");
  }
  SECTION("inside one of several windows") {
    b.g.sessions[0].timing.windows = {b.window("09:00", "10:50"),
                                      b.window("2026-06-01 10:10", "2026-06-01 12:00")};
    CHECK(starts_text(compiled(b.g), kFirst) == "09:20 10:20");
  }
  SECTION("one of the starts given") {
    b.g.sessions[0].timing.starts = {b.at(b.when("10:20")), b.at(b.when("2026-06-01 09:40"))};
    CHECK(starts_text(compiled(b.g), kFirst) == "09:40 10:20");
  }
  SECTION("at any time when the day's hours are only a wish") {
    b.rule("day-bounds", RuleSetting::Level::Weight, 3);
    const auto p = compiled(b.g);
    CHECK(p.starts[kFirst].size() == 24 * 3);
    CHECK(p.days.size() == 1);
  }
}

TEST_CASE("A start without a day means every day, or the day given") {
  auto b = small_gathering();
  b.day("2026-06-02", "09:00", "12:00");
  auto& talk = b.session("talk", 30);
  talk.timing.start = b.at(b.when("10:00"));
  SECTION("every day") {
    const auto p = compiled(b.g);
    CHECK(listed(p.starts[kFirst]) ==
          std::vector<Minute>{b.moment("2026-06-01 10:00"), b.moment("2026-06-02 10:00")});
    CHECK(p.locked_start[kFirst] == kNever);
  }
  SECTION("the day given") {
    talk.timing.day = b.at(b.when("2026-06-02 00:00").day.value());
    const auto p = compiled(b.g);
    CHECK(listed(p.starts[kFirst]) == std::vector<Minute>{b.moment("2026-06-02 10:00")});
  }
  SECTION("only the days whose hours allow it") {
    b.g.days[0].opens = 11 * 60;
    const auto p = compiled(b.g);
    CHECK(listed(p.starts[kFirst]) == std::vector<Minute>{b.moment("2026-06-02 10:00")});
  }
}

TEST_CASE("Without [[day]] rows the days are those that dated starts name") {
  GatheringBuilder b;
  b.session("talk", 30).timing.start = b.at(b.when("2026-06-01 23:00"));
  b.session("other", 12 * 60);
  const auto p = compiled(b.g);
  CHECK(p.days.empty());
  CHECK(listed(p.starts[kFirst]) == std::vector<Minute>{b.moment("2026-06-01 23:00")});
  CHECK(p.starts[BlockId{1}].size() == 12 * 12 + 1);
}

TEST_CASE("A start and a room that are both written are locked") {
  auto b = small_gathering();
  auto& talk = b.session("talk", 30);
  talk.timing.start = b.at(b.when("10:00"));
  talk.rooms = {b.in("small")};
  SECTION("both") {
    const auto p = compiled(b.g);
    CHECK(p.locked_start[kFirst] == b.moment("2026-06-01 10:00"));
    CHECK(p.locked_room[kFirstActivity] == RoomId{1});
  }
  SECTION("not the start alone") {
    talk.rooms.clear();
    const auto p = compiled(b.g);
    CHECK(p.locked_start[kFirst] == kNever);
    CHECK_FALSE(p.locked_room[kFirstActivity].exists());
  }
  SECTION("not what may be left out") {
    talk.optional = true;
    CHECK(compiled(b.g).locked_start[kFirst] == kNever);
  }
}

TEST_CASE("Rooms that fit are offered, the smallest first") {
  auto b = small_gathering();
  b.room("hall", "house", 40).features = b.keys({"sound", "step-free"});
  b.g.rooms[1].features = b.keys({"sound"});
  b.people(8);
  b.session("talk", 30).audience = b.who("all");
  SECTION("by size, then as written") {
    CHECK(rooms_of(b, compiled(b.g), kFirstActivity) == Names{"small", "large", "hall"});
  }
  SECTION("only those large enough") {
    b.g.sessions[0].seats = b.at(11);
    CHECK(rooms_of(b, compiled(b.g), kFirstActivity) == Names{"large", "hall"});
  }
  SECTION("only those with every feature") {
    b.g.sessions[0].needs = b.keys({"sound", "step-free"});
    const auto p = compiled(b.g);
    CHECK(rooms_of(b, p, kFirstActivity) == Names{"hall"});
    CHECK(p.rooms_lacking_features[kFirstActivity].empty());
  }
  SECTION("all of them when size and features are only wishes, those too small last") {
    b.rule("room-capacity", RuleSetting::Level::Weight, 1);
    b.rule("room-features", RuleSetting::Level::Off);
    b.g.sessions[0].seats = b.at(11);
    b.g.sessions[0].needs = b.keys({"sound"});
    const auto p = compiled(b.g);
    CHECK(rooms_of(b, p, kFirstActivity) == Names{"large", "hall", "small"});
    CHECK(listed(p.rooms_lacking_features[kFirstActivity]) == std::vector<RoomId>{{0}});
  }
  SECTION("those written, in that order, with their windows") {
    b.g.sessions[0].rooms = {b.in("large"), b.in("small")};
    b.g.sessions[0].rooms[1].windows = {b.window("10:00", "11:00")};
    b.g.sessions[0].needs = b.keys({"sound"});
    const auto p = compiled(b.g);
    CHECK(rooms_of(b, p, kFirstActivity) == Names{"large", "small"});
    REQUIRE(p.room_windows[kFirstActivity].size() == 1);
    CHECK(p.room_windows[kFirstActivity][0].room == RoomId{1});
    CHECK(p.room_windows[kFirstActivity][0].window ==
          Interval{b.moment("2026-06-01 10:00"), b.moment("2026-06-01 11:00")});
    CHECK(listed(p.rooms_lacking_features[kFirstActivity]) == std::vector<RoomId>{{0}});
  }
  SECTION("none for a break") {
    b.g.sessions[0].format.value = "break";
    CHECK(rooms_of(b, compiled(b.g), kFirstActivity).empty());
  }
}

TEST_CASE("Open places become slots, each with its pool") {
  auto b = small_gathering();
  b.people(4);
  b.g.people[3].profile = "host";
  b.g.people[1].profile = "host";
  auto& talk = b.session("talk", 30);
  talk.team = {b.role("speaker", {"p0"}),
               b.open_role("host", 2, b.who(std::vector<std::string>{"profile:host"}))};
  b.session("other", 30).team = {b.open_role("scribe", 1, b.who("all"))};
  const auto p = compiled(b.g);
  REQUIRE(p.slots.size() == 3);
  CHECK(listed(p.slots_of[kFirstActivity]) == std::vector<SlotId>{{0}, {1}});
  CHECK(listed(p.slots_of[ActivityId{1}]) == std::vector<SlotId>{{2}});
  CHECK(p.slots[SlotId{1}].role == 1);
  CHECK(p.slots[SlotId{1}].activity == kFirstActivity);
  CHECK(listed(p.pools[SlotId{0}]) == std::vector<PersonId>{{1}, {3}});
  CHECK(p.pools[SlotId{2}].size() == 4);
}

TEST_CASE("Availability and closures are spread over the days and merged") {
  auto b = small_gathering();
  b.day("2026-06-02", "09:00", "12:00");
  b.person("ana").available = {b.window("09:00", "10:00"), b.window("10:00", "11:00")};
  b.person("bo");
  b.g.rooms[0].closed = {b.window("2026-06-02 09:00", "2026-06-02 10:00")};
  const auto p = compiled(b.g);
  CHECK(listed(p.available[PersonId{0}]) ==
        std::vector<Interval>{{b.moment("2026-06-01 09:00"), b.moment("2026-06-01 11:00")},
                              {b.moment("2026-06-02 09:00"), b.moment("2026-06-02 11:00")}});
  CHECK(p.available[PersonId{1}].empty());
  CHECK(listed(p.room_closed[RoomId{0}]) ==
        std::vector<Interval>{{b.moment("2026-06-02 09:00"), b.moment("2026-06-02 10:00")}});
}

TEST_CASE("What was published is kept while it is possible") {
  auto b = small_gathering();
  auto& talk = b.session("talk", 30);
  talk.timing.published.start = b.at(b.when("10:00"));
  talk.timing.published.room = b.key("small");
  const auto p = compiled(b.g);
  CHECK(p.published_start[kFirst] == b.moment("2026-06-01 10:00"));
  CHECK(p.published_room[kFirstActivity] == RoomId{1});
}

TEST_CASE("Rules keep their defaults unless the gathering sets them") {
  auto b = small_gathering();
  b.rule("travel-time", RuleSetting::Level::Weight, 7);
  b.rule("idle-gap", RuleSetting::Level::Hard);
  b.rule("apart", RuleSetting::Level::Off);
  const auto p = compiled(b.g);
  const auto weight = [&](RuleId rule) {
    const auto& w = p.weights[static_cast<std::size_t>(rule)];
    return std::pair(w.hard, w.soft);
  };
  CHECK(weight(RuleId::RoomOverlap) == std::pair<std::int64_t, std::int64_t>(1, 0));
  CHECK(weight(RuleId::NoWishMet) == std::pair<std::int64_t, std::int64_t>(0, 100));
  CHECK(weight(RuleId::LongRun) == std::pair<std::int64_t, std::int64_t>(0, 0));
  CHECK(weight(RuleId::TravelTime) == std::pair<std::int64_t, std::int64_t>(0, 7));
  CHECK(weight(RuleId::IdleGap) == std::pair<std::int64_t, std::int64_t>(1, 0));
  CHECK(weight(RuleId::Apart) == std::pair<std::int64_t, std::int64_t>(0, 0));
}
