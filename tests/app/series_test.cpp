// Series of other years, lengths, weekdays and zones keep their gaps; their slack agrees with
// trying every later date.
#include "tests/app/programme.h"
#include "tests/catch.h"

namespace {

using namespace app_tests;

}  // namespace

TEST_CASE("series: the same steps in other years plan, and the day put to the vote has slack") {
  const int year = GENERATE(2021, 2023, 2026);
  INFO(year);
  auto files = example("emergence");
  const auto replace = [](std::string& where, const std::string& from, const std::string& to) {
    for (auto at = where.find(from); at != where.npos; at = where.find(from, at + to.size()))
      where.replace(at, from.size(), to);
  };
  /// The second Thursday of a month, or one so many weeks later.
  const auto thursday = [&](unsigned month, int weeks) {
    auto day = *engine::day_from_civil({year, month, 8});
    while (engine::weekday_of(day) != 3) ++day;
    return engine::iso_date(day + 7 * weeks);
  };
  auto& text = files.at(0).bytes;
  replace(text, "2024-", "YEAR-");
  replace(text, "2025-01-11", std::to_string(year + 1) + "-01-29");
  replace(text, "YEAR-", std::to_string(year) + "-");
  replace(text,
          "windows = [ # un samedi",
          "windows = [[\"" + std::to_string(year + 1) + "-01-06 16:00\", \"" +
              std::to_string(year + 1) + "-01-29 20:00\"],");
  replace(text, std::to_string(year) + "-09-17", std::to_string(year) + "-09-07");
  for (auto& file : files)
    if (file.path == "sondage.csv") {
      replace(file.bytes, "jeudi 17 octobre 2024", thursday(10, 0));
      replace(file.bytes, "jeudi 31 octobre 2024", thursday(10, 1));
      replace(file.bytes, "jeudi 7 novembre 2024", thursday(11, 1));
    }
  const auto made = programme(files);
  for (const auto& complaint : made.complaints) UNSCOPED_INFO(complaint);
  REQUIRE(made.checked.ok());
  REQUIRE(made.plan.feasible);
  const auto* slack = slack_of(made, "b-aller");
  REQUIRE(slack);
  CHECK(slack->days > 0);
}

TEST_CASE("series: cycles of other lengths, weekdays, zones and years plan, and keep their gaps") {
  struct Case {
    int year;
    int workshops;
    const char* weekday;
    char zone;
    int gap;
    int most;
  };
  const auto one = GENERATE(Case{2021, 3, "mardi", 'B', 14, 42},
                            Case{2022, 9, "jeudi", 'C', 7, 28},
                            Case{2023, 6, "samedi", 'A', 21, 42},
                            Case{2024, 8, "lundi", 'B', 14, 35},
                            Case{2025, 5, "mercredi", 'C', 28, 42});
  std::string text =
      "[gathering]\nname = \"Cycle\"\n[calendar]\nfrom = " + std::to_string(one.year) +
      "-09-15\nto = " + std::to_string(one.year + 1) + "-12-15\nweekdays = [\"" + one.weekday +
      "\"]\nopens = \"18:00\"\ncloses = \"22:00\"\nschool_zone = \"" + std::string(1, one.zone) +
      "\"\n[[site]]\nid = \"x\"\n[[room]]\nid = \"r\"\nsite = \"x\"\ncapacity = 9\n"
      "[[person]]\nid = \"ana\"\nname = \"Ana\"\n";
  for (int i = 0; i < one.workshops; ++i) {
    text += "[[session]]\nid = \"s" + std::to_string(i) +
            "\"\ntitle = \"S\"\nformat = \"workshop\"\nminutes = 120\naudience = \"all\"\n";
    if (i > 0)
      text += "after = [{ session = \"s" + std::to_string(i - 1) +
              "\", gap_days = " + std::to_string(one.gap) +
              ", max_term_days = " + std::to_string(one.most) + " }]\n";
  }
  const auto made = programme({{"gathering.toml", text}});
  INFO(one.year);
  REQUIRE(made.complaints == std::vector<std::string>{});
  REQUIRE(made.plan.feasible);
  for (int i = 1; i < one.workshops; ++i) {
    const auto before = "s" + std::to_string(i - 1);
    const auto after = "s" + std::to_string(i);
    CHECK(days_between(made.plan, before, after) >= one.gap);
    CHECK(made.checked.problem->term_days.between(
              engine::day_of(session(made.plan, before)->end),
              engine::day_of(session(made.plan, after)->start)) <= one.most);
  }
  REQUIRE(made.series.slack.size() == static_cast<std::size_t>(one.workshops - 1));
  for (std::size_t i = 1; i < made.series.slack.size(); ++i)
    CHECK(made.series.slack[i - 1].latest < made.series.slack[i].latest);
}

TEST_CASE("slack: what order alone allows agrees with trying every later date") {
  const std::string head =
      "[gathering]\nname = \"E\"\n[calendar]\nfrom = 2026-03-02\nto = 2026-04-03\n"
      "weekdays = [\"lundi\", \"mercredi\", \"vendredi\"]\nopens = \"18:00\"\ncloses = \"21:00\"\n"
      "[[site]]\nid = \"x\"\n[[room]]\nid = \"r\"\nsite = \"x\"\ncapacity = 9\n"
      "[[person]]\nid = \"ana\"\nname = \"Ana\"\n";
  const auto item = [](const char* id, const std::string& more) {
    return std::string("[[session]]\nid = \"") + id +
           "\"\ntitle = \"S\"\nformat = \"workshop\"\nminutes = 120\naudience = \"all\"\n" + more;
  };
  const auto file = [&](const std::string& first) {
    return Files{{"gathering.toml",
                  head + item("a", first) +
                      item("b", "after = [{ session = \"a\", gap_days = 3, max_gap_days = 9 }]\n") +
                      item("c", "after = [{ session = \"b\", gap_days = 5 }]\n")}};
  };
  const auto made = programme(file(""));
  REQUIRE(made.plan.feasible);
  const auto* slack = slack_of(made, "a");
  REQUIRE(slack);
  CHECK(slack->proved);
  engine::Day latest = 0;
  for (const auto& day : made.checked.gathering.days)
    if (programme(file("day = " + engine::iso_date(day.date) + "\n")).plan.feasible)
      latest = day.date;
  CHECK(engine::iso_date(slack->latest) == engine::iso_date(latest));
}
