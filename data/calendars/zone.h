/// Time zones: are there such, and when is a wall-clock time of a plan, seen from elsewhere.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/time.h"

namespace data {

/// Is `name` ("Europe/Paris") in the machine's time zone database? Throws std::runtime_error when
/// the machine has none.
[[nodiscard]] bool zone_exists(const std::string& name);

/// The zone name nearest to a wrong one, or a city's zone ("Paris" gives "Europe/Paris").
[[nodiscard]] std::optional<std::string> nearest_zone(std::string_view name);

/// "2025-02-11T10:45:00+01:00": the wall-clock `moment` in `zone`, which must exist. An hour that
/// comes twice (autumn) is taken the first time; one that is skipped (spring) keeps the offset from
/// before the jump, so that it names the instant people would have meant.
[[nodiscard]] std::string iso_with_offset(engine::Minute moment, const std::string& zone);

/// "2025-02-11T10:45:07+01:00": what the clocks of `zone`, which must exist, show at `instant`.
[[nodiscard]] std::string iso_at(std::chrono::sys_seconds instant, const std::string& zone);

/// A stretch of time in which the clocks of a zone keep one distance from UTC.
struct ZonePeriod {
  std::chrono::sys_seconds begin;
  std::chrono::seconds offset;
  std::string abbreviation;  ///< "CET"
};

/// The periods of `zone`, which must exist, from the one in force at the beginning of the day
/// `from` to the one in force at the beginning of the day `to`.
[[nodiscard]] std::vector<ZonePeriod> zone_periods(const std::string& zone,
                                                   engine::Day from,
                                                   engine::Day to);

}  // namespace data
