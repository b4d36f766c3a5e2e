#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "engine/problem/rotation_rows.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using support::compiled;
using support::listed;
using support::small_gathering;

namespace {

using Row = std::vector<std::int32_t>;

/// Nine people, three stations of 2 to 4 in three rounds.
support::GatheringBuilder remix() {
  auto b = small_gathering();
  b.people(10);
  auto& cafe = b.rotation("cafe", Pattern::Remix, 3, 20);
  cafe.changeover = 5;
  cafe.participants = b.who({"p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"});
  for (const auto* id : {"a", "b", "c"}) b.station(cafe, id, 2, 4);
  cafe.stations[0].team = {b.role("host", {"p0"})};
  return b;
}

}  // namespace

TEST_CASE("A contiguous rotation is one block whose parts are its rounds") {
  auto b = remix();
  b.session("talk", 30);
  const auto p = compiled(b.g);
  REQUIRE(p.blocks.size() == 2);
  const auto& block = p.blocks[BlockId{1}];
  CHECK(block.minutes == 3 * 20 + 2 * 5);
  CHECK(block.part_count == 3);
  CHECK(block.people == 9);
  CHECK(block.rotation == RotationId{0});
  CHECK(block.session == -1);
  const auto& rotation = p.rotations[RotationId{0}];
  REQUIRE(rotation.parts == std::vector<PartId>{{1}, {2}, {3}});
  CHECK(p.parts[PartId{3}].offset == 50);
  CHECK(p.parts[PartId{3}].round == 2);
  CHECK(p.parts[PartId{3}].activity_count == 3);
  CHECK(p.parts[PartId{3}].first_activity == ActivityId{7});
  CHECK(p.activities[ActivityId{8}].station == 1);
  CHECK(p.activities[ActivityId{8}].part == PartId{3});
  CHECK(p.activities[ActivityId{8}].heads == 0);
  CHECK(p.activities[ActivityId{8}].min_people == 2);
  CHECK(p.activities[ActivityId{8}].max_people == 4);
  CHECK(p.attendees[PartId{1}].size() == 10);  // the host too
  CHECK(p.team[ActivityId{1}].size() == 1);
  CHECK(p.precedences.empty());
}

TEST_CASE("Every participant has a seat in every round") {
  const auto p = compiled(remix().g);
  const auto& rotation = p.rotations[RotationId{0}];
  REQUIRE(p.seats.size() == 27);
  for (std::int32_t round = 0; round < 3; ++round)
    for (std::int32_t person = 0; person < 9; ++person) {
      const auto& seat = p.seats[SeatId{rotation.first_seat.value + round * 9 + person}];
      CHECK(seat.part == rotation.parts[static_cast<std::size_t>(round)]);
      CHECK(seat.person == rotation.participants[static_cast<std::size_t>(person)]);
    }
}

TEST_CASE("Rounds apart are blocks of their own, in order") {
  auto b = remix();
  auto& cafe = b.g.rotations[0];
  cafe.contiguous = false;
  cafe.timing.start = b.at(b.when("09:30"));
  cafe.timing.window = b.window("09:00", "11:00");
  auto& talk = b.session("talk", 30);
  talk.timing.after = {b.after("cafe", 10)};
  talk.timing.not_with = b.not_with({"cafe"});
  b.session("first", 10);
  cafe.timing.after = {b.after("first")};
  cafe.timing.same_start = b.keys({"other"});
  b.session("other", 10);
  const auto p = compiled(b.g);

  REQUIRE(p.blocks.size() == 6);
  CHECK(p.blocks[BlockId{4}].round == 1);
  CHECK(p.blocks[BlockId{4}].minutes == 20);
  CHECK(p.parts[PartId{4}].offset == 0);
  CHECK(listed(p.starts[BlockId{3}]) == std::vector<Minute>{b.moment("2026-06-01 09:30")});
  CHECK(p.starts[BlockId{4}].size() == 21);  // the window holds for every round, the start does not
  const auto has_order = [&](std::int32_t earlier, std::int32_t later, Minute gap) {
    return std::any_of(p.precedences.begin(), p.precedences.end(), [&](const Precedence& row) {
      return row.earlier.value == earlier && row.later.value == later && row.gap == gap;
    });
  };
  CHECK(p.precedences.size() == 4);
  CHECK(has_order(3, 4, 5));
  CHECK(has_order(4, 5, 5));
  CHECK(has_order(5, 0, 10));  // after the last round
  CHECK(has_order(1, 3, 0));   // before the first
  CHECK(p.same_start == std::vector<std::pair<BlockId, BlockId>>{{{2}, {3}}});
  CHECK(p.not_with == std::vector<engine::Separation>{{{0}, {3}, 0}});
  for (const std::int32_t round : {3, 4, 5}) CHECK(p.not_with_of[BlockId{round}].size() == 1);
  CHECK(p.precedences_of[BlockId{4}].size() == 2);
  CHECK(p.not_with_of[BlockId{0}].size() == 1);
  CHECK(listed(p.same_start_of[BlockId{3}]) == Row{0});
}

