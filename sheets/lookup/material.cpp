#include "sheets/lookup/material.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/model/fold.h"

namespace sheets {

std::vector<std::string> material_of(const engine::Gathering& gathering,
                                     const engine::Session& session,
                                     const std::string& layout) {
  std::vector<std::string> list;
  for (const auto& use : session.equipment)
    list.push_back(
        fmt::format("{}\u00a0× {}", use.count, equipment_name(gathering, use.equipment.value)));
  for (auto& need : spoken_needs(session.needs, layout)) list.push_back(std::move(need));
  return list;
}

std::vector<std::string> spoken_needs(const std::vector<engine::Key>& needs,
                                      const std::string& layout) {
  std::vector<std::string> list;
  for (const auto& need : needs) {
    auto words = spoken_key(need.value);
    if (engine::fold(layout).find(engine::fold(words)) == std::string::npos)
      list.push_back(std::move(words));
  }
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
