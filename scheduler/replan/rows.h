/// Rows of a gathering and of a plan by their id. For the re-planning alone.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace scheduler {

/// The row of a gathering, or null.
template <class List>
auto* find_item(List& list, const std::string& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.id.value == id; });
  return found == list.end() ? nullptr : &*found;
}

/// The row of a plan, or null.
template <class List>
auto* find_planned(List& list, const std::string& id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const auto& row) { return row.id == id; });
  return found == list.end() ? nullptr : &*found;
}

[[nodiscard]] inline bool contains(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

}  // namespace scheduler
