#include "sheets/programme/poster.h"

#include <fmt/format.h>

#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

std::vector<sheets::PosterDay> poster(const tests::Planned& planned) {
  return sheets::poster_days_of(planned.gathering, planned.plan, tests::options());
}

std::string written(const std::vector<sheets::PosterDay>& days) {
  std::string out;
  for (const auto& day : days) {
    out += fmt::format("{} {}, {}\n", day.key, day.date, day.hours);
    for (const auto& place : day.places) out += "  @ " + place + "\n";
    for (const auto& band : day.bands) {
      out += fmt::format("  {} tracks\n", band.tracks);
      for (const auto& item : band.items) {
        out += fmt::format("    {} {} {}{} @ {}\n",
                           item.track,
                           item.hours,
                           item.light ? "~ " : "",
                           item.title,
                           item.place);
        for (const auto& line : item.team) out += "        " + line + "\n";
      }
    }
  }
  return out;
}

}  // namespace

TEST_CASE("poster of two days: what runs at once is side by side, in the order of rooms") {
  const auto text = written(poster(tests::two_days()));
  CHECK(text == tests::approved("sheets/poster_two_days_fr.txt", text));
}

TEST_CASE("a day of one site says it once, on top of its poster") {
  auto days = tests::two_days();
  const auto named_beside_rooms = [&] {
    for (const auto& day : poster(days))
      for (const auto& band : day.bands)
        for (const auto& item : band.items)
          if (item.place.find(", Maison du Lac") != std::string::npos) return true;
    return false;
  };
  REQUIRE(named_beside_rooms());
  for (auto& room : days.gathering.rooms) room.site = days.gathering.rooms.front().site;
  CHECK_FALSE(named_beside_rooms());
}

TEST_CASE("nothing on a track of the poster covers what is on it already") {
  auto days = tests::two_days();
  for (auto& session : days.plan.sessions)
    if (session.id == "w2") {  // in the room of w1, which is shared
      session.room = "a";
      session.start += 30;
    }
  for (const auto& day : poster(days))
    for (const auto& band : day.bands)
      for (const auto& a : band.items)
        for (const auto& b : band.items) {
          CHECK(a.track < band.tracks);
          if (&a != &b && a.track == b.track) CHECK((a.end <= b.start || b.end <= a.start));
        }
}

TEST_CASE("twenty rooms at once go on below, all of them on the page") {
  auto days = tests::two_days();
  const auto model = days.gathering.sessions.at(3);
  for (int n = 0; n < 20; ++n) {
    auto session = model;
    session.id.value = fmt::format("y{}", n);
    session.title = fmt::format("Parallèle {}", n);
    days.gathering.sessions.push_back(session);
    auto placed = days.plan.sessions.at(3);
    placed.id = session.id.value;
    placed.room.clear();
    days.plan.sessions.push_back(placed);
  }
  const auto words = tests::words_on(tests::drawn("programme-poster", days));
  for (int n = 0; n < 20; ++n)
    CHECK_THAT(words, Catch::Matchers::ContainsSubstring(fmt::format("Parallèle {}\n", n)));
}

TEST_CASE("items that overlap all day go over as many posters as they need, none below its page") {
  auto days = tests::two_days();
  const auto model = days.gathering.sessions.at(3);
  const auto when = days.plan.sessions.at(3);
  for (int n = 0; n < 60; ++n) {
    auto session = model;
    session.id.value = fmt::format("z{}", n);
    session.title = fmt::format("Atelier {} qui a un titre long, long comme une journée", n);
    days.gathering.sessions.push_back(session);
    auto placed = when;
    placed.id = session.id.value;
    placed.room.clear();
    placed.start += 30 * n;  // and ends when the next one has begun
    placed.end = placed.start + 45;
    if (engine::day_of(placed.start) == engine::day_of(when.start))
      days.plan.sessions.push_back(placed);
  }
  tests::SquareRuler ruler;
  const auto drawn = tests::drawn("programme-poster", days);
  for (const auto& page : drawn.pages)
    for (const auto& mark : tests::texts_on(page))
      CHECK(mark.y + ruler.height(mark.text, mark.width) < drawn.height - 20);
}

TEST_CASE("a crowd on stage is counted on the poster") {
  auto days = tests::two_days();
  auto& team = days.plan.sessions.at(1).team;
  team = {{"speaker", {}}};
  for (int n = 0; n < 30; ++n)
    team[0].people.push_back(days.gathering.people.at(static_cast<std::size_t>(n)).id.value);
  CHECK_THAT(written(poster(days)), Catch::Matchers::ContainsSubstring(" et 22\u00a0autres\n"));
}
