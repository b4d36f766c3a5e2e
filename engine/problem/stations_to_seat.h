/// Which stations take place when so many people are seated.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// [station]: the fewest and the most people of a group there.
using SeatRanges = std::vector<std::pair<std::int32_t, std::int32_t>>;

/// Stations of one round that seat no more people together than there is room for.
struct JointSeats {
  std::vector<std::int32_t> stations;  ///< ascending
  std::int32_t seats = 0;
  friend bool operator==(const JointSeats&, const JointSeats&) = default;
};

/// The stations that take place when `people` are seated, each of them within its range and the
/// others at rest; nothing where that cannot be. No station is in two of `joint`. Time and memory:
/// people × stations, and where rooms are joint people × totals that these can have.
[[nodiscard]] std::optional<std::vector<bool>> stations_to_seat(
    std::int32_t people, const SeatRanges& ranges, const std::vector<JointSeats>& joint = {});

}  // namespace engine
