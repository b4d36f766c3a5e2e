#include "tests/catch.h"
#include "tests/data/reading.h"

using reading::Lines;

namespace {

data::Reading read(const std::string& head, const std::string& rest) {
  return reading::read("[gathering]\nname = \"x\"\n" + head + rest);
}

std::string calendar(const std::string& more) {
  return "[calendar]\nopens = \"18:30\"\ncloses = \"20:30\"\n" + more;
}

std::string day(const std::string& date) {
  return "[[day]]\ndate = " + date + "\nopens = \"9h\"\ncloses = \"17h\"\n";
}

std::string dates(const data::Reading& reading) {
  std::string text;
  for (const auto& one : reading.gathering.days) text += engine::iso_date(one.date).substr(5) + " ";
  return text;
}

Lines said(const std::string& head, const std::string& rest) {
  return reading::lines(read(head, rest), engine::Language::En);
}

}  // namespace

TEST_CASE("a calendar stands for its days, public holidays left out") {
  const auto reading = read(
      "",
      calendar(
          "from = 2025-05-05\nto = 2025-05-16\nweekdays = [\"mardi\", \"Thu\", \"fridays\"]\n"));
  CHECK(reading.diagnostics.all().empty());
  CHECK(dates(reading) == "05-06 05-09 05-13 05-15 05-16 ");
  CHECK(reading.gathering.days[0].opens == 18 * 60 + 30);
  CHECK(reading.gathering.days[0].closes == 20 * 60 + 30);
}

TEST_CASE("school holidays of the zone and exceptions are left out too") {
  const std::string rows = "from = 2025-02-03\nto = 2025-03-10\nweekdays = [\"jeudi\"]\n";
  CHECK(dates(read("", calendar(rows))) == "02-06 02-13 02-20 02-27 03-06 ");
  CHECK(dates(read("", calendar(rows + "school_zone = \"B\"\n"))) == "02-06 02-27 03-06 ");
  CHECK(dates(read("school_zone = \"A\"\n", calendar(rows))) == "02-06 02-13 02-20 ");
  CHECK(dates(read("", calendar(rows + "except = [2025-02-13, \"06/03/2025\"]\n"))) ==
        "02-06 02-20 02-27 ");
}

TEST_CASE("elsewhere French holidays are days like others") {
  const std::string rows = "from = 2025-07-14\nto = 2025-07-14\n";
  CHECK(dates(read("timezone = \"Europe/Brussels\"\n", calendar(rows))) == "07-14 ");
  CHECK(said("", calendar(rows)) ==
        Lines{"g.toml:3:1: error: this calendar holds no day once public holidays, school holidays "
              "and exceptions are left out"});
  CHECK(said("timezone = \"Europe/Brussels\"\n", day("2025-07-14")).empty());
}

TEST_CASE("a calendar that cannot be") {
  CHECK(
      said("", calendar("from = 2025-03-01\nto = 2025-02-01\n")) ==
      Lines{"g.toml:7:6: error: the calendar ends on Saturday 1 February 2025, before it begins on "
            "Saturday 1 March 2025"});
  CHECK(said("", calendar("from = 2025-03-01\nto = 2999-12-31\n")) ==
        Lines{"g.toml:7:6: error: the calendar spans more than 3660 days"});
  CHECK(
      said("", calendar("from = 2025-03-03\nto = 2025-03-04\nweekdays = [\"lundy\"]\n")).front() ==
      "g.toml:8:13: error: \"weekdays\": \"lundy\" is not known. Maybe: lundi");
  CHECK(said("school_zone = \"A\"\n",
             calendar("from = 2025-03-12\nto = 2025-03-13\nschool_zone = \"B\"\n")) ==
        Lines{"g.toml:9:15: error: school zone B here, A in [gathering]: keep one of them"});
  CHECK(said("school_zone = \"D\"\n", day("2025-03-12")) ==
        Lines{"g.toml:3:15: error: \"school_zone\": \"D\" is not known. One of: A, B, C"});
}

