// The fewest changes against every choice there is, and against the search tree.
#include "scheduler/replan/fewest_changes.h"

#include "tests/catch.h"
#include "tests/scheduler/replan_cases.h"

namespace {

using scheduler::Aim;
using scheduler::Budget;
using scheduler::Changeable;
using scheduler::Clash;
using scheduler::Cost;
using scheduler::Fate;
using scheduler::PeopleSet;
using scheduler::Random;

Budget steps(std::int64_t count) {
  return {count, Budget::Clock::time_point::max(), nullptr};
}

struct Clashes {
  std::vector<PeopleSet> people;
  std::vector<Changeable> items;
  std::vector<Clash> clashes;
};

constexpr std::size_t kItems = 6;

Clashes some_clashes(Random& random) {
  Clashes c;
  for (std::size_t i = 0; i < kItems; ++i) {
    auto& set = c.people.emplace_back(10);
    for (int p = 0; p < 10; ++p)
      if (random.below(3) == 0) set.add(engine::PersonId{p});
  }
  for (std::size_t i = 0; i < kItems; ++i) {
    Changeable item{&c.people[i], {}};
    if (random.below(3) > 0) item.loss = static_cast<std::int64_t>(1 + random.below(4));
    c.items.push_back(item);
  }
  for (std::size_t n = 0; n < 7; ++n) {
    Clash clash;
    for (std::size_t i = 0; i < kItems; ++i) {
      const auto part = random.below(5);
      if (part == 0) clash.stay.push_back(i);
      if (part == 1) clash.take_place.push_back(i);
    }
    c.clashes.push_back(std::move(clash));
  }
  return c;
}

/// What the fates numbered `code`, base three, cost; nothing where they do not do.
std::optional<Cost> cost_of(const Clashes& c, std::size_t code) {
  std::vector<Fate> fates;
  PeopleSet disturbed(10);
  Cost cost;
  for (std::size_t i = 0; i < kItems; ++i, code /= 3) {
    fates.push_back(static_cast<Fate>(code % 3));
    if (fates.back() != Fate::Stays) disturbed.add(c.people[i]);
    if (fates.back() != Fate::IsLeftOut) continue;
    if (!c.items[i].loss) return {};
    cost.loss += *c.items[i].loss;
  }
  for (const auto& clash : c.clashes) {
    bool mended = false;
    for (const auto i : clash.stay) mended = mended || fates[i] != Fate::Stays;
    for (const auto i : clash.take_place) mended = mended || fates[i] == Fate::IsLeftOut;
    if (!mended) return {};
  }
  cost.people = disturbed.count();
  return cost;
}

}  // namespace

TEST_CASE("the cheapest fates are the cheapest of all", "[replan]") {
  Random random(1);
  int none = 0;
  for (int round = 0; round < 60; ++round) {
    const auto c = some_clashes(random);
    for (const auto aim : {Aim::Loss, Aim::People}) {
      const auto most_loss = static_cast<std::int64_t>(random.below(8));
      std::optional<Cost> least;
      for (std::size_t code = 0; code < 729; ++code)
        if (const auto cost = cost_of(c, code); cost && cost->loss <= most_loss)
          if (!least || scheduler::is_less(*cost, *least, aim)) least = cost;
      auto budget = steps(100'000);
      const auto found = scheduler::cheapest_fates(
          c.items, c.clashes, {aim, PeopleSet(10), most_loss, {}}, budget);
      INFO("round " << round);
      REQUIRE(found.has_value() == least.has_value());
      if (found) CHECK(found->cost == *least);
      none += least ? 0 : 1;
    }
  }
  CHECK(none > 0);
  CHECK(none < 100);  // of 120
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
    fewest.run(Aim::Loss, budget);
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
