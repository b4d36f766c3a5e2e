#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using support::GatheringBuilder;

namespace {

/// One of everything, in order.
GatheringBuilder rich() {
  GatheringBuilder b;
  b.day("2026-06-01", "09:00", "17:00");
  b.day("2026-06-02", "09:00", "17:00");
  b.site("house");
  b.site("farm");
  b.room("large", "house", 40).features = b.keys({"sound"});
  b.room("small", "house", 10).closed = {b.window("09:00", "09:30")};
  b.room("barn", "farm", 30).shared = true;
  b.travel("house", "farm", 20).seats = 10;
  b.travel("small", "large", 5);
  b.people(12);
  b.g.people[0].profile = "officer";
  b.g.people[1].available = {b.window("09:00", "16:00")};
  b.g.equipment.emplace_back().id = b.key("micro");
  b.g.equipment.back().count = 2;
  b.session("talk", 60).audience = b.who("all");
  b.session("lunch", 45).audience = b.who({"profile:officer", "p3"});
  b.session("visit", 30).audience = b.who("registered");
  b.registration("p4", "visit");
  b.registration("p5", "visit");
  auto& s = b.g.sessions;
  s[0].team = {b.role("speaker", {"p1"}), b.open_role("scribe", 2, b.who({"p2", "p3", "p4"}))};
  s[0].needs = b.keys({"sound"});
  s[0].timing.start = b.at(b.when("2026-06-01 10:00"));
  s[1].rooms = {b.in("small"), b.in("barn")};
  s[1].rooms[1].windows = {b.window("11:00", "15:00")};
  s[1].equipment = {{.equipment = b.key("micro"), .count = 1}};
  s[1].timing.after = {b.after("talk", 5)};
  s[1].timing.not_with = b.not_with({"visit"});
  s[2].timing.window = b.window("10:00", "16:00");
  s[2].phases = {{"walk", 30, b.here()}};
  auto& cafe = b.rotation("cafe", Pattern::Choice, 2, 20);
  cafe.participants = b.who({"p5", "p6", "p7", "p8", "p9", "p10"});
  for (const auto* id : {"a", "b", "c"}) b.station(cafe, id, 1, 4);
  cafe.stations[0].team = {b.role("host", {"p11"})};
  cafe.contiguous = false;
  cafe.together = {b.keys({"p5", "p6"})};
  cafe.apart = {b.keys({"p7", "p8"})};
  cafe.mix = b.keys({"profile"});
  b.wish("p5", "cafe", "b", 1);
  b.rule("group-balance", RuleSetting::Level::Weight, 2);
  return b;
}

/// Damages a gathering in one random place.
class Breaker {
 public:
  Breaker(GatheringBuilder& builder, unsigned seed) : b_(builder), random_(seed) {}