TEST_CASE("a day in a holiday is a warning") {
  CHECK(
      said("", day("2025-07-14")) ==
      Lines{"g.toml:4:8: warning: Monday 14 July 2025 is a public holiday in France (Bastille Day)",
            "g.toml:4:8: warning: Monday 14 July 2025: school holidays in all French zones (summer "
            "holidays)"});
  CHECK(said("", day("2025-02-11")).empty());
  CHECK(said("school_zone = \"B\"\n", day("2025-02-11")) ==
        Lines{"g.toml:5:8: warning: Tuesday 11 February 2025: school holidays, zone B (winter "
              "holidays)"});
  CHECK(reading::lines(read("school_zone = \"B\"\n", day("2025-02-11")), engine::Language::Fr) ==
        Lines{"g.toml:5:8: warning: mardi 11 février 2025 : vacances scolaires, zone B (vacances "
              "d'hiver)"});
  CHECK(said("school_zone = \"A\"\n", day("2025-02-11")).empty());
}

TEST_CASE("beyond what is known, once") {
  CHECK(
      said("", day("2028-02-11") + day("\"12/02/2028\"")) ==
      Lines{
          "g.toml:4:8: warning: school holidays not checked for Friday 11 February 2028: they are "
          "known from Tuesday 1 September 2020 to Friday 4 February 2028"});
}

TEST_CASE("days are put in date order") {
  CHECK(dates(read("", day("2025-02-13") + day("2025-02-12"))) == "02-12 02-13 ");
}

TEST_CASE("a date too far away to count is refused where it stands") {
  CHECK(said("", day("9999-12-31")) ==
        Lines{"g.toml:4:8: error: date outside the calendar: 9999-12-31, expected between 1900 and "
              "2999"});
  CHECK(said("", day("2999-12-30")).front() ==
        "g.toml:4:8: warning: school holidays not checked for Monday 30 December 2999: they are "
        "known from Tuesday 1 September 2020 to Friday 4 February 2028");
}

namespace {

/// What is said of a session on the night of the change to summer time.
Lines said_at_night(const std::string& start,
                    const std::string& opens,
                    const std::string& zone = "Europe/Paris") {
  return reading::english(
      "[gathering]\nname = \"Nuit\"\ntimezone = \"" + zone +
      "\"\n[[day]]\ndate = 2026-03-29\nopens = \"" + opens +
      "\"\ncloses = \"05:00\"\n[[session]]\nid = \"veille\"\ntitle = \"Veille\"\n"
      "format = \"workshop\"\nminutes = 60\n" +
      start);
}

}  // namespace

TEST_CASE("an hour that the clocks jump over is no time to meet") {
  CHECK(said_at_night("start = \"03:00\"\n", "03:00").empty());
  CHECK(said_at_night("start = \"02:30\"\n", "01:00", "UTC").empty());
  const std::string open =
      "g.toml:5:8: warning: on Sunday 29 March 2026 the clocks go from 02:00 to 03:00: the hour "
      "between does not exist; close before it, or open after";
  CHECK(said_at_night("", "01:00") == Lines{open});
  for (const auto* start : {"\"02:30\"", "2026-03-29T02:30:00", "\"2026-03-29 02:30\""})
    CHECK(
        said_at_night("start = " + std::string(start) + "\n", "01:00") ==
        Lines{open,
              "g.toml:13:9: error: \"veille\" cannot last from 02:30 to 03:30: on Sunday 29 March "
              "2026 the clocks go from 02:00 to 03:00"});
  CHECK(said_at_night("starts = [\"01:30\", \"04:00\"]\n", "01:00").back() ==
        "g.toml:13:11: error: \"veille\" cannot last from 01:30 to 02:30: on Sunday 29 March 2026 "
        "the clocks go from 02:00 to 03:00");
}
