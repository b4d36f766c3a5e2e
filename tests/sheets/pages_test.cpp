// What holds on every page, whatever the gathering: sizes of type, margins, numbers of pages.
#include <algorithm>

#include <fmt/format.h>

#include "tests/catch.h"
#include "tests/sheets/drawn.h"

namespace {

using sheets::Document;
using tests::Planned;

Document draw(const Planned& planned, bool hosts, sheets::Paper paper = sheets::Paper::A4) {
  auto options = tests::options();
  options.paper = paper;
  return tests::drawn(hosts ? "rotation-host" : "programme", planned, options);
}

double smallest_type(const Document& document) {
  double smallest = 1000;
  for (const auto& page : document.pages)
    for (const auto& mark : tests::texts_on(page))
      for (const auto& run : mark.text.runs) smallest = std::min(smallest, run.style.size);
  return smallest;
}

/// The first mark that leaves the paper or, but for the footer, the margin below; empty: none.
std::string outside(const Document& document) {
  tests::SquareRuler ruler;
  for (const auto& page : document.pages)
    for (const auto& mark : tests::texts_on(page)) {
      const double bottom = mark.y + ruler.height(mark.text, mark.width);
      if (mark.x < 30 || mark.y < 30 || mark.x + mark.width > document.width - 30 ||
          bottom > document.height - 20)
        return fmt::format("{} {} {} {}", mark.x, mark.y, bottom, mark.text.runs.front().text);
    }
  return {};
}

/// Texts of one page that lie over one another.
std::string overlap(const sheets::Page& page) {
  tests::SquareRuler ruler;
  const auto marks = tests::texts_on(page);
  for (std::size_t i = 0; i < marks.size(); ++i)
    for (std::size_t j = i + 1; j < marks.size(); ++j) {
      const auto& a = marks[i];
      const auto& b = marks[j];
      const bool beside = a.x + a.width <= b.x + 0.1 || b.x + b.width <= a.x + 0.1;
      const double a_end = a.y + ruler.height(a.text, a.width);
      const double b_end = b.y + ruler.height(b.text, b.width);
      if (!beside && a.y < b_end - 0.5 && b.y < a_end - 0.5)
        return fmt::format("{} at ({:.0f}, {:.0f}) / {} at ({:.0f}, {:.0f})",
                           a.text.runs.front().text,
                           a.x,
                           a.y,
                           b.text.runs.front().text,
                           b.x,
                           b.y);
    }
  return {};
}

void check_pages(const Document& document) {
  CHECK(outside(document) == "");
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    CHECK(overlap(document.pages[i]) == "");
    CHECK_THAT(tests::words_on(document.pages[i]),
               Catch::Matchers::ContainsSubstring(
                   fmt::format("page {}/{}", i + 1, document.pages.size())));
  }
}

}  // namespace

TEST_CASE("nothing leaves the margins or covers something else, and pages are numbered") {
  for (const auto& planned : {tests::topical_day(), tests::two_days()})
    for (const bool hosts : {false, true})
      for (const auto paper : {sheets::Paper::A4, sheets::Paper::Letter})
        check_pages(draw(planned, hosts, paper));
}

TEST_CASE("a site that the name of a room tells is not told twice") {
  auto days = tests::two_days();
  for (auto& room : days.gathering.rooms)
    for (const auto& site : days.gathering.sites)
      if (site.id.value == room.site.value) room.name += " (" + site.name + ")";
  for (const auto& kind : sheets::kinds()) {
    const auto words = tests::words_on(tests::drawn(kind.key, days));
    INFO(kind.key);
    for (const auto* again : {"(Maison du Lac), Maison du Lac",
                              "(Maison du Lac) (Maison du Lac)",
                              "(Maison du Lac)\nMaison du Lac"})
      CHECK(words.find(again) == words.npos);
  }
}

TEST_CASE("nothing on a badge covers something else, with the longest names too") {
  for (const auto& planned : {tests::topical_day(), tests::two_days(), tests::long_names()})
    for (const auto& page : tests::drawn("badge", planned).pages) CHECK(overlap(page) == "");
}

TEST_CASE("type is never below 8 points, on host sheets never below 13") {
  for (const auto& planned :
       {tests::topical_day(), tests::two_days(), tests::large_cafe(60, 480)}) {
    CHECK(smallest_type(draw(planned, false)) >= 8);
    CHECK(smallest_type(draw(planned, true)) >= 13);
  }
}

TEST_CASE("sixty stations fit the programme over as many pages as it takes") {
  const auto drawn = draw(tests::large_cafe(60, 480), false);
  check_pages(drawn);
  const auto words = tests::words_on(drawn);
  for (int s = 1; s <= 60; ++s)
    CHECK_THAT(words, Catch::Matchers::ContainsSubstring(fmt::format("Table {}\n", s)));
  CHECK_THAT(words, Catch::Matchers::ContainsSubstring("Café des questions (suite)"));
}

TEST_CASE("four hundred people at one table are all named, over several pages") {
  const auto drawn = draw(tests::large_cafe(1, 401), true);
  check_pages(drawn);
  const auto words = tests::words_on(drawn);
  CHECK_THAT(words, Catch::Matchers::ContainsSubstring("400\u00a0personnes"));
  for (int p = 45; p < 401; ++p)
    CHECK_THAT(words, Catch::Matchers::ContainsSubstring(fmt::format("Prénom{}", p)));
}

TEST_CASE("a single session is one page") {
  auto day = tests::topical_day();
  day.plan.rotations.clear();
  day.plan.sessions.resize(1);
  const auto drawn = draw(day, false);
  REQUIRE(drawn.pages.size() == 3);  // the cover, and the other page of the open leaflet:
  CHECK_THAT(tests::words_on(drawn.pages[2]), Catch::Matchers::StartsWith("Notes"));
  check_pages(drawn);
}

TEST_CASE("a plan with nothing in it has no pages") {
  auto day = tests::topical_day();
  day.plan.rotations.clear();
  day.plan.sessions.clear();
  CHECK(draw(day, false).pages.empty());
  CHECK(draw(day, true).pages.empty());
}

TEST_CASE("very long titles and names wrap inside their columns") {
  const auto day = tests::long_names();
  check_pages(draw(day, false));
  check_pages(draw(day, true));
}
