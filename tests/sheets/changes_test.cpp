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
