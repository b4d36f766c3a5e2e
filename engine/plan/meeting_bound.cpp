#include "engine/plan/meeting_bound.h"

#include <algorithm>

#include "engine/plan/impossible.h"
#include "engine/plan/pairs.h"

namespace engine {
namespace {

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

/// Meetings of pairs that need not meet, and how many such pairs there are.
std::int64_t free_meetings(const RotationSize& size) {
  const auto each = fewest_pairs(size.people, size.stations) - size.together;
  return size.rounds * std::max<std::int64_t>(0, each);
}
std::int64_t free_pairs(const RotationSize& size) {
  return pairs(size.people) - size.kept_apart - size.together;
}

/// Pairs together in two given rounds.
std::int64_t in_two_rounds(const RotationSize& size) {
  return std::max(stay_together(size), size.together);
}

}  // namespace

RotationSize size_of(const Problem& problem, const RotationRow& rotation) {
  const auto hard = [&](RuleId rule) {
    return problem.weights[static_cast<std::size_t>(rule)].hard > 0;
  };
  const auto count = [](const auto& sets) {
    return static_cast<std::int64_t>(pairs_in(sets).size());
  };
  return {.people = static_cast<std::int64_t>(rotation.participants.size()),
          .stations = rotation.stations,
          .rounds = rotation.rounds,
          .revisit = rotation.revisit || !rotation.hosting.empty(),
          .kept_apart = hard(RuleId::Apart) ? count(rotation.apart) : 0,
          .together = hard(RuleId::Together) ? count(rotation.together) : 0};
}

std::int64_t least_repeat_cost(const RotationSize& size) {
  if (size.people < 2 || size.stations < 1) return 0;
  const std::int64_t known = why_impossible(size).empty() ? 0 : 1;
  // Σ over pairs of rounds counts a pair's m(m−1)/2 exactly once.
  return std::max(
      {known,
       by_counting(free_meetings(size), free_pairs(size)) + pairs(size.rounds) * size.together,
       pairs(size.rounds) * in_two_rounds(size)});
}

std::int64_t least_repeat_meetings(const RotationSize& size) {
  if (size.people < 2 || size.stations < 1) return 0;
  const std::int64_t known = why_impossible(size).empty() ? 0 : 1;
  return std::max({known,
                   std::max<std::int64_t>(0, free_meetings(size) - free_pairs(size)) +
                       (size.rounds - 1) * size.together,
                   (size.rounds - 1) * in_two_rounds(size)});
}

std::int64_t most_rounds_without_repeat(RotationSize size) {
  if (size.people <= size.stations) return INT64_MAX;
  for (size.rounds = 1; least_repeat_cost(size) == 0;) ++size.rounds;
  return size.rounds - 1;
}

}  // namespace engine
