#include "engine/plan/meetings.h"

#include <algorithm>
#include <cmath>

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

double largest_deviation(const std::vector<std::size_t>& values, const SeatingTable& rounds) {
  if (values.empty()) return 0;
  std::vector<double> share(*std::max_element(values.begin(), values.end()) + 1);
  for (const auto value : values) share[value] += 1.0 / static_cast<double>(values.size());
  double largest = 0;
  for (const auto& round : rounds)
    for (const auto& group : round) {
      std::vector<int> here(share.size());
      for (const auto person : group) ++here[values[static_cast<std::size_t>(person)]];
      for (std::size_t v = 0; v < share.size(); ++v)
        largest =
            std::max(largest, std::abs(here[v] - share[v] * static_cast<double>(group.size())));
    }
  return largest;
}

}  // namespace engine
