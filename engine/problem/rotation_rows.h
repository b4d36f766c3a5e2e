/// A rotation's own table row: who takes part, who stays together, what is mixed, who wishes what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/problem/compiling.h"

namespace engine {

/// Everything but the parts and the first seat. `participants`: ascending, empty for Pattern::Free.
[[nodiscard]] RotationRow rotation_row(Compiling& c,
                                       const Rotation& rotation,
                                       std::vector<PersonId> participants);

/// RotationRow::wish_rank of every rotation; needs Problem::rotations. Complains about wishes for
/// what does not exist and of people who do not take part.
void read_wishes(Compiling& c);

/// `people` shared out over places as evenly as their limits allow; what exceeds all limits is left
/// out. Same order as `limits`.
[[nodiscard]] std::vector<std::int32_t> shared_out(std::int32_t people,
                                                   const std::vector<std::int32_t>& limits);

}  // namespace engine
