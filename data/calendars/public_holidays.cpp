#include <array>

#include "data/calendars/holidays.h"

namespace data {
namespace {

struct FixedHoliday {
  unsigned month;
  unsigned day;
  engine::Words name;
};

constexpr auto kFixed = std::to_array<FixedHoliday>({
    {1, 1, {"jour de l’An", "New Year’s Day"}},
    {5, 1, {"fête du Travail", "Labour Day"}},
    {5, 8, {"victoire de 1945", "Victory Day"}},
    {7, 14, {"fête nationale", "Bastille Day"}},
    {8, 15, {"Assomption", "Assumption Day"}},
    {11, 1, {"Toussaint", "All Saints' Day"}},
    {11, 11, {"armistice de 1918", "Armistice Day"}},
    {12, 25, {"Noël", "Christmas Day"}},
});

struct EasterHoliday {
  int days_after;
  engine::Words name;
};

constexpr auto kAfterEaster = std::to_array<EasterHoliday>({
    {1, {"lundi de Pâques", "Easter Monday"}},
    {39, {"Ascension", "Ascension Day"}},
    {50, {"lundi de Pentecôte", "Whit Monday"}},
});

}  // namespace

engine::Day easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month_and_day = h + l - 7 * m + 114;
  return *engine::day_from_civil({year,
                                  static_cast<unsigned>(month_and_day / 31),
                                  static_cast<unsigned>(month_and_day % 31 + 1)});
}

std::optional<engine::Words> public_holiday(engine::Day day) {
  const auto date = engine::civil_from_day(day);
  for (const auto& holiday : kFixed)
    if (holiday.month == date.month && holiday.day == date.day) return holiday.name;
  for (const auto& holiday : kAfterEaster)
    if (day == easter(date.year) + holiday.days_after) return holiday.name;
  return {};
}

}  // namespace data
