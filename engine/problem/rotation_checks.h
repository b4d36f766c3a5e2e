/// Rotations that cannot work: too many rounds, too few places, people in two roles at once.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// Needs the blocks, parts and activities of every rotation.
void check_rotations(Compiling& c);

/// Who can be with whom: hosts who also take part, `together` against `apart`, sets too large.
void check_companions(Compiling& c, RotationId id);

/// Can `people` be seated when every station used holds between its two limits? Stations may rest.
[[nodiscard]] bool can_seat(std::int32_t people,
                            const std::vector<std::pair<std::int32_t, std::int32_t>>& limits);

}  // namespace engine
