#include "engine/plan/planned_rounds.h"

#include <algorithm>

#include "engine/model/rows.h"

namespace engine {

std::map<std::string, int> rounds_left_out(const Gathering& gathering, const Plan& plan) {
  std::map<std::string, int> left_out;
  for (const auto& planned : plan.rotations) {
    const auto* rotation = find_row(gathering.rotations, planned.id);
    const auto rounds = static_cast<int>(planned.rounds.size());
    if (rotation != nullptr && 0 < rounds && rounds < rotation->rounds.value)
      left_out.emplace(planned.id, rotation->rounds.value - rounds);
  }
  return left_out;
}

void ask_for_planned_rounds(Gathering& gathering, const Plan& plan) {
  for (const auto& [id, left_out] : rounds_left_out(gathering, plan)) {
    auto& rotation = *find_row(gathering.rotations, id);
    rotation.rounds.value -= left_out;
    for (auto& station : rotation.stations)
      if (station.runs) station.runs->value = std::min(station.runs->value, rotation.rounds.value);
  }
}

}  // namespace engine
