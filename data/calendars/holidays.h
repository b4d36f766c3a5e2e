/// French public and school holidays, without any network.
#pragma once

#include <optional>
#include <vector>

#include "engine/model/gathering.h"
#include "engine/model/text.h"
#include "engine/model/time.h"

namespace data {

/// Easter Sunday of a Gregorian year (1583 on). Source: J. Meeus, Astronomical Algorithms, ch. 8.
[[nodiscard]] engine::Day easter(int year);

/// The name of the French public holiday on `day` (Code du travail, art. L3133-1: the eleven of
/// mainland France; those of Alsace-Moselle alone and overseas are left out).
[[nodiscard]] std::optional<engine::Words> public_holiday(engine::Day day);

/// The name of the school holidays in which `day` lies, in `zone` 'A', 'B' or 'C'. A holiday runs
/// from the day classes end (or the day after, when there are classes on it) to the eve of the day
/// they begin again. nullopt also for a day outside known_from() to known_until().
[[nodiscard]] std::optional<engine::Words> school_holiday(engine::Day day, char zone);

/// Those of `zone` that have a day in [from, to], whole, in date order.
[[nodiscard]] std::vector<engine::SchoolHolidays> school_holidays_between(engine::Day from,
                                                                          engine::Day to,
                                                                          char zone);

/// The days whose school holidays are known, both included; without a zone, those known of all.
[[nodiscard]] engine::Day known_from();
[[nodiscard]] engine::Day known_until(std::optional<char> zone);

}  // namespace data
