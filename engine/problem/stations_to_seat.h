/// Which stations take place when so many people are seated.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// [station]: the fewest and the most people of a group there.
using SeatRanges = std::vector<std::pair<std::int32_t, std::int32_t>>;

/// The stations that take place when `people` are seated, each of them within its range and the
/// others at rest; nothing where that cannot be. Time and memory: people × stations.
[[nodiscard]] std::optional<std::vector<bool>> stations_to_seat(std::int32_t people,
                                                                const SeatRanges& ranges);

}  // namespace engine
