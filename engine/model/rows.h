/// Rows of a gathering or of a plan by their id.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// The row of that id, or null. Of a gathering, ids know where they were written.
template <class Rows>
auto* find_row(Rows& rows, std::string_view id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
    if constexpr (requires { row.id.value; })
      return row.id.value == id;
    else
      return row.id == id;
  });
  return found == rows.end() ? nullptr : &*found;
}

[[nodiscard]] inline bool contains(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace engine
