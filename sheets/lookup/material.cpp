#include "sheets/lookup/material.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace sheets {

std::vector<std::string> material_of(const engine::Gathering& gathering,
                                     const engine::Session& session) {
  std::vector<std::string> list;
  for (const auto& use : session.equipment)
    list.push_back(
        fmt::format("{}\u00a0× {}", use.count, equipment_name(gathering, use.equipment.value)));
  for (const auto& feature : session.needs) list.push_back(spoken_key(feature.value));
  return list;
}

std::string equipment_name(const engine::Gathering& gathering, const std::string& key) {
  const auto row = std::find_if(gathering.equipment.begin(),
                                gathering.equipment.end(),
                                [&](const auto& one) { return one.id.value == key; });
  return row == gathering.equipment.end() || row->name.empty() ? spoken_key(key) : row->name;
}

std::string spoken_key(std::string key) {
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return key;
}

}  // namespace sheets
