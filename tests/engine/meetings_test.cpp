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

TEST_CASE("how far a table is from the whole is a fraction, not what adding up leaves of it",
          "[rotation]") {
  // 49 people of one kind and one of another.
  std::vector<std::size_t> kinds(50);
  kinds[7] = 1;
  CHECK(largest_deviation(kinds, {{{7}, {0, 1}}}) == 49.0 / 50);
  CHECK(largest_deviation(kinds, {{{0, 1, 2}}}) == 3.0 / 50);
  CHECK(largest_deviation(kinds, {}) == 0);
}

TEST_CASE("no division of people is closer to the whole than the least deviation",
          "[rotation][oracle]") {
  std::mt19937 random(3);
  for (int trial = 0; trial < 60; ++trial) {
    // Everybody has one of two values: all that counts is how many of the first each group gets.
    std::vector<std::int64_t> sizes;
    for (std::size_t groups = 1 + random() % 4; sizes.size() < groups;)
      sizes.push_back(1 + static_cast<std::int64_t>(random() % 4));
    std::vector<std::size_t> values(
        static_cast<std::size_t>(std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0})));
    for (auto& value : values) value = random() % 2;
    std::sort(values.begin(), values.end());
    double least = 1e9;
    do {
      SeatingTable rounds{{}};
      std::int32_t person = 0;
      for (const auto size : sizes) {
        auto& group = rounds[0].emplace_back();
        for (std::int64_t i = 0; i < size; ++i) group.push_back(person++);
      }
      least = std::min(least, largest_deviation(values, rounds));
    } while (std::next_permutation(values.begin(), values.end()));
    CHECK(least_deviation(values, sizes) == least);
  }
  CHECK(least_deviation({}, {}) == 0);
}

}  // namespace engine
