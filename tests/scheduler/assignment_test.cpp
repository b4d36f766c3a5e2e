// Cheapest assignments, held to all there are.
#include "scheduler/graph/assignment.h"

#include <algorithm>
#include <numeric>

#include "scheduler/search/random.h"
#include "tests/catch.h"

namespace {

std::int64_t by_trying_all(const std::vector<std::int64_t>& cost, int rows, int columns) {
  std::vector<int> order(static_cast<std::size_t>(columns));
  std::iota(order.begin(), order.end(), 0);
  auto least = INT64_MAX;
  do {
    std::int64_t sum = 0;
    for (int r = 0; r < rows; ++r)
      sum += cost[static_cast<std::size_t>(r * columns + order[static_cast<std::size_t>(r)])];
    least = std::min(least, sum);
  } while (std::next_permutation(order.begin(), order.end()));
  return least;
}

}  // namespace

TEST_CASE("no assignment costs less than the cheapest one", "[graph][oracle]") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    scheduler::Random random(seed);
    const int columns = 1 + static_cast<int>(random.below(6));
    const int rows = static_cast<int>(random.below(static_cast<std::size_t>(columns) + 1));
    std::vector<std::int64_t> cost;
    for (int i = 0; i < rows * columns; ++i)
      cost.push_back(static_cast<std::int64_t>(random.below(2000)) - 1000);
    const auto columns_of = scheduler::cheapest_assignment(cost, rows, columns);
    REQUIRE(columns_of.size() == static_cast<std::size_t>(rows));
    auto used = columns_of;
    std::sort(used.begin(), used.end());
    INFO("seed " << seed);
    CHECK(std::adjacent_find(used.begin(), used.end()) == used.end());
    std::int64_t sum = 0;
    for (int r = 0; r < rows; ++r)
      sum += cost[static_cast<std::size_t>(r * columns + columns_of[static_cast<std::size_t>(r)])];
    CHECK(sum == (rows == 0 ? 0 : by_trying_all(cost, rows, columns)));
  }
}
