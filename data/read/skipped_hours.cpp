#include <algorithm>
#include <chrono>

#include "data/calendars/zone.h"
#include "data/read/parts.h"

namespace data {
namespace {

engine::Minute wall_clock(std::chrono::sys_seconds instant, std::chrono::seconds offset) {
  const auto shown = instant.time_since_epoch() + offset;
  return static_cast<engine::Minute>(std::chrono::floor<std::chrono::minutes>(shown).count());
}

}  // namespace

void read_skipped_hours(engine::Gathering& out) {
  if (out.days.empty() || !zone_exists(out.timezone)) return;
  const auto held = [&](engine::Day day) {
    return std::any_of(out.days.begin(), out.days.end(), [&](const engine::DayHours& row) {
      return row.date == day;
    });
  };
  const auto periods =
      zone_periods(out.timezone, out.days.front().date - 1, out.days.back().date + 2);
  for (std::size_t i = 1; i < periods.size(); ++i) {
    const engine::Interval jump{wall_clock(periods[i].begin, periods[i - 1].offset),
                                wall_clock(periods[i].begin, periods[i].offset)};
    if (jump.from < jump.to && held(engine::day_of(jump.from))) out.skipped.push_back(jump);
  }
}

}  // namespace data
