/// Dates and times as the engine counts them, and their plain ISO spellings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Wall-clock minutes since 1970-01-01 00:00 in the gathering's own time zone (no summer time
/// inside: a plan is drawn on the clock that hangs on the wall). Also used for lengths.
using Minute = std::int32_t;

/// Days since 1970-01-01.
using Day = std::int32_t;

inline constexpr Minute kMinutesPerDay = 24 * 60;

[[nodiscard]] constexpr Day day_of(Minute moment) {
  return moment >= 0 ? moment / kMinutesPerDay : (moment + 1) / kMinutesPerDay - 1;
}
[[nodiscard]] constexpr Minute clock_of(Minute moment) {
  return moment - day_of(moment) * kMinutesPerDay;
}
[[nodiscard]] constexpr Minute moment_at(Day day, Minute clock) {
  return day * kMinutesPerDay + clock;
}

/// A half-open stretch of time [from, to).
struct Interval {
  Minute from = 0;
  Minute to = 0;

  [[nodiscard]] constexpr bool overlaps(Interval other) const {
    return from < other.to && other.from < to;
  }
  [[nodiscard]] constexpr bool contains(Interval other) const {
    return from <= other.from && other.to <= to;
  }
  friend constexpr auto operator<=>(const Interval&, const Interval&) = default;
};

struct CivilDate {
  int year = 1970;
  unsigned month = 1;  ///< 1 to 12
  unsigned day = 1;    ///< 1 to 31
};

/// nullopt when there is no such day (2025-02-30).
[[nodiscard]] std::optional<Day> day_from_civil(CivilDate date);
[[nodiscard]] CivilDate civil_from_day(Day day);
/// 0 is Monday, 6 is Sunday.
[[nodiscard]] int weekday_of(Day day);

/// "2025-02-11", and "11/02/2025" as French tables write it; nullopt for anything else.
[[nodiscard]] std::optional<Day> parse_date(std::string_view text);
/// "09:30", also "9:30", "9h30" and "9h"; "24:00" is the end of a day. Minutes after midnight.
[[nodiscard]] std::optional<Minute> parse_clock(std::string_view text);

[[nodiscard]] std::string iso_date(Day day);           ///< "2025-02-11"
[[nodiscard]] std::string clock_text(Minute moment);   ///< "09:30", for grids and tables
[[nodiscard]] std::string moment_text(Minute moment);  ///< "2025-02-11 09:30"

}  // namespace engine
