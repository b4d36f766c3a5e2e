#include "engine/plan/popular.h"

#include <algorithm>

namespace engine {
namespace {

std::int32_t wanted(const RotationRow& rotation, std::size_t station) {
  const auto stations = static_cast<std::size_t>(rotation.stations);
  std::int32_t people = 0;
  for (std::size_t p = 0; p < rotation.participants.size(); ++p) {
    const auto rank = rotation.wish_rank[p * stations + station];
    if (rank > 0 && rank <= rotation.rounds) ++people;
  }
  return people;
}

}  // namespace

std::vector<PopularStation> popular_stations(const Problem& problem) {
  std::vector<PopularStation> list;
  problem.rotations.each([&](RotationId id) {
    const auto& rotation = problem.rotations[id];
    if (rotation.wish_rank.empty()) return;
    const auto first = problem.parts[rotation.parts.front()].first_activity;
    for (std::int32_t s = 0; s < rotation.stations; ++s) {
      const auto row = static_cast<std::size_t>(s);
      const std::int64_t each = problem.activities[ActivityId{first.value + s}].max_people;
      const std::int64_t seats = each * std::min(rotation.runs[row], rotation.rounds);
      const auto people = wanted(rotation, row);
      if (people > seats) list.push_back({id, s, people, static_cast<std::int32_t>(seats)});
    }
  });
  return list;
}

}  // namespace engine
