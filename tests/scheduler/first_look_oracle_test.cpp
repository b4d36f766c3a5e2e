#include <random>

#include "engine/rules/all.h"
#include "scheduler/explain/first_look.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using namespace engine;
using support::GatheringBuilder;

namespace {

/// A morning of half-hours, two sites, three rooms, three to five short sessions with every kind of
/// tie between two of them: tight enough that about half of them have no plan.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : rng_(seed) {}

  Gathering gathering() {
    b_.g.grid = b_.at(Minute{30});
    b_.day("2026-06-01", "09:00", chance(3) ? "11:00" : "12:00");
    b_.site("north");
    b_.site("south").opens = b_.at(Minute{9 * 60 + 30});
    b_.travel("north", "south", 30);
    for (int i = 0; i < 3; ++i) room(i);
    for (int i = 0; i < kPeople; ++i) {
      auto& person = b_.person("p" + std::to_string(i));
      if (chance(5)) person.available.push_back(b_.window("2026-06-01 09:30", "2026-06-01 11:00"));
    }
    b_.g.equipment.emplace_back().id = b_.key("board");
    b_.g.equipment.back().count = 1;
    for (int i = 0, n = 3 + below(3); i < n; ++i) session(i);
    return std::move(b_.g);
  }

 private:
  int below(int n) { return static_cast<int>(rng_() % static_cast<std::uint64_t>(n)); }
  bool chance(int one_in) { return below(one_in) == 0; }

  void room(int i) {
    auto& row = b_.room("room" + std::to_string(i), i == 2 ? "south" : "north", 2 + below(2));
    if (chance(3)) row.setup = 15;
    if (chance(4)) row.shared = true;
    if (chance(3)) row.closed.push_back(b_.window("2026-06-01 10:00", "2026-06-01 10:30"));
  }

  void session(int i) {
    auto& s = b_.session("s" + std::to_string(i), 30 * (1 + below(2)));
    std::vector<std::string> audience;
    for (int k = 0; k < kPeople; ++k)
      if (chance(3)) audience.push_back("p" + std::to_string(k));
    s.audience = audience.empty() ? b_.who("none") : b_.who(audience);
    if (chance(2)) s.rooms = {b_.in("room" + std::to_string(below(3)))};
    if (chance(6)) s.timing.starts = {b_.at(b_.when("09:30")), b_.at(b_.when("10:00"))};
    if (chance(6)) s.equipment.push_back({.equipment = b_.key("board"), .count = 1});
    if (chance(6)) s.team.push_back(b_.open_role("guide", 1, b_.who({"p0", "p1"})));
    if (chance(8)) s.setup = 30;
    s.optional = chance(8);
    if (i == 0) return;
    const auto other = "s" + std::to_string(below(i));
    if (chance(4)) s.timing.after.push_back(b_.after(other, 30 * below(2)));
    if (chance(7)) s.timing.same_start = b_.keys({other});
    if (chance(5)) s.timing.not_with = b_.not_with({other});
  }

  static constexpr int kPeople = 4;
  GatheringBuilder b_;
  std::mt19937_64 rng_;
};

/// Tries every start, room and person; stops where a hard rule is broken already, which nothing
/// placed later mends.
class BruteForce {
 public:
  explicit BruteForce(const Problem& problem) : problem_(problem), evaluator_(Board(problem)) {}

  bool has_plan() { return place(0); }

 private:
  bool place(std::size_t index) {
    if (index == problem_.blocks.size()) return hold(0);
    const BlockId block{static_cast<std::int32_t>(index)};
    if (problem_.blocks[block].optional) return place(index + 1);
    const auto a = problem_.parts[problem_.blocks[block].first_part].first_activity;
    const auto slots = static_cast<std::int64_t>(problem_.slots_of[a].size());
    for (const Minute start : problem_.starts[block])
      for (const RoomId room : problem_.room_choices[a]) {
        evaluator_.apply(Change::place(block, start, room));
        open_ += slots;
        const bool found = evaluator_.score().hard <= open_ && place(index + 1);
        open_ -= slots;
        evaluator_.apply(Change::place(block, kNever));
        if (found) return true;
      }
    return false;
  }

  bool hold(std::size_t index) {
    if (index == problem_.slots.size()) return evaluator_.score().hard == 0;
    const SlotId slot{static_cast<std::int32_t>(index)};
    for (const PersonId person : problem_.pools[slot]) {
      evaluator_.apply(Change::holder(slot, person));
      const bool found = hold(index + 1);
      evaluator_.apply(Change::holder(slot, PersonId{}));
      if (found) return true;
    }
    return false;
  }

  const Problem& problem_;
  PlanEvaluator evaluator_;
  std::int64_t open_ = 0;  ///< places that nobody holds while the starts are tried
};

/// Nobody to choose and nothing to leave out: then the complete search decides.
bool only_starts_and_rooms(const Problem& problem) {
  bool any_optional = false;
  problem.blocks.each(
      [&](BlockId b) { any_optional = any_optional || problem.blocks[b].optional; });
  return problem.slots.empty() && !any_optional;
}

}  // namespace

TEST_CASE("What is said to have no plan has none, and small gatherings without one are found",
          "[explain][oracle]") {
  int without = 0;
  int with = 0;
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    const auto gathering = Draw(seed).gathering();
    Diagnostics diagnostics;
    const auto problem = compile(gathering, diagnostics);
    if (!problem) continue;  // a contradiction that the reader of the file is told
    const bool exists = BruteForce(*problem).has_plan();
    const auto look = scheduler::look_first(*problem, {.iterations = 1, .threads = 1}, {});
    INFO("seed " << seed);
    if (exists) CHECK(look.conflicts.empty());
    if (!exists && only_starts_and_rooms(*problem)) CHECK(look.conflicts.size() > 0);
    if (look.start) {
      CHECK(exists);
      CHECK(PlanEvaluator(*look.start).score().hard == 0);
    }
    ++(exists ? with : without);
  }
  CHECK(without > 30);
  CHECK(with > 30);
}
