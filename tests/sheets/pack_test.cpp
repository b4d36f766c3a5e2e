#include "sheets/pack.h"

#include <algorithm>

#include "sheets/index_page.h"
#include "sheets/services/transport.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"

namespace {

using tests::Planned;

sheets::PackRequest request(const Planned& now) {
  return {{now.gathering, now.plan, tests::options()}, {}, {}, {}};
}

const sheets::PackEntry& entry(const sheets::Pack& pack, const std::string& kind) {
  for (const auto& one : pack.entries)
    if (one.kind == kind) return one;
  throw std::out_of_range(kind);
}

sheets::ChangedPages changes(const std::string& kind, const Planned& before, const Planned& now) {
  return sheets::changed_pages(tests::drawn(kind, before), tests::drawn(kind, now));
}

engine::PlannedSession& session(Planned& planned, const std::string& id) {
  for (auto& row : planned.plan.sessions)
    if (row.id == id) return row;
  throw std::out_of_range(id);
}

}  // namespace

TEST_CASE("a pack is a file per kind and an index that names each") {
  const auto days = tests::equipped_days();
  const auto pack = sheets::print_pack(request(days));
  for (const auto& kind : sheets::kinds()) {
    INFO(kind.key);
    CHECK(entry(pack, std::string(kind.key)).pages > 0);
    CHECK(entry(pack, std::string(kind.key)).pdf.substr(0, 5) == "%PDF-");
  }
  CHECK(pack.index.substr(0, 5) == "%PDF-");
}

TEST_CASE("a version that only has another number changes no page of any kind") {
  auto days = tests::equipped_days();
  const auto before = days;
  days.plan.version = 2;
  for (const auto& kind : sheets::kinds()) {
    const auto changed = changes(std::string(kind.key), before, days);
    INFO(kind.key);
    CHECK(changed.list.empty());
    CHECK(changed.document.pages.empty());
  }
}

TEST_CASE("a door where nothing changed is the same paper in every version, to the byte") {
  const auto first = tests::two_days();
  auto second = first;
  second.plan.version = 2;
  session(second, "w2").room = "c";
  auto third = second;
  third.plan.version = 3;
  const auto printed_on = [](const Planned& planned, const char* made_at) {
    sheets::PlanToPrint what{planned.gathering, planned.plan, tests::options()};
    what.options.made_at = made_at;
    return what;
  };
  const auto now = printed_on(first, "2025-02-10 18:32");
  const auto moved = printed_on(second, "2025-02-11 09:05");
  const auto again = printed_on(third, "2025-02-11 09:40");
  const auto door_of = [](const std::string& room,
                          const sheets::PlanToPrint& what,
                          std::vector<sheets::PlanToPrint> earlier) {
    const auto pack = sheets::print_pack({what, {}, {"door"}, room, std::move(earlier)});
    return entry(pack, "door").pdf;
  };
  std::size_t same = 0;
  std::size_t changed = 0;
  for (const auto& room : first.gathering.rooms) {
    const auto& id = room.id.value;
    INFO(id);
    const auto before = door_of(id, now, {});
    const auto after = door_of(id, moved, {now});
    CHECK(door_of(id, again, {moved, now}) == after);
    if (after.empty()) continue;
    CHECK(door_of(id, again, {}) != after);
    (after == before ? same : changed) += 1;
  }
  CHECK(same > 0);
  CHECK(changed > 0);
}

TEST_CASE("a session that moves to another room changes the doors of both, and no other") {
  const auto before = tests::two_days();
  auto now = before;
  session(now, "w2").room = "c";
  const auto changed = changes("door", before, now);
  std::vector<std::string> rooms;
  for (const auto& page : changed.document.pages) rooms.push_back(page.about.rooms.at(0));
  // Where those of the welcome to w2 go next is on no other door: they part.
  CHECK(rooms == std::vector<std::string>{"b", "c"});
}

TEST_CASE("one person who changes tables gets a card, the others keep theirs") {
  const auto before = tests::topical_day();
  auto now = before;
  for (auto& rotation : now.plan.rotations)
    if (rotation.id == "cafe") {
      auto& stations = rotation.rounds[1].stations;
      const auto person = stations[0].participants.back();
      stations[0].participants.pop_back();
      stations[1].participants.push_back(person);
    }
  const auto changed = changes("rotation-participant", before, now);
  // All of that person's cards: each has the whole day in its code.
  for (const auto& page : changed.document.pages)
    CHECK(page.about.people == changed.document.pages.front().about.people);
  CHECK(changed.list.size() == changed.document.pages.size());
  CHECK(changed.list.front().page == changed.list.front().replaces);
}

TEST_CASE("pages that are gone are listed to be thrown away") {
  const auto before = tests::two_days();
  auto now = before;
  auto& sessions = now.plan.sessions;
  sessions.erase(
      std::remove_if(
          sessions.begin(), sessions.end(), [](const auto& one) { return one.id == "x2"; }),
      sessions.end());
  const auto changed = changes("door", before, now);
  const auto gone = std::find_if(
      changed.list.begin(), changed.list.end(), [](const auto& one) { return one.page == 0; });
  REQUIRE(gone != changed.list.end());
  CHECK_THAT(gone->what, Catch::Matchers::ContainsSubstring("Salle Cèdre"));
}

