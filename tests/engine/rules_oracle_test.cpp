// Every rule, every kind of change, on random gatherings: the score kept up to date equals the
// score from scratch, and undoing restores it.
#include <cstdlib>
#include <map>
#include <optional>
#include <random>
#include <string>

#include "engine/problem/compile.h"
#include "engine/rules/all.h"
#include "tests/catch.h"
#include "tests/support/random_gathering.h"

namespace engine {
namespace {

/// FARANDOLE_TEST_SEED shifts the seeds to look for trouble elsewhere.
std::uint64_t seed_of(std::uint64_t i) {
  const char* shift = std::getenv("FARANDOLE_TEST_SEED");
  return shift == nullptr ? i : i + std::strtoull(shift, nullptr, 10);
}

class RandomChanges {
 public:
  RandomChanges(const Problem& problem, std::uint64_t seed) : p_(problem), rng_(seed) {}

  Change draw() {
    switch (below(4)) {
      case 0:
        return place();
      case 1:
        return room();
      case 2:
        return p_.slots.empty() ? place() : holder();
      default:
        return p_.seats.empty() ? place() : station();
    }
  }

 private:
  std::size_t below(std::size_t n) { return rng_() % n; }
  template <class T>
  T any(std::span<const T> list) {
    return list[below(list.size())];
  }
  template <class IdType>
  IdType any_of(std::size_t rows) {
    return {static_cast<std::int32_t>(below(rows))};
  }

  RoomId any_room(ActivityId a) {
    const auto choices = p_.room_choices[a];
    return choices.empty() || below(8) == 0 ? RoomId{} : any(choices);
  }
  Change place() {
    const auto block = any_of<BlockId>(p_.blocks.size());
    const auto& row = p_.blocks[block];
    const Minute start = below(6) == 0 ? kNever : any(p_.starts[block]);
    if (row.session < 0 || below(3) == 0) return Change::place(block, start);
    return Change::place(block, start, any_room(p_.parts[row.first_part].first_activity));
  }
  Change room() {
    const auto a = any_of<ActivityId>(p_.activities.size());
    return Change::room(a, any_room(a));
  }
  Change holder() {
    const auto slot = any_of<SlotId>(p_.slots.size());
    return Change::holder(slot, below(5) == 0 ? PersonId{} : any(p_.pools[slot]));
  }
  Change station() {
    const auto seat = any_of<SeatId>(p_.seats.size());
    const auto rotation = p_.parts[p_.seats[seat].part].rotation;
    const auto n = static_cast<std::size_t>(p_.rotations[rotation].stations);
    return Change::station(seat, below(9) == 0 ? kNoStation : static_cast<std::int32_t>(below(n)));
  }

  const Problem& p_;
  std::mt19937_64 rng_;
};

/// The findings of every rule, to name the one that is wrong.
std::map<RuleId, std::int64_t> amounts(const PlanEvaluator& evaluator) {
  std::map<RuleId, std::int64_t> sums;
  evaluator.inspect([&](const Finding& f) { sums[f.rule] += f.amount; });
  return sums;
}

std::string differences(const std::map<RuleId, std::int64_t>& before,
                        const std::map<RuleId, std::int64_t>& after) {
  std::string text;
  for (const auto& rule : kRules) {
    const auto a = before.contains(rule.id) ? before.at(rule.id) : 0;
    const auto b = after.contains(rule.id) ? after.at(rule.id) : 0;
    if (a != b)
      text += std::string(rule.key) + " " + std::to_string(a) + " -> " + std::to_string(b) + "; ";
  }
  return text;
}

/// As a replan does: locked while other starts and rooms remain on the list.
void lock_some(Problem& problem, std::uint64_t seed) {
  const BlockId block{static_cast<std::int32_t>(seed % problem.blocks.size())};
  const ActivityId a = problem.parts[problem.blocks[block].first_part].first_activity;
  problem.locked_start[block] = problem.starts[block].front();
  if (!problem.room_choices[a].empty()) problem.locked_room[a] = problem.room_choices[a].front();
}

std::optional<Problem> random_problem(std::uint64_t seed) {
  const auto gathering = support::random_gathering(seed);
  Diagnostics diagnostics;
  auto problem = compile(gathering, diagnostics);
  if (problem) lock_some(*problem, seed);
  return problem;
}

}  // namespace

TEST_CASE("the score of a change is the difference of two audits", "[rules][oracle]") {
  int tried = 0;
  std::map<RuleId, int> seen;
  for (std::uint64_t i = 1; i <= 120; ++i) {
    const auto seed = seed_of(i);
    const auto problem = random_problem(seed);
    if (!problem) continue;
    ++tried;
    PlanEvaluator evaluator{Board(*problem)};
    RandomChanges changes(*problem, seed);
    for (int step = 0; step < 150; ++step) {
      const Change change = changes.draw();
      const auto before = amounts(evaluator);
      const auto score = evaluator.audit();
      const auto delta = evaluator.delta(change);
      evaluator.apply(change, delta);
      const auto after = evaluator.audit();
      if (delta != after - score || evaluator.score() != after) {
        INFO("seed " << seed << " step " << step << " kind " << static_cast<int>(change.kind)
                     << " row " << change.row << " start " << change.start << " value "
                     << change.value);
        INFO("delta " << delta.hard << "/" << delta.unplaced << "/" << delta.soft
                      << ", from scratch " << (after - score).hard << "/"
                      << (after - score).unplaced << "/" << (after - score).soft);
        INFO(differences(before, amounts(evaluator)));
        REQUIRE(delta == after - score);
      }
      for (const auto& [rule, amount] : amounts(evaluator)) ++seen[rule];
    }
  }
  CHECK(tried >= 60);
  PlanEvaluator::each_rule_id([&](RuleId id) {
    INFO("never broken, so never tested: " << info(id).key);
    CHECK(seen[id] > 0);
  });
}

TEST_CASE("undoing a compound move in reverse restores the score", "[rules][oracle]") {
  for (std::uint64_t i = 1; i <= 40; ++i) {
    const auto seed = seed_of(i);
    const auto problem = random_problem(seed);
    if (!problem) continue;
    PlanEvaluator evaluator{Board(*problem)};
    RandomChanges changes(*problem, seed);
    for (int step = 0; step < 60; ++step) evaluator.apply(changes.draw());
    const auto start = evaluator.audit();
    std::vector<Change> undo;
    for (int step = 0; step < 12; ++step) {
      const auto change = changes.draw();
      undo.push_back(evaluator.board().inverse(change));
      evaluator.apply(change);
    }
    while (!undo.empty()) {
      evaluator.apply(undo.back());
      undo.pop_back();
    }
    INFO("seed " << seed);
    REQUIRE(evaluator.audit() == start);
    REQUIRE(evaluator.score() == start);
  }
}

}  // namespace engine
