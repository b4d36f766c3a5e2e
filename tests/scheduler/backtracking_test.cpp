#include "scheduler/exact/backtracking.h"

#include <chrono>
#include <vector>

#include "tests/catch.h"

using scheduler::Backtracking;
using scheduler::Budget;
using scheduler::Leaf;
using scheduler::Network;
using scheduler::Outcome;

TEST_CASE("what the caller takes to look at a whole assignment counts as work", "[exact]") {
  Network network({30, 30, 30});
  int asked = 0;
  const auto refuse = [&](const std::vector<int>&) {
    ++asked;
    return Leaf::Reject;
  };
  Budget budget({}, Budget::Clock::now() + std::chrono::hours(1), nullptr);
  Backtracking search(network, {.accept = refuse, .work_to_accept = 1'000});
  CHECK(search.run(10'000, budget) == Outcome::GivenUp);
  CHECK(asked <= 11);
}
