// The fewest changes against every choice there is, and against the search tree.
#include "scheduler/replan/fewest_changes.h"

#include <algorithm>
#include <optional>

#include "tests/catch.h"
#include "tests/scheduler/replan_cases.h"

namespace {

using scheduler::Budget;
using scheduler::Clash;
using scheduler::PeopleSet;
using scheduler::Random;

Budget steps(std::int64_t count) {
  return {count, Budget::Clock::time_point::max(), nullptr};
}

constexpr std::size_t kItems = 8;

struct Clashes {
  std::vector<PeopleSet> sets;
  std::vector<const PeopleSet*> people;
  std::vector<Clash> clashes;
};

Clashes some_clashes(Random& random) {
  Clashes c;
  for (std::size_t i = 0; i < kItems; ++i) {
    auto& set = c.sets.emplace_back(12);
    for (int p = 0; p < 12; ++p)
      if (random.below(3) == 0) set.add(engine::PersonId{p});
  }
  for (const auto& set : c.sets) c.people.push_back(&set);
  for (std::size_t n = 0; n < 7; ++n) {
    Clash clash;
    for (std::size_t i = 0; i < kItems; ++i)
      if (random.below(3) == 0) clash.push_back(i);
    // What nothing mends is rare.
    if (!clash.empty() || random.below(4) == 0) c.clashes.push_back(std::move(clash));
  }
  return c;
}

/// Whom the items of a bit set disturb; nothing where a clash is left.
std::optional<std::int64_t> people_of(const Clashes& c, std::size_t items) {
  PeopleSet disturbed(12);
  for (std::size_t i = 0; i < kItems; ++i)
    if ((items >> i & 1) != 0) disturbed.add(c.sets[i]);
  for (const auto& clash : c.clashes)
    if (std::none_of(
            clash.begin(), clash.end(), [&](std::size_t i) { return (items >> i & 1) != 0; }))
      return {};
  return disturbed.count();
}

}  // namespace

TEST_CASE("the items that mend all clashes disturb the fewest people there are", "[replan]") {
  Random random(1);
  int none = 0;
  for (int round = 0; round < 100; ++round) {
    const auto c = some_clashes(random);
    std::optional<std::int64_t> least;
    for (std::size_t items = 0; items < std::size_t{1} << kItems; ++items)
      if (const auto people = people_of(c, items); people && (!least || *people < *least))
        least = people;
    auto budget = steps(100'000);
    const auto found = scheduler::fewest_people({c.people, c.clashes, PeopleSet(12), 0}, budget);
    INFO("round " << round);
    REQUIRE(found.has_value() == least.has_value());
    none += least ? 0 : 1;
    if (!found) continue;
    CHECK(found->people == *least);
    std::size_t items = 0;
    for (std::size_t i = 0; i < kItems; ++i)
      if (found->changes[i]) items |= std::size_t{1} << i;
    CHECK(people_of(c, items) == found->people);
  }
  CHECK(none > 0);
  CHECK(none < 50);
}

TEST_CASE("the fewest changes are those of a search tree that looks at everything", "[replan]") {
  int proved = 0;
  int tried = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const auto c = support::replan_case(seed);
    if (!c) continue;
    const support::Standing now(*c);
    auto unlimited = steps(300'000);
    const auto all =
        scheduler::RepairSearch(now.model, now.board, now.terms, unlimited).run(nullptr);
    auto few = steps(3);
    const auto known = scheduler::RepairSearch(now.model, now.board, now.terms, few).run(nullptr);
    const std::function<void(const scheduler::RepairPrice&)> nobody;
    scheduler::FewestChanges fewest(now.model, now.terms, known.repair, nobody);
    if (!all.complete || !fewest.applies()) continue;
    INFO("seed " << seed);
    ++tried;
    auto budget = steps(100'000);
    fewest.lose_less(budget);
    fewest.disturb_fewer(budget);
    CHECK(engine::PlanEvaluator(fewest.repair().board).score().hard == 0);
    CHECK(fewest.bound() <= all.repair.price.people);
    if (!fewest.proved()) continue;
    ++proved;
    CHECK(fewest.repair().price.loss == all.repair.price.loss);
    CHECK(fewest.repair().price.people == all.repair.price.people);
  }
  CHECK(tried >= 15);
  CHECK(proved * 10 >= tried * 9);
}

TEST_CASE("a room lost on a full day is repaired with a proof", "[replan]") {
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    INFO(seed);
    const auto c = support::full_day(seed);
    REQUIRE(c.plan.feasible);
    const auto answer = scheduler::replan({c.gathering, c.problem, c.plan, c.disruptions, c.clock},
                                          {.iterations = 20'000, .threads = 1},
                                          {});
    CHECK(answer.disturbed.proved);
    CHECK(answer.plan.unplaced.empty());
    CHECK(answer.plan.score.hard == 0);
  }
}
