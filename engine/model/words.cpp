#include "engine/model/words.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace engine {
namespace {

constexpr std::array<Words, 7> kWeekdays{Words{"lundi", "Monday"},
                                         {"mardi", "Tuesday"},
                                         {"mercredi", "Wednesday"},
                                         {"jeudi", "Thursday"},
                                         {"vendredi", "Friday"},
                                         {"samedi", "Saturday"},
                                         {"dimanche", "Sunday"}};

constexpr std::array<Words, 12> kMonths{Words{"janvier", "January"},
                                        {"février", "February"},
                                        {"mars", "March"},
                                        {"avril", "April"},
                                        {"mai", "May"},
                                        {"juin", "June"},
                                        {"juillet", "July"},
                                        {"août", "August"},
                                        {"septembre", "September"},
                                        {"octobre", "October"},
                                        {"novembre", "November"},
                                        {"décembre", "December"}};

}  // namespace

std::string long_date(Day day, Language language) {
  const auto date = civil_from_day(day);
  const bool first = date.day == 1 && language == Language::Fr;
  return fmt::format("{} {}{} {} {}",
                     kWeekdays.at(static_cast<std::size_t>(weekday_of(day))).in(language),
                     date.day,
                     first ? "er" : "",
                     kMonths.at(date.month - 1).in(language),
                     date.year);
}

std::string spoken_time(Minute moment, Language language) {
  const auto clock = clock_of(moment);
  const auto hours = clock / 60;
  const auto minutes = clock % 60;
  if (language == Language::En) return fmt::format("{}:{:02}", hours, minutes);
  return minutes == 0 ? fmt::format("{}h", hours) : fmt::format("{}h{:02}", hours, minutes);
}

std::string spoken_length(Minute minutes, Language language) {
  if (minutes < 60) return fmt::format("{}\u00a0min", minutes);
  const auto rest = minutes % 60;
  if (language == Language::Fr)
    return rest == 0 ? fmt::format("{}h", minutes / 60)
                     : fmt::format("{}h{:02}", minutes / 60, rest);
  return rest == 0 ? fmt::format("{}\u00a0h", minutes / 60)
                   : fmt::format("{}\u00a0h\u00a0{:02}", minutes / 60, rest);
}

Text long_date(Day day) {
  return {long_date(day, Language::Fr), long_date(day, Language::En)};
}

Text spoken_time(Minute moment) {
  return {spoken_time(moment, Language::Fr), spoken_time(moment, Language::En)};
}

Text spoken_length(Minute minutes) {
  return {spoken_length(minutes, Language::Fr), spoken_length(minutes, Language::En)};
}

}  // namespace engine
