#include "sheets/drawing/flow.h"

#include "sheets/drawing/together.h"
#include "tests/catch.h"
#include "tests/sheets/written.h"

namespace {

using sheets::Block;
using sheets::Section;

// Room for 100 points between the margins.
constexpr sheets::Sheet kSheet{.width = 200, .height = 120, .side = 10, .top = 10, .bottom = 10};

Block block(const std::string& name, double height) {
  Block made;
  made.marks.emplace_back(sheets::TextMark{0, 0, 100, sheets::paragraph(name, {})});
  made.height = height;
  return made;
}

Section section(const std::string& name, const std::vector<double>& heights) {
  Section made;
  for (std::size_t i = 0; i < heights.size(); ++i)
    made.rows.push_back(block(name + std::to_string(i), heights[i]));
  made.again = block(name + " again", 10);
  return made;
}

/// "head a0 a1 | again b0": what is on each page.
std::string pages(const std::vector<Section>& sections) {
  std::string out;
  for (const auto& page :
       sheets::paginate({{block("head", 20), block("again", 10), sections, ""}}, kSheet)) {
    out += out.empty() ? "" : " |";
    for (const auto& mark : tests::texts_on(page)) out += " " + mark.text.runs.front().text;
  }
  return out;
}

}  // namespace

TEST_CASE("sections follow one another while they fit") {
  CHECK(pages({section("a", {40}), section("b", {40})}) == " head a0 b0");
}

TEST_CASE("a section that fits a page is never split") {
  CHECK(pages({section("a", {40}), section("b", {30, 30})}) == " head a0 | again b0 b1");
}

TEST_CASE("a section that flows is split where the page ends, between any two rows") {
  auto letters = section("b", {30, 40});
  letters.flows = true;
  CHECK(pages({section("a", {5}), letters}) == " head a0 b0 b1");
  CHECK(pages({section("a", {40}), letters}) == " head a0 b0 | again b again b1");
  letters.rows.push_back(block("b2", 10));
  CHECK(pages({section("a", {5}), letters}) == " head a0 b0 b1 | again b again b2");
}

TEST_CASE("a section longer than a page is split between rows, with its head repeated") {
  CHECK(pages({section("a", {40, 40, 40, 40})}) == " head a0 a1 | again a again a2 a3");
}

TEST_CASE("the first row of a long section is not left alone at the foot of a page") {
  CHECK(pages({section("a", {60}), section("b", {20, 40, 40, 40})}) ==
        " head a0 | again b0 b1 | again b again b2 b3");
}

TEST_CASE("a row taller than a page gets a page and loses nothing") {
  CHECK(pages({section("a", {10}), section("b", {200}), section("c", {10})}) ==
        " head a0 | again b0 | again c0");
}

TEST_CASE("the space below a row may fall off the page") {
  auto first = section("a", {40});
  first.rows.front().gap = 10;
  auto second = section("b", {30});
  second.rows.front().gap = 10;
  CHECK(pages({first, second}) == " head a0 b0");
}

TEST_CASE("every chapter begins on its own page and carries its outline") {
  const auto made = sheets::paginate({{block("one", 10), {}, {section("a", {10})}, "first"},
                                      {block("two", 10), {}, {section("b", {10})}, "second"}},
                                     kSheet);
  REQUIRE(made.size() == 2);
  CHECK(made[0].outline == "first");
  CHECK(made[1].outline == "second");
}

TEST_CASE("chapters about different rooms do not share a page: each hangs in its own") {
  sheets::Chapter one{block("one", 10), {}, {section("", {10})}, "one", "one", {{}, {"room a"}}};
  auto two = one;
  two.about.rooms = {"room b"};
  CHECK(sheets::together({one, one}, kSheet, 5).size() == 1);
  CHECK(sheets::together({one, two}, kSheet, 5).size() == 2);
}

TEST_CASE("chapters that fit a page together share it, each under its head") {
  const auto chapter = [](const std::string& name, double height) {
    return sheets::Chapter{
        block(name, 10), block("again", 10), {section("", {height})}, name, name};
  };
  const auto drawn = sheets::paginate(
      sheets::together({chapter("one", 30), chapter("two", 40), chapter("three", 30)}, kSheet, 5),
      kSheet);
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[0].outline == "one – two");
  CHECK(drawn[0].key == "one");
  CHECK(tests::texts_on(drawn[0]).size() == 4);
  CHECK(drawn[1].outline == "three");
  // 10 + 30, a gap of 5, 10 + 45: the last point is lacking.
  CHECK(sheets::together({chapter("one", 30), chapter("two", 46)}, kSheet, 5).size() == 2);
  CHECK(sheets::together({chapter("one", 30), chapter("two", 45)}, kSheet, 5).size() == 1);
}

TEST_CASE("a chapter that follows begins where its head and two sections fit, else on a new page") {
  const auto chapter = [](const std::string& name, double follows) {
    sheets::Chapter made{block(name, 10),
                         block(name + " again", 10),
                         {section("a", {20}), section("b", {20}), section("c", {30})},
                         name};
    made.follows = follows;
    return made;
  };
  const auto drawn = sheets::paginate({chapter("one", 5), chapter("two", 5)}, kSheet);
  // 80, then 10 + 40 do not fit.
  REQUIRE(drawn.size() == 2);
  CHECK(drawn[1].outline == "two");
  auto shorter = chapter("one", 0);
  shorter.sections.resize(1);
  // 30, a gap of 5, 10 + 40; the third section goes on below the short head.
  const auto together = sheets::paginate({shorter, chapter("two", 5)}, kSheet);
  REQUIRE(together.size() == 2);
  CHECK(together[0].outline == "one – two");
  CHECK(tests::texts_on(together[0]).size() == 5);
  CHECK(tests::texts_on(together[1]).front().text.runs.front().text == "two again");
}

TEST_CASE("the last section of a chapter does not stand on a page alone") {
  CHECK(pages({section("a", {20}), section("b", {20}), section("c", {20}), section("d", {30})}) ==
        " head a0 b0 | again c0 d0");
  // Together they do not fit a page.
  CHECK(pages({section("a", {20}), section("b", {5}), section("c", {50}), section("d", {60})}) ==
        " head a0 b0 c0 | again d0");
}
