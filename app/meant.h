/// What somebody may have meant who typed an id that is none: they write under stress.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/words.h"

namespace app {

/// A person, a room, a session… with the name or title people know it by.
struct Known {
  std::string_view id;
  std::string_view name;
};

template <class Rows>
[[nodiscard]] std::vector<Known> known(const Rows& rows) {
  std::vector<Known> list;
  for (const auto& row : rows) {
    if constexpr (requires { row.title; })
      list.push_back({row.id.value, row.title});
    else
      list.push_back({row.id.value, row.name});
  }
  return list;
}

/// " Maybe "ndiaye"?", with a space before: whoever has that name, else the nearest id, else up to
/// three whose name or id has the word in it. Empty when nothing is like it.
[[nodiscard]] engine::Text maybe(const std::string& typed, const std::vector<Known>& rows);

}  // namespace app
