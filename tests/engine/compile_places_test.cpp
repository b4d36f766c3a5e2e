#include <random>
#include <set>
#include <span>
#include <string>

#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using support::compiled;
using support::GatheringBuilder;
using support::small_gathering;

namespace {

Minute minutes_between(const GatheringBuilder& b,
                       const Problem& p,
                       const char* from,
                       const char* to) {
  const auto place = [&](const std::string& id) {
    for (std::size_t i = 0; i < b.g.rooms.size(); ++i)
      if (b.g.rooms[i].id.value == id)
        return p.rooms[RoomId{static_cast<std::int32_t>(i)}].place.index();
    throw std::invalid_argument(id);
  };
  return p.travel[place(from) * p.places + place(to)];
}

/// Two sites 20 minutes apart (25 back); "large" and "small" in one, "barn" in the other.
GatheringBuilder two_sites() {
  auto b = small_gathering();
  b.site("farm");
  b.room("barn", "farm", 30);
  b.travel("house", "farm", 20).both_ways = false;
  b.travel("farm", "house", 25).both_ways = false;
  return b;
}

}  // namespace

TEST_CASE("Rooms of one site are together, sites apart as written") {
  auto b = two_sites();
  const auto p = compiled(b.g);
  CHECK(p.places == 2);
  CHECK(minutes_between(b, p, "large", "small") == 0);
  CHECK(minutes_between(b, p, "large", "barn") == 20);
  CHECK(minutes_between(b, p, "barn", "small") == 25);
}

TEST_CASE("A room named in a journey has its own place") {
  auto b = two_sites();
  b.travel("small", "barn", 40);
  b.travel("small", "large", 5).both_ways = false;
  const auto p = compiled(b.g);
  CHECK(p.places == 5);
  CHECK(minutes_between(b, p, "small", "barn") == 40);
  CHECK(minutes_between(b, p, "barn", "small") == 40);
  CHECK(minutes_between(b, p, "small", "large") == 5);
  CHECK(minutes_between(b, p, "large", "small") == 0);
  CHECK(minutes_between(b, p, "large", "barn") == 20);
}

TEST_CASE("Coordinates stand in for a journey that is not written") {
  auto b = small_gathering();
  auto& far = b.site("far");
  b.room("hut", "far", 30);
  b.g.sites[0].latitude = 48.8566;  // Paris
  b.g.sites[0].longitude = 2.3522;
  far.latitude = 45.7640;  // Lyon, 392 km in a straight line
  far.longitude = 4.8357;
  b.session("talk", 30);
  const auto p = compiled(b.g);
  // 392 km x 1.3 at 50 km/h is 611 minutes, and 5 to get going, up to the next 5
  CHECK(minutes_between(b, p, "large", "hut") == 620);
  CHECK(minutes_between(b, p, "hut", "large") == 620);
}

TEST_CASE("A journey with seats is a shuttle, each way") {
  auto b = two_sites();
  auto& coach = b.g.travels[0];
  coach.seats = 50;
  coach.every = 15;
  CHECK(compiled(b.g).shuttles.size() == 1);
  coach.both_ways = true;
  const auto p = compiled(b.g);
  REQUIRE(p.shuttles.size() == 2);
  CHECK(p.shuttles[1].from == PlaceId{1});
  CHECK(p.shuttles[1].to == PlaceId{0});
  CHECK(p.shuttles[1].seats == 50);
  CHECK(p.shuttles[1].every == 15);
}

TEST_CASE("Neighbours are the parts of other blocks that share people") {
  const unsigned seed = GENERATE(range(1U, 21U));
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  auto b = small_gathering();
  b.room("arena", "house", 200);
  b.people(12);
  for (int i = 0; i < 8; ++i) {
    std::set<std::string> ids;
    for (int k = below(5); k >= 0; --k) ids.insert("p" + std::to_string(below(12)));
    const std::vector<std::string> some(ids.begin(), ids.end());
    if (i % 3 == 2) {
      auto& rotation = b.rotation("r" + std::to_string(i), Pattern::Remix, 2, 15);
      rotation.contiguous = i == 2;
      rotation.participants = b.who(some);
      b.station(rotation, "a", 0, 0);
      b.station(rotation, "b", 0, 0);
    } else {
      b.session("s" + std::to_string(i), 15).audience = b.who(some);
    }
  }
  const auto p = compiled(b.g);
  p.parts.each([&](PartId one) {
    std::vector<Neighbour> expected;
    p.parts.each([&](PartId other) {
      std::int32_t common = 0;
      for (const auto person : p.attendees[one])
        for (const auto candidate : p.attendees[other]) common += person == candidate ? 1 : 0;
      if (common > 0 && p.parts[one].block != p.parts[other].block)
        expected.push_back({other, common});
    });
    REQUIRE(p.neighbours[one].size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(p.neighbours[one][i].part == expected[i].part);
      CHECK(p.neighbours[one][i].people == expected[i].people);
    }
    for (const auto person : p.attendees[one]) {
      const auto mine = p.parts_of[person];
      CHECK(std::count(mine.begin(), mine.end(), one) == 1);
    }
  });
}
