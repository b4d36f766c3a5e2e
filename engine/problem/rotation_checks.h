/// Rotations that cannot work: too many rounds, too few places, people in two roles at once.
#pragma once

#include "engine/problem/compiling.h"

namespace engine {

/// Needs the blocks, parts and activities of every rotation.
void check_rotations(Compiling& c);

/// Who can be with whom: hosts who also take part, `together` against `apart`, sets too large.
void check_companions(Compiling& c, RotationId id);

}  // namespace engine
