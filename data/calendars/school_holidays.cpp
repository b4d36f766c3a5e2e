#include <array>
#include <string_view>

#include "data/calendars/holidays.h"

namespace data {
namespace {

using engine::Day;
using engine::Words;

constexpr Words kAutumn{"vacances de la Toussaint", "autumn holidays"};
constexpr Words kChristmas{"vacances de Noël", "Christmas holidays"};
constexpr Words kWinter{"vacances d’hiver", "winter holidays"};
constexpr Words kSpring{"vacances de printemps", "spring holidays"};
constexpr Words kAscension{"pont de l’Ascension", "Ascension bridge"};
constexpr Words kSummer{"vacances d’été", "summer holidays"};

/// First and last day, both included.
struct Row {
  Words name;
  std::string_view zones;
  std::string_view first;
  std::string_view last;
};

// Source: ministère de l'Éducation nationale, « Le calendrier scolaire » (data.education.gouv.fr,
// dataset fr-en-calendrier-scolaire) and the yearly arrêtés; spring 2021 as changed in April 2021.
// Compared in November 2026, row by row, with copies others keep of it (public repositories and
// press; what they agree on is right, and where one differs, two others agree with this table):
//   2020-2021 all, and the change of spring 2021; Ascension bridge not found
//   2021-2022 all, day by day (AntoineAugusti/vacances-scolaires-france, data.csv), but for the
//             first day of summer: 2 July there, 7 July elsewhere and here
//   2022-2023 to 2024-2025 all; Ascension bridge of 2025 not found
//   2025-2026 all; one copy has zones B and C the other way round
//   2026-2027 all
//   2027-2028 nothing found to compare with. From service-public.fr/particuliers/vosdroits/F31952
//             as of September 2026, for all zones at once and for zone C; kKnownUntil says how far
//             that goes.
constexpr auto kRows = std::to_array<Row>({
    // 2020-2021
    {kAutumn, "ABC", "2020-10-17", "2020-11-01"},
    {kChristmas, "ABC", "2020-12-19", "2021-01-03"},
    {kWinter, "A", "2021-02-06", "2021-02-21"},
    {kWinter, "B", "2021-02-20", "2021-03-07"},
    {kWinter, "C", "2021-02-13", "2021-02-28"},
    {kSpring, "ABC", "2021-04-10", "2021-04-25"},
    {kAscension, "ABC", "2021-05-13", "2021-05-16"},
    {kSummer, "ABC", "2021-07-06", "2021-09-01"},
    // 2021-2022
    {kAutumn, "ABC", "2021-10-23", "2021-11-07"},
    {kChristmas, "ABC", "2021-12-18", "2022-01-02"},
    {kWinter, "A", "2022-02-12", "2022-02-27"},
    {kWinter, "B", "2022-02-05", "2022-02-20"},
    {kWinter, "C", "2022-02-19", "2022-03-06"},
    {kSpring, "A", "2022-04-16", "2022-05-01"},
    {kSpring, "B", "2022-04-09", "2022-04-24"},
    {kSpring, "C", "2022-04-23", "2022-05-08"},
    {kAscension, "ABC", "2022-05-26", "2022-05-29"},
    {kSummer, "ABC", "2022-07-07", "2022-08-31"},
    // 2022-2023
    {kAutumn, "ABC", "2022-10-22", "2022-11-06"},
    {kChristmas, "ABC", "2022-12-17", "2023-01-02"},
    {kWinter, "A", "2023-02-04", "2023-02-19"},
    {kWinter, "B", "2023-02-11", "2023-02-26"},
    {kWinter, "C", "2023-02-18", "2023-03-05"},
    {kSpring, "A", "2023-04-08", "2023-04-23"},
    {kSpring, "B", "2023-04-15", "2023-05-01"},
    {kSpring, "C", "2023-04-22", "2023-05-08"},
    {kAscension, "ABC", "2023-05-18", "2023-05-21"},
    {kSummer, "ABC", "2023-07-08", "2023-09-03"},
    // 2023-2024
    {kAutumn, "ABC", "2023-10-21", "2023-11-05"},
    {kChristmas, "ABC", "2023-12-23", "2024-01-07"},
    {kWinter, "A", "2024-02-17", "2024-03-03"},
    {kWinter, "B", "2024-02-24", "2024-03-10"},
    {kWinter, "C", "2024-02-10", "2024-02-25"},
    {kSpring, "A", "2024-04-13", "2024-04-28"},
    {kSpring, "B", "2024-04-20", "2024-05-05"},
    {kSpring, "C", "2024-04-06", "2024-04-21"},
    {kAscension, "ABC", "2024-05-08", "2024-05-12"},
    {kSummer, "ABC", "2024-07-06", "2024-09-01"},
    // 2024-2025
    {kAutumn, "ABC", "2024-10-19", "2024-11-03"},
    {kChristmas, "ABC", "2024-12-21", "2025-01-05"},
    {kWinter, "A", "2025-02-22", "2025-03-09"},
    {kWinter, "B", "2025-02-08", "2025-02-23"},
    {kWinter, "C", "2025-02-15", "2025-03-02"},
    {kSpring, "A", "2025-04-19", "2025-05-04"},
    {kSpring, "B", "2025-04-05", "2025-04-21"},
    {kSpring, "C", "2025-04-12", "2025-04-27"},
    {kAscension, "ABC", "2025-05-29", "2025-06-01"},
    {kSummer, "ABC", "2025-07-05", "2025-08-31"},
    // 2025-2026
    {kAutumn, "ABC", "2025-10-18", "2025-11-02"},
    {kChristmas, "ABC", "2025-12-20", "2026-01-04"},
    {kWinter, "A", "2026-02-07", "2026-02-22"},
    {kWinter, "B", "2026-02-14", "2026-03-01"},
    {kWinter, "C", "2026-02-21", "2026-03-08"},
    {kSpring, "A", "2026-04-04", "2026-04-19"},
    {kSpring, "B", "2026-04-11", "2026-04-26"},
    {kSpring, "C", "2026-04-18", "2026-05-03"},
    {kAscension, "ABC", "2026-05-14", "2026-05-17"},
    {kSummer, "ABC", "2026-07-04", "2026-08-31"},
    // 2026-2027
    {kAutumn, "ABC", "2026-10-17", "2026-11-01"},
    {kChristmas, "ABC", "2026-12-19", "2027-01-03"},
    {kWinter, "A", "2027-02-13", "2027-02-28"},
    {kWinter, "B", "2027-02-20", "2027-03-07"},
    {kWinter, "C", "2027-02-06", "2027-02-21"},
    {kSpring, "A", "2027-04-10", "2027-04-25"},
    {kSpring, "B", "2027-04-17", "2027-05-02"},
    {kSpring, "C", "2027-04-03", "2027-04-18"},
    {kAscension, "ABC", "2027-05-06", "2027-05-09"},
    {kSummer, "ABC", "2027-07-03", "2027-09-01"},
    // 2027-2028
    {kAutumn, "ABC", "2027-10-23", "2027-11-07"},
    {kChristmas, "ABC", "2027-12-18", "2028-01-02"},
    {kWinter, "C", "2028-02-12", "2028-02-27"},
    {kSpring, "C", "2028-04-15", "2028-05-01"},
});

constexpr std::string_view kKnownUntil = "2028-02-04";       // before any zone's winter holidays
constexpr std::string_view kZoneCKnownUntil = "2028-05-24";  // the eve of Ascension Day

struct Stretch {
  Day first;
  Day last;
};

/// The table's dates as days, read once: a gathering asks for every day of its calendar.
const std::array<Stretch, kRows.size()>& stretches() {
  static const auto days = [] {
    std::array<Stretch, kRows.size()> table{};
    for (std::size_t i = 0; i < kRows.size(); ++i)
      table[i] = {*engine::parse_date(kRows[i].first), *engine::parse_date(kRows[i].last)};
    return table;
  }();
  return days;
}

}  // namespace

std::optional<Words> school_holiday(Day day, char zone) {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const auto [first, last] = stretches()[i];
    const bool in_zone = kRows[i].zones.find(zone) != std::string_view::npos;
    if (in_zone && first <= day && day <= last) return kRows[i].name;
  }
  return {};
}

Day known_from() {
  return *engine::day_from_civil({2020, 9, 1});
}
Day known_until(std::optional<char> zone) {
  return *engine::parse_date(zone == 'C' ? kZoneCKnownUntil : kKnownUntil);
}

std::vector<engine::SchoolHolidays> school_holidays_between(Day from, Day to, char zone) {
  std::vector<engine::SchoolHolidays> list;
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const auto [first, last] = stretches()[i];
    const bool in_zone = kRows[i].zones.find(zone) != std::string_view::npos;
    if (in_zone && first <= to && from <= last)
      list.push_back({engine::say(kRows[i].name), first, last});
  }
  return list;
}

}  // namespace data
