#include "engine/plan/meeting_bound.h"

#include <algorithm>

namespace engine {
namespace {

std::int64_t pairs(std::int64_t n) {
  return n * (n - 1) / 2;
}

/// Fewest pairs that sit together when `people` spread over `tables`: as evenly as possible.
std::int64_t fewest_pairs(std::int64_t people, std::int64_t tables) {
  if (tables <= 0) return pairs(people);
  const auto each = people / tables;
  const auto larger = people % tables;
  return larger * pairs(each + 1) + (tables - larger) * pairs(each);
}

/// `meetings` in all, spread evenly over `possible` pairs.
std::int64_t by_counting(std::int64_t meetings, std::int64_t possible) {
  if (possible <= 0) return 0;
  const auto each = meetings / possible;
  const auto more = meetings % possible;
  return (possible - more) * pairs(each) + more * pairs(each + 1);
}

/// Pairs together in two given rounds; Σ over pairs of rounds counts a pair's m(m−1)/2 exactly
/// once.
std::int64_t by_two_rounds(const RotationSize& size) {
  const auto each = size.people / size.stations;
  const auto larger = size.people % size.stations;
  const auto next_tables = size.revisit ? size.stations : size.stations - 1;
  const auto stay_together = larger * fewest_pairs(each + 1, next_tables) +
                             (size.stations - larger) * fewest_pairs(each, next_tables);
  return pairs(size.rounds) * stay_together;
}

}  // namespace

std::int64_t least_repeat_cost(const RotationSize& size) {
  if (size.people < 2 || size.stations < 1) return 0;
  const auto meetings = size.rounds * fewest_pairs(size.people, size.stations);
  const auto possible = pairs(size.people) - size.kept_apart;
  return std::max(by_counting(meetings, possible), by_two_rounds(size));
}

}  // namespace engine
