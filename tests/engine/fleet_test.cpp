// Vehicles: who goes where, empty drives, seats and breaks, on a road of three places 60 minutes
// apart.
#include "engine/rules/fleet.h"

#include "tests/catch.h"

namespace {

using engine::Dispatch;
using engine::Minute;
using engine::PlaceId;
using engine::Ride;
using engine::VehicleRow;

constexpr PlaceId kA{0};
constexpr PlaceId kB{1};
constexpr PlaceId kC{2};
const std::vector<Minute> kTravel{0, 60, 120, 60, 0, 60, 120, 60, 0};
const std::vector<std::int32_t> kBoth{0, 1};
const std::vector<std::int32_t> kFirst{0};

Ride ride(Minute leaves,
          PlaceId from,
          PlaceId to,
          std::int32_t people,
          const std::vector<std::int32_t>& v) {
  return {{leaves, leaves + kTravel[from.index() * 3 + to.index()]}, from, to, people, v};
}

VehicleRow seating(std::int32_t people) {
  VehicleRow row;
  row.seats = people;
  return row;
}

Dispatch sent(const std::vector<Ride>& rides, const std::vector<VehicleRow>& vehicles) {
  return engine::dispatch(rides, vehicles, kTravel, 3);
}

/// The trips without a break, by row of the legs.
std::vector<std::size_t> too_long(const Dispatch& dispatch) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < dispatch.legs.size(); ++i)
    if (dispatch.legs[i].without_break) rows.push_back(i);
  return rows;
}

}  // namespace

TEST_CASE("two coaches change places: each takes those who stand where it is", "[fleet]") {
  const std::vector<VehicleRow> coaches(2, seating(50));
  const auto plan = sent({ride(540, kA, kB, 50, kBoth),
                          ride(540, kC, kB, 50, kBoth),
                          ride(700, kB, kA, 50, kBoth),
                          ride(700, kB, kC, 50, kBoth)},
                         coaches);
  REQUIRE(plan.legs.size() == 4);
  CHECK(plan.left == std::vector<std::int32_t>{0, 0, 0, 0});
  CHECK(plan.legs[0].vehicle == 0);
  CHECK(plan.legs[1].vehicle == 1);
  CHECK(plan.legs[2].vehicle != plan.legs[3].vehicle);
}

TEST_CASE("a coach goes on to where its passengers have not been yet", "[fleet]") {
  const std::vector<VehicleRow> coaches(2, seating(50));
  const auto plan = sent({ride(540, kA, kB, 50, kBoth),
                          ride(545, kC, kB, 50, kBoth),
                          ride(700, kB, kA, 50, kBoth),
                          ride(705, kB, kC, 50, kBoth)},
                         coaches);
  REQUIRE(plan.legs.size() == 4);
  CHECK(plan.legs[0].vehicle == 0);
  CHECK(plan.legs[2].vehicle == 1);
  CHECK(plan.legs[3].vehicle == 0);
}

TEST_CASE("a coach is not in two places: whoever it cannot fetch in time is left", "[fleet]") {
  const std::vector<VehicleRow> one{seating(50)};
  const auto plan = sent({ride(540, kA, kB, 30, kFirst), ride(610, kA, kB, 20, kFirst)}, one);
  CHECK(plan.left == std::vector<std::int32_t>{0, 20});
  const auto later = sent({ride(540, kA, kB, 30, kFirst), ride(660, kA, kB, 20, kFirst)}, one);
  CHECK(later.left == std::vector<std::int32_t>{0, 0});
  REQUIRE(later.legs.size() == 3);
  CHECK(later.legs[1].people == 0);  // back to A, empty
  CHECK(later.legs[1].from == kB);
  CHECK(later.legs[1].time.to == 660);
}

TEST_CASE("shared cars fill one after the other, the smallest that will do first", "[fleet]") {
  const std::vector<std::int32_t> all{0, 1, 2};
  const std::vector<VehicleRow> cars{seating(4), seating(4), seating(8)};
  const auto seven = sent({ride(540, kA, kB, 7, all)}, cars);
  REQUIRE(seven.legs.size() == 1);
  CHECK(seven.legs[0].vehicle == 2);
  const auto eleven = sent({ride(540, kA, kB, 11, all)}, cars);
  REQUIRE(eleven.legs.size() == 2);
  CHECK(eleven.legs[0].people == 8);
  CHECK(eleven.legs[1].people == 3);
  CHECK(sent({ride(540, kA, kB, 17, all)}, cars).left == std::vector<std::int32_t>{1});
}

TEST_CASE("after 4 h 30 at the wheel a break of 45 minutes, or of 15 and then 30", "[fleet]") {
  const std::vector<VehicleRow> coach{{.seats = 50, .site = {}, .max_drive = 270, .rest = 45}};
  const auto run = [&](Minute pause, Minute later_pause) {
    std::vector<Ride> rides;
    Minute now = 400;
    for (const Minute wait : {pause, 0, later_pause, 0}) {
      rides.push_back(ride(now, kA, kC, 50, kFirst));
      now += 120 + wait;
      rides.push_back(ride(now, kC, kA, 50, kFirst));
      now += 120;
      if (rides.size() == 4) break;
    }
    return too_long(sent(rides, coach));
  };
  CHECK(run(0, 0) == std::vector<std::size_t>{2, 3});  // 2 h, 4 h, 6 h, 8 h
  CHECK(run(45, 0) == std::vector<std::size_t>{3});    // a break after 2 h, then 6 h
  CHECK(run(44, 0) == std::vector<std::size_t>{2, 3});
}

TEST_CASE("a break in two parts counts when the second is the longer", "[fleet]") {
  const std::vector<VehicleRow> coach{{.seats = 50, .site = {}, .max_drive = 270, .rest = 45}};
  const auto with = [&](Minute first, Minute second) {
    const std::vector<Ride> rides{ride(400, kA, kC, 50, kFirst),
                                  ride(520 + first, kC, kA, 50, kFirst),
                                  ride(640 + first + second, kA, kC, 50, kFirst)};
    return too_long(sent(rides, coach));
  };
  CHECK(with(15, 30).empty());
  CHECK_FALSE(with(30, 15).empty());
  CHECK_FALSE(with(14, 30).empty());
}
