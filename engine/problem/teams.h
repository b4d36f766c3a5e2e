/// The team of one activity: named holders, and the places still open.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// One open place.
struct OpenPlace {
  std::int32_t role = 0;  ///< row of the team
  bool spare = false;     ///< nobody need hold it
  std::vector<PersonId> pool;
};

struct Team {
  std::vector<PersonId> named;  ///< ascending
  std::vector<OpenPlace> open;
};

/// Complains about unknown people and about roles with fewer candidates than places. `item` is the
/// session or rotation (Compiling::items).
[[nodiscard]] Team read_team(Compiling& c, const std::vector<Role>& roles, std::size_t item);

}  // namespace engine
