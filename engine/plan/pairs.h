/// Pairs of people, counted.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace engine {

[[nodiscard]] constexpr std::int64_t pairs(std::int64_t people) {
  return people * (people - 1) / 2;
}

/// Fewest pairs that sit together when `people` spread over `tables`: as evenly as possible.
[[nodiscard]] constexpr std::int64_t fewest_pairs(std::int64_t people, std::int64_t tables) {
  if (tables <= 0) return pairs(people);
  const auto each = people / tables;
  const auto larger = people % tables;
  return larger * pairs(each + 1) + (tables - larger) * pairs(each);
}

using PairSet = std::set<std::pair<std::int32_t, std::int32_t>>;

/// The different pairs in the sets, the smaller number first.
[[nodiscard]] inline PairSet pairs_in(const std::vector<std::vector<std::int32_t>>& sets) {
  PairSet all;
  for (const auto& set : sets)
    for (const auto a : set)
      for (const auto b : set)
        if (a < b) all.insert({a, b});
  return all;
}

}  // namespace engine