TEST_CASE("People who stroll are only a load") {
  auto b = small_gathering();
  b.people(10);
  auto& market = b.rotation("market", Pattern::Free, 2, 12);
  b.station(market, "bread", 0, 2);
  b.station(market, "tools", 0, 0).team = {b.role("host", {"p3"})};
  b.station(market, "seeds", 0, 0);
  const auto p = compiled(b.g);
  CHECK(p.rotations[RotationId{0}].participants.empty());
  CHECK(p.seats.empty());
  CHECK(p.blocks[BlockId{0}].people == 10);
  CHECK(listed(p.attendees[PartId{0}]) == std::vector<PersonId>{{3}});
  CHECK(p.activities[ActivityId{0}].heads == 2);
  CHECK(p.activities[ActivityId{1}].heads == 4);
  CHECK(p.activities[ActivityId{2}].heads == 4);
}

TEST_CASE("People are shared out evenly within the limits") {
  const int people = GENERATE(0, 1, 7, 45, 100);
  const Row limits{4, 100, 9, 100};
  const auto shares = shared_out(people, limits);
  CHECK(std::accumulate(shares.begin(), shares.end(), 0) == people);
  for (std::size_t i = 0; i < limits.size(); ++i) CHECK(shares[i] <= limits[i]);
  CHECK(std::abs(shares[1] - shares[3]) <= 1);
}

TEST_CASE("More people than all limits together leave some out") {
  CHECK(shared_out(10, {2, 3}) == Row{2, 3});
  CHECK(shared_out(10, {}).empty());
}

TEST_CASE("A station holds no more than its largest room") {
  auto b = remix();
  for (auto& station : b.g.rotations[0].stations) {
    station.rooms = {b.in("small")};
    station.max_people = b.at(30);
  }
  CHECK(compiled(b.g).activities[ActivityId{0}].max_people == 10);
  b.g.rotations[0].plain_tables = true;
  CHECK(compiled(b.g).activities[ActivityId{0}].max_people == 30);
}

TEST_CASE("A rotation row knows sets, attributes, runs and wishes by position") {
  auto b = remix();
  auto& cafe = b.g.rotations[0];
  cafe.pattern.value = Pattern::Choice;
  cafe.revisit = true;
  cafe.together = {b.keys({"p4", "p2"})};
  cafe.apart = {b.keys({"p1", "p9", "p3"})};
  cafe.mix = b.keys({"profile", "tag:cook"});
  cafe.stations[1].runs = b.at(2);
  for (auto& person : b.g.people) person.profile = "resident";
  b.g.people[3].profile = "officer";
  b.g.people[5].tags = {"cook"};
  b.wish("p2", "cafe", "c", 1);
  b.wish("p2", "cafe", "a", 2);
  const auto p = compiled(b.g);
  const auto& row = p.rotations[RotationId{0}];
  CHECK_FALSE(row.revisit);
  CHECK(row.together == std::vector<Row>{{1, 3}});
  CHECK(row.apart == std::vector<Row>{{0, 2, 8}});
  REQUIRE(row.mix.size() == 2);
  CHECK(row.mix[0] == Row{0, 0, 1, 0, 0, 0, 0, 0, 0});
  CHECK(row.mix[1] == Row{0, 0, 0, 0, 1, 0, 0, 0, 0});
  CHECK(row.runs == Row{3, 2, 3});
  CHECK(row.wish_rank[1 * 3 + 2] == 1);
  CHECK(row.wish_rank[1 * 3 + 0] == 2);
  CHECK(std::accumulate(row.wish_rank.begin(), row.wish_rank.end(), 0) == 3);
}
