#include "engine/plan/at_site.h"

#include <algorithm>
#include <set>

namespace engine {

Plan at_site(const Gathering& gathering, const Plan& plan, std::string_view site) {
  std::set<std::string_view> rooms;
  for (const auto& room : gathering.rooms)
    if (room.site.value == site) rooms.insert(room.id.value);
  const auto elsewhere = [&](const auto& item) { return !rooms.contains(item.room); };
  auto part = plan;
  std::erase_if(part.sessions, elsewhere);
  for (auto& rotation : part.rotations) {
    for (auto& round : rotation.rounds) std::erase_if(round.stations, elsewhere);
    std::erase_if(rotation.rounds,
                  [](const PlannedRound& round) { return round.stations.empty(); });
  }
  std::erase_if(part.rotations,
                [](const PlannedRotation& rotation) { return rotation.rounds.empty(); });
  return part;
}

}  // namespace engine
