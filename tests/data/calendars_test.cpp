#include <string>

#include "data/calendars/holidays.h"
#include "data/calendars/zone.h"
#include "tests/catch.h"

using data::easter;
using data::public_holiday;
using data::school_holiday;
using engine::Day;
using engine::Language;

namespace {

Day day(const char* text) {
  return *engine::parse_date(text);
}

std::string school(const char* date, char zone) {
  const auto name = school_holiday(day(date), zone);
  return name ? std::string(name->en) : "";
}

std::string iso(const char* date, int hours, int minutes, const char* zone = "Europe/Paris") {
  return data::iso_with_offset(engine::moment_at(day(date), hours * 60 + minutes), zone);
}

}  // namespace

TEST_CASE("Easter falls where the almanacs say") {
  CHECK(easter(1961) == day("1961-04-02"));  // Meeus' own example is 1991
  CHECK(easter(1991) == day("1991-03-31"));
  CHECK(easter(2000) == day("2000-04-23"));
  CHECK(easter(2008) == day("2008-03-23"));
  CHECK(easter(2025) == day("2025-04-20"));
  CHECK(easter(2038) == day("2038-04-25"));  // the latest there is
}

TEST_CASE("a French year has eleven public holidays") {
  for (const int year : {2021, 2024, 2025, 2026, 2027}) {
    int count = 0;
    const auto first = *engine::day_from_civil({year, 1, 1});
    for (Day d = first; d < *engine::day_from_civil({year + 1, 1, 1}); ++d)
      count += public_holiday(d) ? 1 : 0;
    INFO(year);
    CHECK(count == 11);
  }
  CHECK(public_holiday(day("2025-05-29"))->in(Language::Fr) == "Ascension");
  CHECK(public_holiday(day("2025-06-09"))->in(Language::En) == "Whit Monday");
  CHECK_FALSE(public_holiday(day("2025-05-30")));
}

TEST_CASE("school holidays by zone") {
  CHECK(school("2025-02-11", 'A').empty());
  CHECK(school("2025-02-11", 'B') == "winter holidays");
  CHECK(school("2024-10-19", 'C') == "autumn holidays");
  CHECK(school("2024-11-03", 'C') == "autumn holidays");
  CHECK(school("2024-11-04", 'C').empty());
  CHECK(school("2024-10-18", 'C').empty());
  CHECK(school("2027-02-06", 'C') == "winter holidays");
  CHECK(school("2027-02-13", 'A') == "winter holidays");
  CHECK(school("2023-05-01", 'B') == "spring holidays");
  CHECK(school("2026-12-25", 'D').empty());
  CHECK(school("2028-07-14", 'A').empty());
  CHECK(school("2027-09-01", 'B') == "summer holidays");
  CHECK(school("2027-11-07", 'B') == "autumn holidays");
  CHECK(school("2028-02-12", 'C') == "winter holidays");
  CHECK(data::known_until('A') == day("2028-02-04"));
  CHECK(data::known_until('C') > data::known_until({}));
}

TEST_CASE("no zone has two school holidays at once, and each year has as many days") {
  for (const char zone : {'A', 'B', 'C'})
    for (int year = 2020; year < 2027; ++year) {
      int days = 0;
      const auto first = *engine::day_from_civil({year, 9, 10});
      for (Day d = first; d < *engine::day_from_civil({year + 1, 7, 1}); ++d)
        days += school_holiday(d, zone) ? 1 : 0;
      INFO(zone << " " << year);
      CHECK(days >= 68);  // four times sixteen days and the Ascension bridge
      CHECK(days <= 71);
    }
}

TEST_CASE("wall-clock times become instants") {
  CHECK(iso("2025-02-11", 10, 45) == "2025-02-11T10:45:00+01:00");
  CHECK(iso("2025-07-11", 10, 45) == "2025-07-11T10:45:00+02:00");
  CHECK(iso("2025-07-11", 10, 45, "America/St_Johns") == "2025-07-11T10:45:00-02:30");
  CHECK(iso("2025-03-30", 2, 30) == "2025-03-30T02:30:00+01:00");  // does not exist
  CHECK(iso("2025-10-26", 2, 30) == "2025-10-26T02:30:00+02:00");  // comes twice
}

TEST_CASE("time zones are known by name") {
  CHECK(data::zone_exists("Europe/Paris"));
  CHECK_FALSE(data::zone_exists("Europe/Pari"));
  CHECK_FALSE(data::zone_exists(""));
  CHECK_FALSE(data::zone_exists("../../etc/passwd"));
  CHECK(data::nearest_zone("Europe/Pari") == "Europe/Paris");
  CHECK(data::nearest_zone("Paris") == "Europe/Paris");
  CHECK_FALSE(data::nearest_zone("Mars/Olympus Mons"));
}
