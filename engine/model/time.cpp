#include "engine/model/time.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "engine/model/reach.h"

namespace engine {
namespace {

/// The whole of `text` as a number of 1 to `digits` digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
  int value = 0;
  const auto* end = text.data() + text.size();
  if (text.empty() || text.size() > digits || text[0] == '-') return {};
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stop != end) return {};
  return value;
}

std::optional<Day> from_parts(std::string_view y, std::string_view m, std::string_view d) {
  const auto year = number(y, 4);
  const auto month = number(m, 2);
  const auto day = number(d, 2);
  if (!year || !month || !day || y.size() != 4) return {};
  const auto date =
      day_from_civil({*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)});
  return date && in_reach(*date) ? date : std::nullopt;
}

}  // namespace

std::optional<Day> day_from_civil(CivilDate date) {
  const std::chrono::year_month_day ymd{
      std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
  if (!ymd.ok()) return {};
  return static_cast<Day>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

CivilDate civil_from_day(Day day) {
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{day}}};
  return {static_cast<int>(ymd.year()),
          static_cast<unsigned>(ymd.month()),
          static_cast<unsigned>(ymd.day())};
}

int weekday_of(Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{day}}};
  return static_cast<int>(weekday.iso_encoding()) - 1;
}

std::optional<Day> parse_date(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-')
    return from_parts(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  const auto first = text.find('/');
  const auto second = first == text.npos ? text.npos : text.find('/', first + 1);
  if (second == text.npos) return {};
  return from_parts(
      text.substr(second + 1), text.substr(first + 1, second - first - 1), text.substr(0, first));
}

std::optional<Minute> parse_clock(std::string_view text) {
  const auto colon = text.find_first_of(":hH");
  if (colon == text.npos) return {};
  const auto hours = number(text.substr(0, colon), 2);
  const auto rest = text.substr(colon + 1);
  const bool bare_hour = rest.empty() && text[colon] != ':';
  const auto minutes = bare_hour ? std::optional<int>(0) : number(rest, 2);
  if (!hours || !minutes || (!bare_hour && rest.size() != 2)) return {};
  if (*minutes > 59 || *hours > 24 || (*hours == 24 && *minutes > 0)) return {};
  return *hours * 60 + *minutes;
}

std::string iso_date(Day day) {
  const auto date = civil_from_day(day);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string clock_text(Minute moment) {
  const auto clock = clock_of(moment);
  return fmt::format("{:02}:{:02}", clock / 60, clock % 60);
}

std::string moment_text(Minute moment) {
  return iso_date(day_of(moment)) + " " + clock_text(moment);
}

}  // namespace engine