TEST_CASE("the list of changed pages says on every page of which kind they are") {
  const auto day = tests::topical_day();
  const auto asked = request(day);
  sheets::PackEntry hosts;
  hosts.kind = "rotation-host";
  hosts.changes = {{.page = 0, .replaces = 2, .what = "Groupe 1"}};
  sheets::PackEntry cards;
  cards.kind = "rotation-participant";
  for (int n = 1; n <= 60; ++n)
    cards.changes.push_back({.page = n, .replaces = n, .what = "Ana " + std::to_string(n)});
  for (int n = 61; n <= 160; ++n)
    cards.changes.push_back({.page = 0, .replaces = n, .what = "Bo Sy"});
  tests::SquareRuler ruler;
  const auto index = sheets::draw_index({hosts, cards}, asked, ruler);
  REQUIRE(index.pages.size() > 1);
  for (const auto& page : index.pages)
    CHECK_THAT(tests::words_on(page), Catch::Matchers::ContainsSubstring("Cartes de rotation"));
  CHECK_THAT(tests::words_on(index.pages.back()), Catch::Matchers::ContainsSubstring("160"));
  CHECK(index.pages.size() < 5);
}

TEST_CASE("an old file of a kind with nothing to print any more has to go, of others it stays") {
  auto day = tests::topical_day();
  day.plan.rotations.clear();
  auto asked = request(day);
  CHECK(entry(sheets::print_pack(asked), "rotation-wall").outdated);
  CHECK_FALSE(entry(sheets::print_pack(asked), "door").outdated);
  asked.only = "p10";  // the file of everybody may still be true
  CHECK_FALSE(entry(sheets::print_pack(asked), "rotation-wall").outdated);
}

TEST_CASE("attendance sheets that contradict themselves are refused, the rest is printed") {
  auto days = tests::two_days();
  session(days, "w2").team = {{"facilitator", {"p5"}}};
  const auto pack = sheets::print_pack(request(days));
  CHECK(entry(pack, "sign-in").pages == 0);
  CHECK(entry(pack, "sign-in").refusals.size() == 1);
  CHECK(entry(pack, "door").pages > 0);
}

TEST_CASE("only one person, only one room") {
  const auto day = tests::topical_day();
  auto asked = request(day);
  asked.only = "p10";  // Karim Belkacem, who also leads a group
  auto pack = sheets::print_pack(asked);
  CHECK(entry(pack, "badge").pages == 1);
  CHECK(entry(pack, "rotation-participant").pages == 1);  // of four cards
  CHECK(entry(pack, "rotation-host").pages > 0);
  CHECK(entry(pack, "door").pages == 0);
  asked.only = "eole";
  pack = sheets::print_pack(asked);
  CHECK(entry(pack, "door").pages == 1);
  CHECK(entry(pack, "room-setup").pages == 1);
  CHECK(entry(pack, "badge").pages == 0);
}

TEST_CASE("only one site: what takes place there, and the trips from and to it") {
  const auto days = tests::equipped_days();
  auto here = tests::options();
  here.site = "lac";
  auto there = tests::options();
  there.site = "gare";
  for (const auto* kind : {"door", "room-setup", "workshop-card"}) {
    INFO(kind);
    const auto some = tests::drawn(kind, days, here).pages.size();
    const auto others = tests::drawn(kind, days, there).pages.size();
    CHECK(some > 0);
    CHECK(others > 0);
    CHECK(some + others >= tests::drawn(kind, days).pages.size());
    CHECK(some < tests::drawn(kind, days).pages.size());
  }
  const auto trips = sheets::transport_sheets_of(days.gathering, days.plan, here).trips;
  CHECK_FALSE(trips.empty());
  for (const auto& trip : trips) {
    INFO(trip.title);
    CHECK((trip.from.find("Maison du Lac") != trip.from.npos ||
           trip.to.find("Maison du Lac") != trip.to.npos));
  }
}

TEST_CASE("a box that greys out on an attendance sheet changes its page, though no word does") {
  auto before = tests::topical_day();
  auto& rounds = before.plan.rotations.at(1).rounds;
  for (auto& round : rounds)
    for (auto& station : round.stations) station.participants.clear();
  rounds[0].stations[0].participants = {"p1", "p2"};  // the hall
  rounds[1].stations[3].participants = {"p1", "p2"};  // the large room
  rounds[2].stations[0].participants = {"p1"};
  rounds[2].stations[3].participants = {"p2"};
  auto now = before;
  auto& last = now.plan.rotations.at(1).rounds[2].stations;
  std::swap(last[0].participants, last[3].participants);
  CHECK(tests::words_on(tests::drawn("sign-in", now)) ==
        tests::words_on(tests::drawn("sign-in", before)));
  CHECK(changes("sign-in", before, now).list.size() == 2);
}

TEST_CASE("changed pages about one thing that follow one another are told in one line") {
  using Change = sheets::PageChange;
  const std::vector<Change> list{{.page = 2, .replaces = 3, .what = "hall"},
                                 {.page = 3, .replaces = 4, .what = "hall"},
                                 {.page = 4, .replaces = 0, .what = "hall"},
                                 {.page = 5, .replaces = 0, .what = "hall"},
                                 {.page = 6, .replaces = 6, .what = "café"},
                                 {.page = 8, .replaces = 8, .what = "café"},
                                 {.page = 0, .replaces = 9, .what = "café"},
                                 {.page = 0, .replaces = 10, .what = "café"}};
  std::vector<std::size_t> ends;
  for (std::size_t first = 0; first < list.size(); first = ends.back())
    ends.push_back(sheets::end_of_row(list, first));
  CHECK(ends == std::vector<std::size_t>{2, 4, 5, 6, 8});
  const auto day = tests::topical_day();
  sheets::PackEntry hosts;
  hosts.kind = "sign-in";
  hosts.changes = list;
  tests::SquareRuler ruler;
  const auto words =
      tests::words_on(sheets::draw_index({hosts}, request(day), ruler).pages.front());
  CHECK_THAT(words, Catch::Matchers::ContainsSubstring("2\u2060–\u20603"));
  CHECK_THAT(words, Catch::Matchers::ContainsSubstring("9\u2060–\u206010"));
}
