#include "sheets/rooms/door.h"

#include <algorithm>

#include <fmt/format.h>

#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using tests::Planned;

std::vector<sheets::DoorSheet> doors(const Planned& planned, Language language = Language::Fr) {
  return sheets::door_sheets_of(planned.gathering, planned.plan, tests::options(language));
}

std::string written(const std::vector<sheets::DoorSheet>& list) {
  std::string out;
  for (const auto& sheet : list) {
    out += fmt::format("{} {}: {} | {} | {} | {}\n",
                       sheet.room_key,
                       sheet.day_key,
                       sheet.room,
                       sheet.site,
                       sheet.capacity,
                       sheet.date);
    for (const auto& item : sheet.items) {
      out +=
          fmt::format("  {}-{} {}{}\n", item.start, item.end, item.light ? "~ " : "", item.title);
      for (const auto& line : item.team) out += "      " + line + "\n";
      if (!item.rounds.empty()) out += "      " + item.rounds + "\n";
      if (!item.next.empty()) out += "      -> " + item.next + "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("doors of a topical day in French") {
  const auto text = written(doors(tests::topical_day()));
  CHECK(text == tests::approved("sheets/door_day_fr.txt", text));
}

TEST_CASE("doors of two days on two sites in English") {
  const auto text = written(doors(tests::two_days(), Language::En));
  CHECK(text == tests::approved("sheets/door_two_days_en.txt", text));
}

TEST_CASE("drawing of the doors of a topical day") {
  const auto text = tests::written(tests::drawn("door", tests::topical_day()));
  CHECK(text == tests::approved("sheets/door_drawn.txt", text));
}

TEST_CASE("a room nobody uses has no door sheet") {
  auto day = tests::topical_day();
  engine::Room empty;
  empty.id.value = "vide";
  day.gathering.rooms.push_back(empty);
  for (const auto& sheet : doors(day)) CHECK(sheet.room_key != "vide");
}

TEST_CASE("a room with one session has its hour as large as a poster's") {
  const auto largest_hour = [](const sheets::Page& page) {
    double size = 0;
    for (const auto& mark : tests::texts_on(page))
      for (const auto& run : mark.text.runs)
        if (run.style.tabular || run.text.find(':') == 2) size = std::max(size, run.style.size);
    return size;
  };
  auto day = tests::topical_day();
  const auto pages = tests::drawn("door", day).pages;
  const auto list = doors(day);
  REQUIRE(pages.size() == list.size());
  for (std::size_t i = 0; i < pages.size(); ++i)
    CHECK((largest_hour(pages[i]) >= 56) == (list[i].items.size() == 1));
}

TEST_CASE("a room that is a link has no door sheet") {
  auto days = tests::two_days();
  const auto with_a_door = [&](const std::string& site) {
    const auto list = doors(days);
    return std::count_if(
        list.begin(), list.end(), [&](const auto& one) { return one.site == site; });
  };
  auto& site = days.gathering.sites.back();
  REQUIRE(with_a_door(site.name) > 0);
  site.online = true;
  CHECK(with_a_door(site.name) == 0);
}

TEST_CASE("however long what a door says of its one session, it ends above the foot of the page") {
  auto day = tests::topical_day();
  day.plan.rotations.clear();
  day.plan.sessions.resize(1);
  auto session = std::find_if(
      day.gathering.sessions.begin(), day.gathering.sessions.end(), [&](const auto& one) {
        return one.id.value == day.plan.sessions.front().id;
      });
  REQUIRE(session != day.gathering.sessions.end());
  tests::SquareRuler ruler;
  session->title.clear();
  for (int words = 1; words <= 30; ++words) {
    session->title += "ensemble ";
    for (const auto& page : tests::drawn("door", day).pages)
      for (const auto& mark : tests::texts_on(page)) {
        const bool foot = mark.text.runs.front().style.size < 10;
        INFO(words);
        CHECK((foot || mark.y + ruler.height(mark.text, mark.width) <= 793.4));
      }
  }
}
