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

/// Pairs together in two given rounds, at least.
std::int64_t stay_together(const RotationSize& size) {
  const auto each = size.people / size.stations;
  const auto larger = size.people % size.stations;
  const auto next_tables = size.revisit ? size.stations : size.stations - 1;
  return larger * fewest_pairs(each + 1, next_tables) +
         (size.stations - larger) * fewest_pairs(each, next_tables);
}

std::int64_t meetings_of(const RotationSize& size) {
  return size.rounds * fewest_pairs(size.people, size.stations);
}

std::int64_t possible_pairs(const RotationSize& size) {
  return pairs(size.people) - size.kept_apart;
}

}  // namespace

std::int64_t least_repeat_cost(const RotationSize& size) {
  if (size.people < 2 || size.stations < 1) return 0;
  // Σ over pairs of rounds counts a pair's m(m−1)/2 exactly once.
  return std::max(by_counting(meetings_of(size), possible_pairs(size)),
                  pairs(size.rounds) * stay_together(size));
}

std::int64_t least_repeat_meetings(const RotationSize& size) {
  if (size.people < 2 || size.stations < 1) return 0;
  return std::max({std::int64_t{0},
                   meetings_of(size) - possible_pairs(size),
                   (size.rounds - 1) * stay_together(size)});
}

}  // namespace engine
