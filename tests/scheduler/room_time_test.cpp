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

  /// RoomTime's word for what has to be left out.
  [[nodiscard]] std::int64_t least_loss() const {
    std::vector<int> sizes;
    scheduler::RoomTime time(problem);
    std::vector<std::pair<int, std::vector<Network::Word>>> left;
    std::vector<std::size_t> variables;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const bool optional = i < losses.size();
      sizes.push_back(static_cast<int>(places[i].size()) + 1);
      time.add(static_cast<int>(i),
               BlockId{static_cast<std::int32_t>(i)},
               places[i],
               optional ? losses[i] : scheduler::kTooLong);
      left.emplace_back(static_cast<int>(i), 1);
      left.back().second.front() =
          (Network::Word{1} << (places[i].size() + (optional ? 1 : 0))) - 1;
      variables.push_back(i);
    }
    Network network(sizes);
    return time.least_loss(network, network.part(left), variables);
  }

  /// The least loss there is.
  [[nodiscard]] std::int64_t least_of_all(std::size_t next, Places& taken) const {
    if (next == places.size()) return 0;
    auto least = scheduler::kTooLong;
    if (next < losses.size()) {
      taken.push_back({0, {}});
      least = std::min(least, losses[next] + least_of_all(next + 1, taken));
      taken.pop_back();
    }
    for (const auto& place : places[next]) {
      bool free = true;
      for (std::size_t i = 0; i < taken.size() && free; ++i) {
        const auto pause = problem.rooms[place.room].setup;
        free = taken[i].room != place.room || taken[i].start + minutes(i) + pause <= place.start ||
               place.start + minutes(next) + pause <= taken[i].start;
      }
      if (!free) continue;
      taken.push_back(place);
      least = std::min(least, least_of_all(next + 1, taken));
      taken.pop_back();
    }
    return least;
  }

  [[nodiscard]] Minute minutes(std::size_t i) const {
    return problem.blocks[BlockId{static_cast<std::int32_t>(i)}].minutes;
  }

  engine::Problem problem;
  std::vector<Places> places;
  std::vector<std::int64_t> losses;  ///< of the first of them: they may be nowhere
};

}  // namespace

TEST_CASE("three sessions of an hour do not go into twice an hour and a half", "[replan]") {
  Rooms rooms({60, 60, 60});
  for (auto& places : rooms.places)
    for (const Minute start : {0, 30, 200, 230}) places.push_back({start, RoomId{0}});
  CHECK(rooms.least_loss() == scheduler::kTooLong);
  rooms.losses = {7, 5};
  CHECK(rooms.least_loss() == 5);
  rooms.places.back().push_back({100, RoomId{1}});
  CHECK(rooms.least_loss() == 0);
}

TEST_CASE("the pause of a room counts between two sessions only", "[replan]") {
  Rooms rooms({60, 60});
  for (auto& places : rooms.places) places = {{0, RoomId{1}}, {55, RoomId{1}}};
  CHECK(rooms.least_loss() > 0);
  for (auto& places : rooms.places) places = {{0, RoomId{1}}, {35, RoomId{1}}, {70, RoomId{1}}};
  CHECK(rooms.least_loss() == 0);
}

TEST_CASE("rooms never lack time for sessions that find places", "[replan]") {
  scheduler::Random random(1);
  int full = 0;
  int told = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<int> minutes;
    for (int i = 0; i < 5; ++i) minutes.push_back(15 * (1 + static_cast<int>(random.below(4))));
    Rooms rooms(minutes);
    for (auto& places : rooms.places)
      for (int n = 0; n < 5; ++n)
        places.push_back({static_cast<Minute>(15 * random.below(5)),
                          RoomId{static_cast<std::int32_t>(random.below(2))}});
    for (std::size_t i = 0; i < random.below(6); ++i)
      rooms.losses.push_back(static_cast<std::int64_t>(random.below(9)));
    Places taken;
    const auto least = rooms.least_of_all(0, taken);
    INFO("round " << round);
    CHECK(rooms.least_loss() <= least);
    full += least > 0 ? 1 : 0;
    told += least > 0 && rooms.least_loss() > 0 ? 1 : 0;
  }
  CHECK(full < 400);
  CHECK(told * 4 > full);
}
