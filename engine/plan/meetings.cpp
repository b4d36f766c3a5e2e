#include "engine/plan/meetings.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace engine {
namespace {

/// Per person, the groups they sat in.
std::vector<std::vector<const std::vector<std::int32_t>*>> groups_of(std::int32_t people,
                                                                     const SeatingTable& rounds) {
  std::vector<std::vector<const std::vector<std::int32_t>*>> groups(
      static_cast<std::size_t>(people));
  for (const auto& round : rounds)
    for (const auto& group : round)
      for (const auto person : group) groups[static_cast<std::size_t>(person)].push_back(&group);
  return groups;
}

}  // namespace

Meetings count_meetings(std::int32_t people, const SeatingTable& rounds) {
  Meetings sum;
  sum.fewest_met = people > 0 ? people - 1 : 0;
  const auto groups = groups_of(people, rounds);
  std::vector<std::int32_t> met(groups.size());
  for (std::int32_t p = 0; p < people; ++p) {
    std::fill(met.begin(), met.end(), 0);
    for (const auto* group : groups[static_cast<std::size_t>(p)])
      for (const auto other : *group)
        if (other != p) ++met[static_cast<std::size_t>(other)];
    std::int32_t different = 0;
    for (std::int32_t q = 0; q < people; ++q) {
      const std::int64_t m = met[static_cast<std::size_t>(q)];
      different += m > 0 ? 1 : 0;
      if (q >= p) continue;
      sum.pairs += m > 0 ? 1 : 0;
      if (m < 2) continue;
      sum.repeat_meetings += m - 1;
      sum.repeat_cost += m * (m - 1) / 2;
      ++sum.pairs_again;
    }
    sum.most = std::max(sum.most, met.empty() ? 0 : *std::max_element(met.begin(), met.end()));
    sum.fewest_met = std::min(sum.fewest_met, different);
    sum.most_met = std::max(sum.most_met, different);
  }
  return sum;
}

namespace {

/// How many people have each value.
std::vector<std::int64_t> totals_of(const std::vector<std::size_t>& values) {
  std::vector<std::int64_t> totals(*std::max_element(values.begin(), values.end()) + 1);
  for (const auto value : values) ++totals[value];
  return totals;
}

/// Can `total` of `people` people be divided over groups so that none is further from its share
/// than `parts` of so many parts of a person as there are people?
bool divides(std::int64_t total,
             std::int64_t people,
             std::int64_t parts,
             const std::vector<std::int64_t>& sizes) {
  std::int64_t fewest = 0;
  std::int64_t most = 0;
  for (const auto size : sizes) {
    const auto share = total * size;
    const auto low = (std::max<std::int64_t>(0, share - parts) + people - 1) / people;
    const auto high = std::min(size, (share + parts) / people);
    if (low > high) return false;
    fewest += low;
    most += high;
  }
  return fewest <= total && total <= most;
}

}  // namespace

double largest_deviation(const std::vector<std::size_t>& values, const SeatingTable& rounds) {
  if (values.empty()) return 0;
  const auto total = totals_of(values);
  const auto people = static_cast<std::int64_t>(values.size());
  std::int64_t largest = 0;  // in parts of a person: as many as there are people
  for (const auto& round : rounds)
    for (const auto& group : round) {
      std::vector<std::int64_t> here(total.size());
      for (const auto person : group) ++here[values[static_cast<std::size_t>(person)]];
      const auto size = static_cast<std::int64_t>(group.size());
      for (std::size_t v = 0; v < total.size(); ++v)
        largest = std::max(largest, std::abs(here[v] * people - total[v] * size));
    }
  return static_cast<double>(largest) / static_cast<double>(people);
}

double least_deviation(const std::vector<std::size_t>& values,
                       const std::vector<std::int64_t>& sizes) {
  if (values.empty()) return 0;
  const auto people = static_cast<std::int64_t>(values.size());
  std::int64_t least = 0;
  for (const auto total : totals_of(values))
    while (!divides(total, people, least, sizes)) ++least;
  return static_cast<double>(least) / static_cast<double>(people);
}

}  // namespace engine
