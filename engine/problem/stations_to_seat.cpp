#include "engine/problem/stations_to_seat.h"

#include <algorithm>

namespace engine {

std::optional<std::vector<bool>> stations_to_seat(std::int32_t people, const SeatRanges& ranges) {
  const auto size = static_cast<std::size_t>(std::max(0, people)) + 1;
  // reached[k][n]: can the first k stations seat exactly n people?
  std::vector<std::vector<char>> reached(1, std::vector<char>(size, 0));
  reached[0][0] = 1;
  const auto at = [](const std::vector<char>& row, std::int32_t n) {
    return n < 0 ? 0 : static_cast<std::int32_t>(row[static_cast<std::size_t>(n)]);
  };
  for (const auto& [low, high] : ranges) {
    const auto& before = reached.back();
    auto next = before;  // the station rests
    std::int32_t sources = 0;
    for (std::int32_t n = 1; n <= people; ++n) {
      sources += at(before, n - std::max(1, low)) - at(before, n - high - 1);
      if (sources > 0) next[static_cast<std::size_t>(n)] = 1;
    }
    reached.push_back(std::move(next));
  }
  if (at(reached.back(), people) == 0) return {};
  std::vector<bool> used(ranges.size());
  for (std::size_t k = ranges.size(); k-- > 0;) {
    const auto [low, high] = ranges[k];
    for (auto here = std::min(high, people); here >= std::max(1, low) && !used[k]; --here)
      if (at(reached[k], people - here) != 0) {
        used[k] = true;
        people -= here;
      }
  }
  return used;
}

}  // namespace engine
