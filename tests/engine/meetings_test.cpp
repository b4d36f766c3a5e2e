#include "engine/plan/meetings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <utility>

#include "tests/catch.h"

namespace engine {
namespace {

SeatingTable random_table(std::mt19937& random, int people, int groups, int rounds) {
  std::vector<std::int32_t> order(static_cast<std::size_t>(people));
  std::iota(order.begin(), order.end(), 0);
  SeatingTable table;
  for (int r = 0; r < rounds; ++r) {
    std::shuffle(order.begin(), order.end(), random);
    auto& round = table.emplace_back(static_cast<std::size_t>(groups));
    for (std::size_t i = 0; i < order.size(); ++i)
      if (random() % 5 != 0) round[i % round.size()].push_back(order[i]);  // some are absent
  }
  return table;
}

}  // namespace

TEST_CASE("meetings are those a pair by pair count finds", "[rotation][oracle]") {
  std::mt19937 random(7);
  for (int trial = 0; trial < 40; ++trial) {
    const int people = 1 + static_cast<int>(random() % 12);
    const auto table = random_table(random, people, 3, 1 + static_cast<int>(random() % 5));
    std::map<std::pair<int, int>, std::int64_t> pairs;
    for (const auto& round : table)
      for (const auto& group : round)
        for (const auto a : group)
          for (const auto b : group)
            if (a < b) ++pairs[{a, b}];
    std::vector<int> met(static_cast<std::size_t>(people));
    Meetings sum;
    for (const auto& [pair, m] : pairs) {
      ++met[static_cast<std::size_t>(pair.first)];
      ++met[static_cast<std::size_t>(pair.second)];
      sum.repeat_meetings += m - 1;
      sum.repeat_cost += m * (m - 1) / 2;
      sum.pairs_again += m > 1 ? 1 : 0;
      sum.most = std::max(sum.most, static_cast<std::int32_t>(m));
    }
    const auto counted = count_meetings(people, table);
    CHECK(counted.repeat_meetings == sum.repeat_meetings);
    CHECK(counted.repeat_cost == sum.repeat_cost);
    CHECK(counted.pairs_again == sum.pairs_again);
    CHECK(counted.most == sum.most);
    CHECK(counted.fewest_met == *std::min_element(met.begin(), met.end()));
    CHECK(counted.most_met == *std::max_element(met.begin(), met.end()));
  }
}

}  // namespace engine
