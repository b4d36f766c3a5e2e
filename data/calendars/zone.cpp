#include "data/calendars/zone.h"

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include "engine/model/fold.h"
#include "engine/model/nearest.h"

#if defined(__cpp_lib_chrono) && __cpp_lib_chrono >= 201907L
namespace tz = std::chrono;
#else
#include <date/date.h>
#include <date/tz.h>
namespace tz = date;
#endif

namespace data {
namespace {

std::vector<std::string_view> zone_names() {
  std::vector<std::string_view> names;
  for (const auto& zone : tz::get_tzdb().zones) names.push_back(zone.name());
  return names;
}

std::string_view city_of(std::string_view zone) {
  const auto slash = zone.rfind('/');
  return slash == zone.npos ? zone : zone.substr(slash + 1);
}

/// `clock` is what the wall shows, since 1970-01-01.
std::string iso(std::chrono::seconds clock, std::chrono::seconds offset) {
  const auto whole = std::chrono::floor<std::chrono::minutes>(clock);
  const auto moment = static_cast<engine::Minute>(whole.count());
  const auto apart = std::chrono::duration_cast<std::chrono::minutes>(offset).count();
  const auto size = std::abs(apart);
  return fmt::format("{}T{}:{:02}{}{:02}:{:02}",
                     engine::iso_date(engine::day_of(moment)),
                     engine::clock_text(moment),
                     (clock - whole).count(),
                     apart < 0 ? '-' : '+',
                     size / 60,
                     size % 60);
}

}  // namespace

bool zone_exists(const std::string& name) {
  (void)tz::get_tzdb();  // throws by itself when there is none
  try {
    return !name.empty() && tz::locate_zone(name) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

std::optional<std::string> nearest_zone(std::string_view name) {
  const auto names = zone_names();
  const auto wanted = engine::fold(city_of(name));
  for (const auto zone : names)
    if (engine::fold(city_of(zone)) == wanted && zone != name) return std::string(zone);
  return engine::nearest(name, names);
}

std::string iso_with_offset(engine::Minute moment, const std::string& zone) {
  const tz::local_seconds local{std::chrono::minutes{moment}};
  const auto info = tz::locate_zone(zone)->get_info(local);
  return iso(std::chrono::minutes{moment}, info.first.offset);
}

std::string iso_at(std::chrono::sys_seconds instant, const std::string& zone) {
  const auto offset = tz::locate_zone(zone)->get_info(instant).offset;
  return iso(instant.time_since_epoch() + offset, offset);
}

std::vector<ZonePeriod> zone_periods(const std::string& zone, engine::Day from, engine::Day to) {
  const auto* known = tz::locate_zone(zone);
  const auto instant = [](engine::Day day) {
    return std::chrono::sys_seconds{std::chrono::hours{24} * day};
  };
  std::vector<ZonePeriod> periods;
  for (auto at = instant(from);;) {
    const auto info = known->get_info(at);
    periods.push_back({info.begin, info.offset, info.abbrev});
    if (info.end > instant(to)) return periods;
    at = info.end;
  }
}

}  // namespace data
