#include "sheets/rotation/rotation_wall.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sheets/rotation/rotation_wall_page.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using sheets::WallSheet;
using tests::Planned;

std::vector<WallSheet> walls(const Planned& planned, Language language = Language::Fr) {
  return sheets::wall_sheets_of(planned.gathering, planned.plan, tests::options(language));
}

std::string written(const std::vector<WallSheet>& list) {
  std::string out;
  for (const auto& wall : list) {
    out += wall.rotation + " | " + wall.date + "\n";
    for (const auto& round : wall.rounds) out += "  " + round.name + " " + round.hours + "\n";
    for (const auto& row : wall.rows) {
      out += "  * " + row.station + " @ " + row.place + "\n";
      for (const auto& cell : row.cells)
        out += fmt::format("    {}: {}\n", cell.count, fmt::join(cell.names, ", "));
    }
  }
  return out;
}

WallSheet large(std::size_t tables, std::size_t rounds, std::size_t people) {
  WallSheet wall{.rotation_key = "r", .rotation = "Rotation", .date = {}, .rounds = {}, .rows = {}};
  for (std::size_t r = 1; r <= rounds; ++r) wall.rounds.push_back({fmt::format("Tour {}", r), {}});
  for (std::size_t t = 1; t <= tables; ++t) {
    auto& row = wall.rows.emplace_back();
    row.station = fmt::format("Table {}", t);
    for (std::size_t r = 0; r < rounds; ++r) {
      auto& cell = row.cells.emplace_back();
      for (std::size_t p = 0; p < people; ++p)
        cell.names.push_back(fmt::format("Nom{}t{}r{}", p, t, r));
    }
  }
  return wall;
}

sheets::Document draw(const std::vector<WallSheet>& list) {
  tests::SquareRuler ruler;
  return sheets::draw_wall_sheets(list, {tests::options(), ruler, "Rencontres", "Version 3"});
}

/// The first text but for the footer that leaves the paper or is too small; empty: none.
std::string misplaced(const sheets::Document& document) {
  tests::SquareRuler ruler;
  for (const auto& page : document.pages)
    for (const auto& mark : tests::texts_on(page)) {
      const double bottom = mark.y + ruler.height(mark.text, mark.width);
      const auto& first = mark.text.runs.front();
      const bool footer = first.style.size == 10;
      if (footer && mark.y > document.height - 60) continue;
      if (mark.x < 30 || mark.y < 30 || mark.x + mark.width > document.width - 30 ||
          bottom > document.height - 45 || first.style.size < 22)
        return fmt::format("{} {} {} {}", mark.x, mark.y, bottom, first.text);
    }
  return {};
}

}  // namespace

TEST_CASE("wall sheets of a topical day in French") {
  const auto text = written(walls(tests::topical_day()));
  CHECK(text == tests::approved("sheets/rotation_wall_day_fr.txt", text));
}

TEST_CASE("wall sheets of two days in English") {
  const auto text = written(walls(tests::two_days(), Language::En));
  CHECK(text == tests::approved("sheets/rotation_wall_two_days_en.txt", text));
}

TEST_CASE("drawing of a wall sheet") {
  auto list = walls(tests::topical_day());
  list.erase(list.begin(), list.end() - 1);
  const auto text = tests::written(draw(list));
  CHECK(text == tests::approved("sheets/rotation_wall_drawn.txt", text));
}

TEST_CASE("a long title gets smaller rather than lose its date") {
  auto list = walls(tests::topical_day());
  list.resize(1);
  list[0].date = "mardi 11 février 2025";
  for (std::size_t letters = 20; letters < 70; ++letters) {
    list[0].rotation = std::string(letters, 'n');
    const auto drawn = draw(list);
    tests::SquareRuler ruler;
    const auto title = tests::texts_on(drawn.pages.front()).front();
    auto free = title.text;
    free.one_line = false;
    INFO(letters);
    const double size = free.runs.front().style.size;
    if (size > 28) CHECK(ruler.height(free, title.width) < 1.5 * size);
  }
}

TEST_CASE("a wall sheet goes on over as many pages as it takes, everybody on it") {
  for (const auto& wall : {large(1, 1, 1), large(50, 4, 8), large(6, 19, 7), large(1, 2, 400)}) {
    const auto drawn = draw({wall});
    CHECK(misplaced(drawn) == "");
    const auto words = tests::words_on(drawn);
    for (const auto& row : wall.rows)
      for (const auto& cell : row.cells)
        for (const auto& name : cell.names) CHECK(words.find(name) != words.npos);
  }
  CHECK(draw({large(6, 1, 1)}).pages.size() == 1);
  CHECK(draw({large(6, 19, 2)}).pages.size() == 4);
}

TEST_CASE("names of tables that never end keep clear of the footer") {
  for (const auto& wall : walls(tests::long_names())) CHECK(misplaced(draw({wall})) == "");
}

TEST_CASE("people who are not to be named are counted, and secrets stay secret") {
  auto nameless = tests::options();
  nameless.no_personal_data = true;
  const auto day = tests::topical_day();
  const auto text = written(sheets::wall_sheets_of(day.gathering, day.plan, nameless));
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("7\u00a0personnes: \n"));
  for (const auto& person : day.gathering.people)
    CHECK(text.find(person.name.substr(0, person.name.find(' '))) == text.npos);
  const auto named = written(walls(day));
  for (const auto* secret : tests::kSecrets) CHECK(named.find(secret) == named.npos);
}

TEST_CASE("people who are numbers stand in the order of numbers") {
  auto day = tests::topical_day();
  for (std::size_t i = 0; i < day.gathering.people.size(); ++i)
    day.gathering.people[i].name = std::to_string(i + 1);
  for (const auto& wall : walls(day))
    for (const auto& row : wall.rows)
      for (const auto& cell : row.cells)
        CHECK(std::is_sorted(cell.names.begin(), cell.names.end(), [](auto& a, auto& b) {
          return std::stoi(a) < std::stoi(b);
        }));
}
