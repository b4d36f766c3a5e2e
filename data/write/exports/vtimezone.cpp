#include "data/write/exports/vtimezone.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "data/calendars/zone.h"

namespace data {
namespace {

using engine::CivilDate;
using engine::Day;
using engine::Minute;

/// One moment at which the clocks of a zone change.
struct Onset {
  Minute clock = 0;  ///< what they showed, by the distance before
  std::chrono::seconds from;
  std::chrono::seconds to;
  std::string abbreviation;
};

std::string offset_text(std::chrono::seconds offset) {
  const auto total = offset.count();
  const auto size = std::abs(total);
  auto text = fmt::format("{}{:02}{:02}", total < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format("{:02}", size % 60);
  return text;
}

unsigned days_in_month(CivilDate date) {
  const CivilDate next{date.month == 12 ? date.year + 1 : date.year, date.month % 12 + 1, 1};
  return engine::civil_from_day(*engine::day_from_civil(next) - 1).day;
}

/// Whether one yearly rule gives both.
bool alike(const Onset& a, const Onset& b) {
  const auto one = engine::civil_from_day(engine::day_of(a.clock));
  const auto other = engine::civil_from_day(engine::day_of(b.clock));
  return a.from == b.from && a.to == b.to && a.abbreviation == b.abbreviation &&
         engine::clock_of(a.clock) == engine::clock_of(b.clock) && one.month == other.month &&
         engine::weekday_of(engine::day_of(a.clock)) == engine::weekday_of(engine::day_of(b.clock));
}

/// "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" for onsets that are alike, one a year; empty when there is no
/// such rule.
std::string yearly_rule(const std::vector<Onset>& onsets) {
  if (onsets.size() < 2) return {};
  bool last_week = true;
  bool same_week = true;
  const auto first = engine::civil_from_day(engine::day_of(onsets.front().clock));
  for (std::size_t i = 0; i < onsets.size(); ++i) {
    const auto date = engine::civil_from_day(engine::day_of(onsets[i].clock));
    if (date.year != first.year + static_cast<int>(i)) return {};
    last_week = last_week && date.day + 7 > days_in_month(date);
    same_week = same_week && (date.day - 1) / 7 == (first.day - 1) / 7;
  }
  if (!last_week && !same_week) return {};
  constexpr std::array<const char*, 7> kDays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  const auto weekday = engine::weekday_of(engine::day_of(onsets.front().clock));
  return fmt::format("FREQ=YEARLY;BYMONTH={};BYDAY={}{}",
                     first.month,
                     last_week ? -1 : static_cast<int>((first.day - 1) / 7) + 1,
                     kDays[static_cast<std::size_t>(weekday)]);
}

void add_observance(IcsLines& lines, const Onset& onset, const std::string& rule) {
  const auto* kind = onset.to > onset.from ? "DAYLIGHT" : "STANDARD";
  lines.add("BEGIN", kind);
  lines.add("DTSTART", ics_local(onset.clock));
  lines.add("TZOFFSETFROM", offset_text(onset.from));
  lines.add("TZOFFSETTO", offset_text(onset.to));
  lines.add_text("TZNAME", onset.abbreviation);
  if (!rule.empty()) lines.add("RRULE", rule);
  lines.add("END", kind);
}

/// What began before the first of them counts from then on; a zone whose clocks never change has
/// one onset, long ago.
std::vector<Onset> onsets_of(const std::vector<ZonePeriod>& periods, const std::string& zone) {
  constexpr Minute kLongAgo = 0;  // 1970-01-01 00:00
  std::vector<Onset> onsets;
  const auto& base = periods.front();
  const auto seconds = base.begin.time_since_epoch();
  if (periods.size() == 1 || seconds < std::chrono::seconds{0}) {
    onsets.push_back({kLongAgo, base.offset, base.offset, base.abbreviation});
  } else {
    const auto before =
        zone_periods(zone,
                     static_cast<Day>(std::chrono::floor<std::chrono::days>(seconds).count()) - 2,
                     static_cast<Day>(std::chrono::floor<std::chrono::days>(seconds).count()) - 2);
    const auto clock = std::chrono::floor<std::chrono::minutes>(seconds + before[0].offset);
    onsets.push_back(
        {static_cast<Minute>(clock.count()), before[0].offset, base.offset, base.abbreviation});
  }
  for (std::size_t i = 1; i < periods.size(); ++i) {
    const auto clock = std::chrono::floor<std::chrono::minutes>(
        periods[i].begin.time_since_epoch() + periods[i - 1].offset);
    onsets.push_back({static_cast<Minute>(clock.count()),
                      periods[i - 1].offset,
                      periods[i].offset,
                      periods[i].abbreviation});
  }
  return onsets;
}

}  // namespace

void add_vtimezone(IcsLines& lines, const std::string& zone, Day first, Day last) {
  constexpr Day kYear = 366;
  auto onsets = onsets_of(zone_periods(zone, first - kYear, last + kYear), zone);
  lines.add("BEGIN", "VTIMEZONE");
  lines.add_text("TZID", zone);
  while (!onsets.empty()) {
    const auto head = onsets.front();
    std::vector<Onset> same;
    std::copy_if(onsets.begin(), onsets.end(), std::back_inserter(same), [&](const Onset& one) {
      return alike(head, one);
    });
    const auto rule = yearly_rule(same);
    add_observance(lines, head, rule);
    if (rule.empty()) same = {head};
    onsets.erase(std::remove_if(onsets.begin(),
                                onsets.end(),
                                [&](const Onset& one) {
                                  return std::any_of(
                                      same.begin(), same.end(), [&](const Onset& gone) {
                                        return gone.clock == one.clock;
                                      });
                                }),
                 onsets.end());
  }
  lines.add("END", "VTIMEZONE");
}

}  // namespace data
