// Trips and equipment routes derived from small plans, and the rules that count them.
#include "engine/plan/transport.h"

#include <map>

#include "engine/plan/make_plan.h"
#include "engine/rules/all.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

namespace {

using engine::Change;
using engine::Minute;
using engine::PlanEvaluator;
using engine::RuleId;
using support::GatheringBuilder;

/// A station and two places, 30 minutes apart each, with a room each.
GatheringBuilder road() {
  GatheringBuilder b;
  b.day("2026-06-01", "08:00", "20:00");
  b.site("station");
  b.site("north");
  b.site("south");
  b.room("n", "north", 40);
  b.room("s", "south", 40);
  b.travel("station", "north", 30);
  b.travel("station", "south", 30);
  b.travel("north", "south", 30);
  return b;
}

engine::Session& item(GatheringBuilder& b,
                      const std::string& id,
                      const std::string& room,
                      const std::string& start,
                      Minute minutes) {
  auto& s = b.session(id, minutes);
  s.rooms = {b.in(room)};
  s.audience = b.who("all");
  s.timing.start = b.at(b.when("2026-06-01 " + start));
  return s;
}

/// Everything at its only start and in its only room.
PlanEvaluator placed(const engine::Problem& problem) {
  PlanEvaluator evaluator{engine::Board(problem)};
  problem.blocks.each([&](engine::BlockId block) {
    const auto a = problem.parts[problem.blocks[block].first_part].first_activity;
    const auto rooms = problem.room_choices[a];
    const auto start = problem.starts[block].front();
    evaluator.apply(rooms.empty() ? Change::place(block, start)
                                  : Change::place(block, start, rooms.front()));
  });
  return evaluator;
}

std::map<RuleId, std::int64_t> broken(const engine::Problem& problem) {
  std::map<RuleId, std::int64_t> sums;
  placed(problem).inspect([&](const engine::Finding& f) {
    if (problem.weights[static_cast<std::size_t>(f.rule)].hard > 0) sums[f.rule] += f.amount;
  });
  return sums;
}

engine::Transport transport(const engine::Gathering& gathering) {
  const auto problem = support::compiled(gathering);
  return engine::transport_of(gathering,
                              engine::make_plan(gathering, problem, placed(problem).board()));
}

std::string told(const engine::Trip& trip) {
  return engine::clock_text(trip.time.from) + " " + trip.from + " " +
         engine::clock_text(trip.time.to) + " " + trip.to + " " +
         std::to_string(trip.people.size()) + (trip.vehicle.empty() ? "" : " " + trip.vehicle) +
         (trip.number > 0 ? " " + std::to_string(trip.number) : "");
}

std::vector<std::string> told(const std::vector<engine::Trip>& trips) {
  std::vector<std::string> lines;
  for (const auto& trip : trips) lines.push_back(told(trip));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("trips: from where the day starts, between places, to where it ends", "[transport]") {
  auto b = road();
  auto& p = b.person("p");
  p.site = b.key("station");
  p.end_site = b.key("station");
  item(b, "morning", "n", "09:00", 60);
  item(b, "noon", "n", "11:00", 60);
  item(b, "later", "s", "14:00", 60);
  CHECK(told(transport(b.g).trips) == Lines{"08:30 station 09:00 north 1",
                                            "13:30 north 14:00 south 1",
                                            "15:00 south 15:30 station 1"});
}

TEST_CASE("trips: a timetable is kept: the last that arrives in time, the first after",
          "[transport]") {
  auto b = road();
  for (auto& way : b.g.travels) way.every = 20;
  auto& p = b.person("p");
  p.site = b.key("station");
  p.end_site = b.key("station");
  item(b, "morning", "n", "09:15", 50);
  CHECK(told(transport(b.g).trips) ==
        Lines{"08:40 station 09:10 north 1", "10:20 north 10:50 station 1"});
}

TEST_CASE("trips: a session of format travel is the trip, with its own hours", "[transport]") {
  auto b = road();
  b.person("p");
  item(b, "morning", "n", "09:00", 60);
  auto& ride = b.session("ride", 45);
  ride.format = b.at(std::string("travel"));
  ride.audience = b.who("all");
  ride.timing.start = b.at(b.when("2026-06-01 10:00"));
  item(b, "later", "s", "11:00", 60);
  const auto trips = transport(b.g).trips;
  REQUIRE(trips.size() == 1);
  CHECK(told(trips[0]) == "10:00 north 10:45 south 1");
  CHECK(trips[0].item == "ride");
}

TEST_CASE("trips: online is no distance from anywhere", "[transport]") {
  auto b = road();
  b.site("web").online = true;
  b.room("call", "web", 100);
  b.person("p");
  item(b, "morning", "n", "09:00", 60);
  item(b, "webinar", "call", "10:00", 60);
  item(b, "later", "n", "11:00", 60);
  CHECK(transport(b.g).trips.empty());
  CHECK(broken(support::compiled(b.g)).empty());
}

TEST_CASE("trips: named vehicles carry as many as they seat, the driver apart", "[transport]") {
  auto b = road();
  b.people(5);
  b.person("driver");
  auto& cars = b.g.vehicles.emplace_back();
  cars.id = b.key("car");
  cars.seats = b.at(2);
  cars.count = 2;
  auto& van = b.g.vehicles.emplace_back();
  van.id = b.key("van");
  van.seats = b.at(1);
  van.driver = b.key("driver");
  b.g.travels[2].vehicles = b.keys({"car", "van"});
  item(b, "morning", "n", "09:00", 60);
  item(b, "later", "s", "14:00", 60);
  for (auto& session : b.g.sessions) session.audience = b.who({"p0", "p1", "p2", "p3", "p4"});
  const auto trips = transport(b.g).trips;
  CHECK(told(trips) == Lines{"13:30 north 14:00 south 2 car 1",
                             "13:30 north 14:00 south 2 car 2",
                             "13:30 north 14:00 south 1 van"});
  const auto by_person = engine::trips_of_people(trips);
  CHECK(by_person.at("driver").size() == 1);
  CHECK(by_person.at("p4").front()->vehicle == "van");
  CHECK(broken(support::compiled(b.g)).empty());
  b.g.vehicles[0].count = 1;
  CHECK(broken(support::compiled(b.g)) ==
        std::map<RuleId, std::int64_t>{{RuleId::ShuttleSeats, 2}});
}

TEST_CASE("people with a train to catch: the way to it is part of their hours", "[transport]") {
  const auto with = [](const char* from, const char* to) {
    auto b = road();
    auto& p = b.person("p");
    p.site = b.key("station");
    p.end_site = b.key("station");
    p.available = {b.window(from, to)};
    item(b, "morning", "n", "09:00", 60);
    item(b, "later", "s", "14:00", 60);
    return broken(support::compiled(b.g));
  };
  const std::map<RuleId, std::int64_t> once{{RuleId::PersonUnavailable, 1}};
  CHECK(with("08:30", "15:30").empty());
  CHECK(with("08:35", "15:30") == once);
  CHECK(with("08:30", "15:25") == once);
}

TEST_CASE("people who leave at noon and come back go their way once only", "[transport]") {
  auto b = road();
  auto& p = b.person("p");
  p.site = b.key("station");
  p.end_site = b.key("station");
  p.available = {b.window("08:30", "10:00"), b.window("14:00", "15:30")};
  item(b, "morning", "n", "09:00", 60);
  item(b, "later", "s", "14:00", 60);
  CHECK(broken(support::compiled(b.g)).empty());
}

TEST_CASE("equipment is carried from home, from site to site in time, and back", "[transport]") {
  const auto with = [](const char* second) {
    auto b = road();
    b.person("p");
    auto& pa = b.g.equipment.emplace_back();
    pa.id = b.key("pa");
    pa.count = 1;
    pa.site = b.key("station");
    auto& first = item(b, "morning", "n", "09:00", 60);
    first.equipment = {{b.key("pa"), 1}};
    first.teardown = 10;
    auto& later = item(b, "later", "s", second, 60);
    later.equipment = {{b.key("pa"), 1}};
    later.setup = 20;
    b.rule("travel-time", engine::RuleSetting::Level::Off);
    return b;
  };
  auto b = with("11:00");
  CHECK(broken(support::compiled(b.g)).empty());
  const auto moves = transport(b.g).moves;
  REQUIRE(moves.size() == 3);
  CHECK(moves[0].from == "station");
  CHECK(moves[0].to == "north");
  CHECK_FALSE(moves[0].free.has_value());
  CHECK(moves[1].from == "north");
  CHECK(moves[1].to == "south");
  CHECK(engine::clock_text(*moves[1].free) == "10:10");
  CHECK(engine::clock_text(*moves[1].needed) == "10:40");
  CHECK(moves[1].minutes == 30);
  CHECK(moves[2].to == "station");
  CHECK_FALSE(moves[2].needed.has_value());
  const std::map<RuleId, std::int64_t> missing{{RuleId::EquipmentStock, 1}};
  CHECK(broken(support::compiled(with("10:55").g)) == missing);
}

TEST_CASE("items kept apart by some minutes, whichever comes first", "[transport]") {
  const auto with = [](const char* second, Minute gap) {
    auto b = road();
    b.person("p");
    item(b, "one", "n", "09:00", 60);
    auto& two = item(b, "two", "n", second, 60);
    two.timing.not_with = b.not_with({"one"}, gap);
    return broken(support::compiled(b.g));
  };
  CHECK(with("10:30", 30).empty());
  CHECK(with("10:25", 30) == std::map<RuleId, std::int64_t>{{RuleId::NotWith, 1}});
  CHECK(with("10:00", 0).empty());
}
