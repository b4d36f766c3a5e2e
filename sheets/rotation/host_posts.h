/// Who hosts which station of a rotation, and in which rounds.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace sheets {

struct Post {
  std::string station;
  std::string person;
  std::string role;
  std::vector<std::size_t> rounds;  ///< 0-based, ascending, never empty
};

/// In the order of the gathering's stations, then of each team.
[[nodiscard]] std::vector<Post> posts_of(const engine::Rotation& rotation,
                                         const engine::PlannedRotation& planned);

/// nullptr when the station rests in this round.
[[nodiscard]] const engine::PlannedStation* station_in(const engine::PlannedRound& round,
                                                       const std::string& key);

/// How many people to expect at each of `open` stations of a rotation where people stroll: its
/// participants who host nothing there, spread evenly, rounded up.
[[nodiscard]] std::size_t expected_load(const engine::Gathering& gathering,
                                        const engine::Rotation& rotation,
                                        const engine::PlannedRotation& planned,
                                        std::size_t open);

}  // namespace sheets
