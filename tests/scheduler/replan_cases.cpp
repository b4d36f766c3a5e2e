#include "tests/scheduler/replan_cases.h"

#include <fmt/format.h>

#include "engine/plan/make_plan.h"
#include "scheduler/timetable/solve.h"
#include "tests/support/gathering_builder.h"

namespace support {
namespace {

using scheduler::Disruption;
using scheduler::Random;
using Kind = Disruption::Kind;

std::string person(std::size_t i) {
  return fmt::format("p{}", i);
}
std::string session(std::size_t i) {
  return fmt::format("s{}", i);
}

void add_team(GatheringBuilder& b, engine::Session& row, std::size_t people, Random& random) {
  static const char* const kFormats[] = {"workshop", "round-table", "plenary"};
  row.format = b.at(std::string(kFormats[random.below(3)]));
  const auto kind = random.below(4);
  if (kind == 0) {
    row.team.push_back(b.role("speaker", {person(random.below(people))}));
    if (random.below(2) == 0) row.team.back().substitutes = b.who({person(random.below(people))});
  } else if (kind == 1) {
    const auto first = random.below(people);
    row.team.push_back(b.role("speaker", {person(first), person((first + 1) % people)}));
  } else if (kind == 2) {
    row.team.push_back(b.open_role("facilitator", 1, b.who("all")));
  }
}

engine::Gathering small(Random& random) {
  GatheringBuilder b;
  b.g.grid = b.at(engine::Minute{30});
  b.day("2026-06-01", "09:00", "12:00");
  b.site("house");
  if (random.below(3) == 0) {
    b.site("barn");
    b.travel("house", "barn", 30);
    b.room("r2", "barn", 20);
  }
  b.room("r0", "house", 20);
  b.room("r1", "house", random.below(2) == 0 ? 20 : 3);
  const auto people = 5 + random.below(6);
  b.people(static_cast<int>(people));
  const auto sessions = 2 + random.below(7);
  for (std::size_t i = 0; i < sessions; ++i) {
    auto& row = b.session(session(i), random.below(2) == 0 ? 30 : 60);
    row.audience = b.who("registered");
    if (random.below(8) == 0 && i > 0) row.timing.after.push_back(b.after(session(i - 1)));
    if (random.below(10) == 0) row.optional = true;
    if (random.below(8) == 0) row.rooms = {b.in("r0")};
    add_team(b, row, people, random);
  }
  for (std::size_t i = 0; i < sessions; ++i)
    for (std::size_t p = 0; p < people; ++p)
      if (random.below(3) == 0) b.registration(person(p), session(i));
  return std::move(b.g);
}

Disruption happening(const ReplanCase& c, Random& random) {
  const auto& planned = c.plan.sessions[random.below(c.plan.sessions.size())];
  const auto people = c.gathering.people.size();
  const auto who = person(random.below(people));
  const auto& room = c.gathering.rooms[random.below(c.gathering.rooms.size())].id.value;
  const engine::Minute opens = engine::moment_at(c.gathering.days[0].date, 9 * 60);
  const auto time = opens + static_cast<engine::Minute>(30 * random.below(6));
  switch (random.below(9)) {
    case 0:
    case 1:
      return {.kind = Kind::PersonOut, .item = who};
    case 2:
      return {.kind = Kind::RoomOut, .item = room};
    case 3:
      return {.kind = Kind::Cancel, .item = planned.id};
    case 4:
      return {.kind = Kind::PersonLate, .item = who, .time = time};
    case 5:
      return {.kind = Kind::Delay, .item = planned.id, .minutes = 30};
    case 6:
      return {.kind = Kind::Move, .item = planned.id, .time = time};
    case 7:
      return {.kind = Kind::Substitute,
              .item = who,
              .other = person((random.below(people - 1) + 1 + std::stoul(who.substr(1))) % people)};
    default:
      return {.kind = Kind::Lock, .item = planned.id};
  }
}

}  // namespace

std::optional<ReplanCase> replan_case(std::uint64_t seed) {
  Random random(seed);
  ReplanCase c;
  c.gathering = small(random);
  engine::Diagnostics diagnostics;
  auto problem = engine::compile(c.gathering, diagnostics);
  if (!problem) return {};
  c.problem = std::move(*problem);
  const auto solved =
      scheduler::solve(c.problem, {.iterations = 300, .seed = seed, .threads = 1}, {});
  c.plan = engine::make_plan(c.gathering, c.problem, solved.board);
  if (c.plan.score.hard > 0 || c.plan.sessions.empty()) return {};
  const auto opens = engine::moment_at(c.gathering.days[0].date, 9 * 60);
  if (random.below(2) == 0)
    c.clock = {.now = opens + static_cast<engine::Minute>(random.below(90)), .freeze = 15};
  const auto count = 1 + random.below(2);
  for (std::size_t i = 0; i < count; ++i) {
    auto one = happening(c, random);
    const bool about_item = one.kind == Kind::Cancel || one.kind == Kind::Delay ||
                            one.kind == Kind::Move || one.kind == Kind::Lock;
    bool sound = true;
    for (const auto& other : c.disruptions) sound = sound && other.item != one.item;
    for (const auto& planned : c.plan.sessions)
      if (about_item && planned.id == one.item && c.clock.begun(planned.start))
        sound = one.kind == Kind::Delay && planned.end > *c.clock.now;
    if (one.kind == Kind::Move && c.clock.begun(one.time)) sound = false;
    if (sound) c.disruptions.push_back(std::move(one));
  }
  if (c.disruptions.empty()) return {};
  return c;
}

ReplanCase full_day(std::uint64_t seed) {
  Random random(seed);
  GatheringBuilder b;
  b.g.grid = b.at(engine::Minute{30});
  b.day("2026-06-01", "09:00", "13:00");
  b.site("house");
  for (const auto* room : {"r0", "r1", "r2"}) b.room(room, "house", 20);
  b.people(30);
  for (int i = 0; i < 16; ++i) b.session(fmt::format("s{}", i), 30).audience = b.who("registered");
  for (int p = 0; p < 30; ++p)
    for (int n = 0; n < 4; ++n)
      b.registration(fmt::format("p{}", p), fmt::format("s{}", 4 * n + int(random.below(4))));
  ReplanCase c;
  c.gathering = std::move(b.g);
  c.problem = engine::compile_in_spite(c.gathering);
  const auto solved = scheduler::solve(c.problem, {.iterations = 3'000, .threads = 1}, {});
  c.plan = engine::make_plan(c.gathering, c.problem, solved.board);
  c.disruptions.push_back({.kind = Kind::RoomOut, .item = "r0"});
  return c;
}

}  // namespace support
