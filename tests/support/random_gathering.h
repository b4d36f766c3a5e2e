/// Random small gatherings for property tests: durations, two sites, shared rooms, open roles,
/// every rotation pattern, fixed items, order, equipment, windows, wishes. Drawn without looking
/// for a plan.
#pragma once

#include <cstdint>

#include "engine/model/gathering.h"

namespace support {

[[nodiscard]] engine::Gathering random_gathering(std::uint64_t seed);

}  // namespace support
