// Time in rooms against every way of placing a few sessions in them.
#include "scheduler/replan/room_time.h"

#include <fmt/format.h>

#include "engine/problem/compile.h"
#include "scheduler/search/random.h"
#include "tests/catch.h"
#include "tests/support/gathering_builder.h"

namespace {

using engine::BlockId;
using engine::Minute;
using engine::RoomId;
using scheduler::Network;
using Places = std::vector<scheduler::PlaceTable::Place>;

/// Sessions, the places where each may be, and whether they all find one.
struct Rooms {
  explicit Rooms(const std::vector<int>& minutes) {
    support::GatheringBuilder b;
    b.day("2026-06-01", "09:00", "18:00");
    b.site("house");
    b.room("r0", "house", 20);
    b.room("r1", "house", 20);
    b.g.rooms.back().setup = 10;
    for (std::size_t i = 0; i < minutes.size(); ++i) b.session(fmt::format("s{}", i), minutes[i]);
    problem = engine::compile_in_spite(b.g);
    places.resize(minutes.size());
  }

  [[nodiscard]] bool suffices() const {
    std::vector<int> sizes;
    scheduler::RoomTime time(problem);
    std::vector<std::pair<int, std::vector<Network::Word>>> left;
    std::vector<std::size_t> variables;
    for (std::size_t i = 0; i < places.size(); ++i) {
      sizes.push_back(static_cast<int>(places[i].size()));
      time.add(static_cast<int>(i), BlockId{static_cast<std::int32_t>(i)}, places[i]);
      left.emplace_back(static_cast<int>(i), 1);
      left.back().second.front() = (Network::Word{1} << places[i].size()) - 1;
      variables.push_back(i);
    }
    Network network(sizes);
    return time.suffices(network, network.part(left), variables);
  }

  [[nodiscard]] bool fits(std::size_t next, Places& taken) const {
    if (next == places.size()) return true;
    for (const auto& place : places[next]) {
      bool free = true;
      for (std::size_t i = 0; i < taken.size() && free; ++i) {
        const auto pause = problem.rooms[place.room].setup;
        free = taken[i].room != place.room || taken[i].start + minutes(i) + pause <= place.start ||
               place.start + minutes(next) + pause <= taken[i].start;
      }
      if (!free) continue;
      taken.push_back(place);
      if (fits(next + 1, taken)) return true;
      taken.pop_back();
    }
    return false;
  }

  [[nodiscard]] Minute minutes(std::size_t i) const {
    return problem.blocks[BlockId{static_cast<std::int32_t>(i)}].minutes;
  }

  engine::Problem problem;
  std::vector<Places> places;
};

}  // namespace

TEST_CASE("three sessions of an hour do not go into twice an hour and a half", "[replan]") {
  Rooms rooms({60, 60, 60});
  for (auto& places : rooms.places)
    for (const Minute start : {0, 30, 200, 230}) places.push_back({start, RoomId{0}});
  CHECK_FALSE(rooms.suffices());
  rooms.places.back().push_back({100, RoomId{1}});
  CHECK(rooms.suffices());
}

TEST_CASE("the pause of a room counts between two sessions only", "[replan]") {
  Rooms rooms({60, 60});
  for (auto& places : rooms.places) places = {{0, RoomId{1}}, {55, RoomId{1}}};
  CHECK_FALSE(rooms.suffices());
  for (auto& places : rooms.places) places = {{0, RoomId{1}}, {35, RoomId{1}}, {70, RoomId{1}}};
  CHECK(rooms.suffices());
}

TEST_CASE("rooms never lack time for sessions that find places", "[replan]") {
  scheduler::Random random(1);
  int lacking = 0;
  int full = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<int> minutes;
    for (int i = 0; i < 5; ++i) minutes.push_back(15 * (1 + static_cast<int>(random.below(4))));
    Rooms rooms(minutes);
    for (auto& places : rooms.places)
      for (int n = 0; n < 5; ++n)
        places.push_back({static_cast<Minute>(15 * random.below(5)),
                          RoomId{static_cast<std::int32_t>(random.below(2))}});
    Places taken;
    const bool fits = rooms.fits(0, taken);
    const bool suffices = rooms.suffices();
    INFO("round " << round);
    if (fits) CHECK(suffices);
    full += fits ? 0 : 1;
    lacking += suffices ? 0 : 1;
  }
  CHECK(full < 400);
  CHECK(lacking * 4 > full);
}
