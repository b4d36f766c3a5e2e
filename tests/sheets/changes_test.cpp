// Which pages are printed again.
#include "sheets/changes.h"

#include "sheets/drawing/page.h"
#include "tests/catch.h"

namespace {

sheets::Page page(const std::string& key, const std::string& words) {
  sheets::Page made;
  made.key = key;
  made.outline = key;
  made.marks.emplace_back(sheets::TextMark{0, 0, 100, sheets::paragraph(words, {})});
  return made;
}

sheets::Document document(std::vector<sheets::Page> pages) {
  sheets::Document made;
  made.pages = std::move(pages);
  return made;
}

}  // namespace

// The list of a group that goes to another room: its first page names the room, the next does not.
TEST_CASE("a page that only stands elsewhere is not printed again") {
  const auto before = document({page("red room", "Red room: Ana"),
                                page("red room", "Bo"),
                                page("blue room", "Blue room: Cy")});
  const auto changed = sheets::changed_pages(before,
                                             document({page("blue room", "Blue room: Cy"),
                                                       page("green room", "Green room: Ana"),
                                                       page("green room", "Bo")}));
  REQUIRE(changed.document.pages.size() == 1);
  REQUIRE(changed.list.size() == 2);
  CHECK(changed.list[0].page == 2);
  CHECK(changed.list[0].replaces == 0);
  CHECK(changed.list[1].page == 0);
  CHECK(changed.list[1].replaces == 1);
}

// Posters of a series take the largest type at which they are as few: one day less, and all of them
// may grow.
TEST_CASE(
    "a page in another type is not printed again, one with another box that says something is") {
  const auto with = [](sheets::FillMark box, double size) {
    auto made = page("monday", "10:00 Dance");
    made.marks.emplace_back(box);
    made.marks.emplace_back(
        sheets::TextMark{box.x, 0, 100, sheets::paragraph("hall", {.size = size})});
    return document({made});
  };
  const auto before = with({.x = 10, .y = 0, .width = 80, .height = 20, .colour = {}}, 12);
  const auto larger = with({.x = 20, .y = 0, .width = 70, .height = 30, .colour = {}}, 18);
  CHECK(sheets::changed_pages(before, larger).list.empty());
  const auto grey =
      with({.x = 10, .y = 0, .width = 80, .height = 20, .colour = {}, .says = true}, 12);
  CHECK(sheets::changed_pages(before, grey).list.size() == 1);
  auto moved = grey;
  std::get<sheets::FillMark>(moved.pages[0].marks[1]).x = 30;
  CHECK(sheets::changed_pages(grey, moved).list.size() == 1);
}
