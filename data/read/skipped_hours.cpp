#include <algorithm>
#include <chrono>
#include <vector>

#include "data/calendars/zone.h"
#include "data/read/parts.h"
#include "engine/model/words.h"

namespace data {
namespace {

using engine::Day;
using engine::DayHours;
using engine::Gathering;
using engine::Interval;
using engine::Minute;
using engine::say;
using engine::Text;
using engine::Words;

constexpr Words kNoSuchHour{
    "« {0} » ne peut pas durer de {1} à {2} : le {3}, les horloges passent de {4} à {5}",
    "\"{0}\" cannot last from {1} to {2}: on {3} the clocks go from {4} to {5}"};
constexpr Words kOpenThen{
    "le {0}, les horloges passent de {1} à {2} : l’heure entre les deux n’existe pas ; fermez "
    "avant, ou ouvrez après",
    "on {0} the clocks go from {1} to {2}: the hour between does not exist; close before it, or "
    "open after"};

Minute wall_clock(std::chrono::sys_seconds instant, std::chrono::seconds offset) {
  const auto shown = instant.time_since_epoch() + offset;
  return static_cast<Minute>(std::chrono::floor<std::chrono::minutes>(shown).count());
}

/// What clocks jump over in spring, around the days of the gathering.
std::vector<Interval> skipped_hours(const Gathering& gathering) {
  std::vector<Interval> skipped;
  const auto& days = gathering.days;
  if (days.empty() || !zone_exists(gathering.timezone)) return skipped;
  const auto periods =
      zone_periods(gathering.timezone, days.front().date - 1, days.back().date + 2);
  for (std::size_t i = 1; i < periods.size(); ++i) {
    const Interval jump{wall_clock(periods[i].begin, periods[i - 1].offset),
                        wall_clock(periods[i].begin, periods[i].offset)};
    if (jump.from < jump.to) skipped.push_back(jump);
  }
  return skipped;
}

class SkippedHours {
 public:
  SkippedHours(engine::Diagnostics& diagnostics, const Gathering& gathering)
      : diagnostics_(diagnostics), gathering_(gathering), skipped_(skipped_hours(gathering)) {}

  void check() {
    if (skipped_.empty()) return;
    for (const auto& day : gathering_.days) look(day);
    for (const auto& session : gathering_.sessions)
      look(session.id.value, session.timing, session.minutes.value);
    for (const auto& rotation : gathering_.rotations)
      look(rotation.id.value, rotation.timing, rotation.minutes.value);
  }

 private:
  [[nodiscard]] const Interval* jump_in(Interval time) const {
    const auto jump = std::find_if(
        skipped_.begin(), skipped_.end(), [&](Interval one) { return one.overlaps(time); });
    return jump == skipped_.end() ? nullptr : &*jump;
  }

  void look(const DayHours& day) {
    const Interval open{engine::moment_at(day.date, day.opens),
                        engine::moment_at(day.date, day.closes)};
    if (const auto* jump = jump_in(open))
      diagnostics_.warning(day.where,
                           say(kOpenThen,
                               engine::long_date(day.date),
                               engine::clock_text(jump->from),
                               engine::clock_text(jump->to)));
  }

  void look(const std::string& id, const engine::Timing& timing, Minute minutes) {
    if (timing.start) look(id, timing, *timing.start, minutes);
    for (const auto& start : timing.starts) look(id, timing, start, minutes);
  }

  /// An error when on none of the days it may mean there is such a time.
  void look(const std::string& id,
            const engine::Timing& timing,
            const engine::At<engine::When>& start,
            Minute minutes) {
    const Interval* jump = nullptr;
    for (const Day day : days_of(timing, start.value)) {
      const Minute from = engine::moment_at(day, start.value.clock);
      jump = jump_in({from, from + minutes});
      if (jump == nullptr) return;
    }
    if (jump == nullptr) return;
    diagnostics_.error(start.where,
                       say(kNoSuchHour,
                           id,
                           engine::clock_text(start.value.clock),
                           engine::clock_text(start.value.clock + minutes),
                           engine::long_date(engine::day_of(jump->from)),
                           engine::clock_text(jump->from),
                           engine::clock_text(jump->to)));
  }

  [[nodiscard]] std::vector<Day> days_of(const engine::Timing& timing,
                                         const engine::When& when) const {
    if (when.day) return {*when.day};
    if (timing.day) return {timing.day->value};
    std::vector<Day> days;
    for (const auto& day : gathering_.days) days.push_back(day.date);
    return days;
  }

  engine::Diagnostics& diagnostics_;
  const Gathering& gathering_;
  std::vector<Interval> skipped_;
};

}  // namespace

void check_skipped_hours(engine::Diagnostics& diagnostics, const Gathering& gathering) {
  SkippedHours(diagnostics, gathering).check();
}

}  // namespace data