  void damage() {
    auto& g = b_.g;
    auto& session = one(g.sessions);
    auto& cafe = g.rotations.front();
    const std::vector<std::function<void()>> ways{
        [&] { one(g.people).id.value = word(); },
        [&] { one(g.rooms).site.value = word(); },
        [&] { one(g.rooms).capacity.value = below(30); },
        [&] { one(g.rooms).closed = {b_.window("00:00", "24:00")}; },
        [&] { one(g.travels).to.value = word(); },
        [&] {
          g.travels.pop_back();
          g.travels.push_back(g.travels.empty() ? Travel{} : g.travels[0]);
        },
        [&] { session.id.value = word(); },
        [&] { session.minutes.value = below(700); },
        [&] {
          session.audience = b_.who({word(), word()});
        },
        [&] {
          session.team = {b_.role("host", {word(), word()})};
        },
        [&] { session.team = {b_.open_role("host", below(20), b_.who("all"))}; },
        [&] { session.rooms = {b_.in(word())}; },
        [&] { session.needs = b_.keys({word()}); },
        [&] { session.timing.after = {b_.after(word(), below(600))}; },
        [&] {
          session.timing.same_start = b_.keys({word(), word()});
        },
        [&] { session.timing.not_with = b_.not_with({word()}); },
        [&] {
          session.timing.start = b_.at(When{{}, below(1440)});
        },
        [&] { session.timing.day = b_.at(20'000 + below(800)); },
        [&] {
          session.timing.window = {When{{}, below(1440)}, When{{}, below(1440)}, b_.here()};
        },
        [&] {
          session.timing.published.start = b_.at(When{{}, below(1440)});
        },
        [&] {
          session.phases.push_back({"more", below(50), b_.here()});
        },
        [&] {
          cafe.participants = b_.who({word(), word(), "p9"});
        },
        [&] { cafe.rounds.value = below(6); },
        [&] { cafe.pattern.value = static_cast<Pattern>(below(5)); },
        [&] { cafe.stations.resize(static_cast<std::size_t>(below(4))); },
        [&] { cafe.contiguous = !cafe.contiguous; },
        [&] {
          cafe.together = {b_.keys({word(), word(), word()})};
        },
        [&] {
          cafe.apart = {b_.keys({word(), word(), word()})};
        },
        [&] { cafe.mix = b_.keys({word()}); },
        [&] { cafe.timing.after = {b_.after(word())}; },
        [&] { b_.registration(word(), word()); },
        [&] { b_.wish(word(), "cafe", word(), below(3)); },
        [&] { b_.rule(word(), RuleSetting::Level::Off); },
        [&] { b_.rule("day-bounds", RuleSetting::Level::Off); },
        [&] { one(g.people).available = {b_.window("12:00", "12:30")}; },
        [&] { g.days.resize(1); },
        [&] { g.grid = b_.at(below(40)); },
    };
    ways[static_cast<std::size_t>(below(static_cast<int>(ways.size())))]();
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  template <class T>
  T& one(std::vector<T>& rows) {
    return rows[static_cast<std::size_t>(below(static_cast<int>(rows.size())))];
  }
  std::string word() {
    static const std::vector<std::string> words{
        "p1",    "p5",       "p6",     "p7",    "p11",   "talk",
        "lunch", "visit",    "cafe",   "small", "large", "barn",
        "house", "farm",     "micro",  "a",     "b",     "profile:officer",
        "tag:",  "tag:cook", "nobody", "",      ":"};
    return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
  }

  GatheringBuilder& b_;
  std::mt19937 random_;
};

template <class T>
bool ascending(std::span<const T> values) {
  return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>{}) == values.end();
}

/// What the scheduler relies on.
void check_tables(const Gathering& g, const Problem& p) {
  CHECK(p.starts.size() == p.blocks.size());
  CHECK(p.attendees.size() == p.parts.size());
  CHECK(p.neighbours.size() == p.parts.size());
  CHECK(p.room_choices.size() == p.activities.size());
  CHECK(p.slots_of.size() == p.activities.size());
  CHECK(p.pools.size() == p.slots.size());
  CHECK(p.parts_of.size() == g.people.size());
  CHECK(p.rotations.size() == g.rotations.size());
  CHECK(p.precedences_of.size() == p.blocks.size());
  p.blocks.each([&](BlockId block) {
    CHECK_FALSE(p.starts[block].empty());
    CHECK(ascending(p.starts[block]));
    CHECK(p.blocks[block].people >= 1);
  });
  std::int32_t next_activity = 0;
  p.parts.each([&](PartId part) {
    CHECK(ascending(p.attendees[part]));
    CHECK(p.parts[part].first_activity.value == next_activity);
    next_activity += p.parts[part].activity_count;
  });
  CHECK(static_cast<std::size_t>(next_activity) == p.activities.size());
  for (const auto minutes : p.travel) CHECK(minutes >= 0);
  p.slots.each([&](SlotId slot) {
    CHECK_FALSE(p.pools[slot].empty());
    CHECK(ascending(p.pools[slot]));
  });
}

}  // namespace

TEST_CASE("Any gathering is compiled, or refused in words that point at a line") {
  const unsigned seed = GENERATE(range(0U, 400U));
  CAPTURE(seed);
  auto b = rich();
  Breaker breaker(b, seed);
  for (unsigned i = 0; i < seed % 7; ++i) breaker.damage();

  Diagnostics diagnostics;
  const auto problem = compile(b.g, diagnostics);
  CHECK(problem.has_value() == !diagnostics.has_errors());
  for (const auto& one : diagnostics.all()) {
    INFO(one.text.fr);
    CHECK(one.where.line > 0);
    CHECK(support::well_set(one.text.fr));
    CHECK(one.text.fr != one.text.en);
  }
  if (problem) check_tables(b.g, *problem);
  if (seed % 7 == 0) CHECK(diagnostics.all().empty());
}
