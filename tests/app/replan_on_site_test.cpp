// Repairs while the day goes on: what has begun, who comes late, what runs late, what is lost.
#include <algorithm>

#include "app/restore.h"
#include "tests/app/replan_desk.h"

namespace {

using app_tests::full_day;
using app_tests::kDay;
using app_tests::session_in;
using app_tests::told;
using Kept = app_tests::Repaired;

/// Two tables led by Ana and Bo, who have stand-ins, and six people who go round, three times from
/// 9:00 on. `more` stands in the rotation.
std::string tables(const std::string& more = "minutes = 30\nroom = \"petite\"") {
  std::string day = R"toml(
[[room]]
id = "petite"
name = "Petite salle"
site = "mairie"
capacity = 10
)toml";
  for (const auto* id : {"ana", "bo", "cy", "p1", "p2", "p3", "p4", "p5", "p6"})
    day += std::string("[[person]]\nid = \"") + id + "\"\nname = \"" + id + "\"\n";
  day += R"toml([[rotation]]
id = "tables"
title = "Tables"
format = "world-cafe"
pattern = "remix"
rounds = 3
start = "09:00"
revisit = true
participants = ["p1", "p2", "p3", "p4", "p5", "p6"]
)toml";
  const auto room = more.find("room");
  day += more.substr(0, room);
  for (const auto* host : {"ana", "bo"})
    day += std::string("[[rotation.station]]\nid = \"") + host +
           "-table\"\nteam = { host = { people = [\"" + host + "\"], substitutes = [\"cy\"] } }\n" +
           more.substr(room) + "\n";
  return app_tests::small_day(day, "");
}

const std::vector<engine::PlannedRound>& rounds(const engine::Plan& plan) {
  REQUIRE(plan.rotations.size() == 1);
  return plan.rotations.front().rounds;
}

/// Hosts of a table, round by round.
std::vector<std::string> hosts(const engine::Plan& plan, const std::string& table) {
  std::vector<std::string> list;
  for (const auto& round : rounds(plan)) {
    const auto* there = engine::find_row(round.stations, table);
    REQUIRE(there != nullptr);
    const auto& people = there->team.front().people;
    list.push_back(people.empty() ? "" : people.front());
  }
  return list;
}

/// In how many rounds somebody has a seat, from the first that is asked for on.
std::ptrdiff_t seats(const engine::Plan& plan, const std::string& person, std::size_t from) {
  std::ptrdiff_t sum = 0;
  for (auto round = rounds(plan).begin() + static_cast<std::ptrdiff_t>(from);
       round != rounds(plan).end();
       ++round)
    for (const auto& station : round->stations)
      sum += engine::contains(station.participants, person) ? 1 : 0;
  return sum;
}

std::string clock(engine::Minute moment) {
  return engine::clock_text(moment);
}

}  // namespace

TEST_CASE("a later repair that says no time rewrites nothing that has begun", "[replan]") {
  const Kept kept;
  REQUIRE(kept.replan({{"--lock", "deux"}}, "09:30").wrong.empty());
  const auto later = kept.replan({{"--room-out", "petite"}, {"--person-out", "ana"}});
  REQUIRE(later.wrong.empty());
  CHECK(session_in(later.plan, "un").room == "petite");
  CHECK(session_in(later.plan, "un").team.front().people == std::vector<std::string>{"ana"});
  CHECK(later.plan.score.hard == 0);
  REQUIRE(later.notes.size() == 1);
  CHECK(later.notes.front().en.find("9:30") != std::string::npos);

  const auto earlier = kept.replan({{"--unlock", "deux"}}, "08:00");
  CHECK(earlier.notes.size() == 1);
  CHECK(session_in(earlier.plan, "un").room == "petite");
  CHECK(kept.replan({{"--cancel", "un"}}, "08:00").wrong.size() == 1);

  (void)app::restore(kept.document, 1, {});
  const auto anew = kept.replan({{"--room-out", "petite"}});
  CHECK(anew.notes.empty());
  CHECK(session_in(anew.plan, "un").room == "grande");
}

TEST_CASE("whoever stood in for a session that is over did so for good", "[replan]") {
  const Kept kept;
  const auto first = kept.replan({{"--person-out", "ana"}});
  const auto stand_in = session_in(first.plan, "un").team.front().people;
  const auto later = kept.replan({{"--lock", "deux"}}, "10:30");
  REQUIRE(later.wrong.empty());
  CHECK(session_in(later.plan, "un").team.front().people == stand_in);
  CHECK(later.disturbed.people.empty());
}

TEST_CASE("a host who comes late has their table from the round they can do", "[replan]") {
  const Kept kept(tables());
  const auto late = kept.replan({{"--person-late", "ana=09:30"}}, "08:00");
  REQUIRE(late.wrong.empty());
  CHECK(hosts(late.plan, "ana-table") == std::vector<std::string>{"cy", "ana", "ana"});
  CHECK(late.disturbed.people == std::vector<std::string>{"cy"});
  CHECK(late.disturbed.proved);
  const auto later = kept.replan({{"--absent", "p6"}}, "09:35");
  CHECK(hosts(later.plan, "ana-table") == std::vector<std::string>{"cy", "ana", "ana"});
}

TEST_CASE("whoever comes late joins the tables at the next round", "[replan]") {
  const Kept kept(tables("minutes = 10\nroom = \"petite\""));
  kept.write("venus.csv", "id,nom\nzoe,Zoé\n");
  const auto late = kept.replan({{"--person-late", "p1=09:12"}}, "08:00");
  REQUIRE(late.wrong.empty());
  CHECK(seats(late.plan, "p1", 0) == 1);
  CHECK(seats(late.plan, "p1", 2) == 1);
  const auto sooner = kept.replan({{"--person-late", "p1=09:05"}}, "09:02");
  CHECK(seats(sooner.plan, "p1", 1) == 2);
  CHECK(sooner.disturbed.people.empty());
}

TEST_CASE("rounds that were held in a room lost since are no broken rule", "[replan]") {
  const Kept kept(tables());
  const auto lost = kept.replan({{"--room-out", "petite"}}, "09:40");
  REQUIRE(lost.wrong.empty());
  CHECK(lost.plan.score.hard == 0);
  CHECK(rounds(lost.plan)[1].stations.front().room == "petite");
  CHECK(rounds(lost.plan)[2].stations.front().room == "grande");
  REQUIRE(!lost.changes.empty());
  CHECK(lost.changes.front().text.en ==
        "\"Tables\", going on: Petite salle → Grande salle at once, free until 10:00");
  CHECK(told(lost).size() == 8);
  const auto both = kept.replan({{"--room-out", "grande"}}, "10:10");
  for (const auto& remark : both.plan.remarks) UNSCOPED_INFO(remark.text.en);
  CHECK(both.plan.score.hard == 0);
}

TEST_CASE("what is going on in a room that is lost, with no other free, stops there", "[replan]") {
  const Kept kept(tables());
  const auto lost = kept.replan({{"--room-out", "petite"}, {"--room-out", "grande"}}, "09:10");
  REQUIRE(lost.wrong.empty());
  CHECK(lost.changes.front().kind == "stops");
  // The rounds to come have no room either.
  CHECK(lost.plan.score.hard == 0);
  REQUIRE(rounds(lost.plan).size() == 1);
  CHECK(lost.kinds.rounds == 2);
  REQUIRE(lost.plan.unplaced.size() == 1);
  CHECK(lost.plan.unplaced.front().id == "tables");
  CHECK(lost.plan.unplaced.front().reason.en == "the last 2 rounds, for want of a room");
  CHECK(lost.disturbed.people.size() == 8);
  CHECK(lost.disturbed.proved);

  const auto later = kept.replan({{"--absent", "p6"}});
  CHECK(later.plan.unplaced == lost.plan.unplaced);
}

TEST_CASE("what is late and has lost its room goes where there is one, or is left out",
          "[replan]") {
  const Kept kept;
  const auto both = kept.replan({{"--delay", "un=10"}, {"--room-out", "petite"}}, "08:30");
  CHECK(both.plan.score.hard == 0);
  CHECK(session_in(both.plan, "un").room == "grande");
  CHECK(clock(session_in(both.plan, "un").start) == "09:10");

  // The other room is taken at that hour, and the file knows no other hour.
  const auto at_once =
      app_tests::replaced(kDay,
                          "audience = [\"bo\", \"di\"]\nafter = [\"un\"]",
                          "audience = [\"bo\"]\nstart = \"09:30\"\nroom = \"grande\"");
  const Kept full(at_once);
  REQUIRE(full.replan({{"--lock", "deux"}}).wrong.empty());
  const auto late = full.replan({{"--delay", "un=10"}, {"--room-out", "petite"}}, "08:30");
  CHECK(late.plan.score.hard == 0);
  REQUIRE(late.plan.unplaced.size() == 1);
  CHECK(late.plan.unplaced.front().id == "un");
  // With other hours, it waits for the room.
  const Kept open(app_tests::replaced(at_once, "start = \"09:00\"\n", ""));
  REQUIRE(open.replan({{"--move", "un=09:00@petite"}, {"--lock", "deux"}}).wrong.empty());
  const auto waits = open.replan({{"--delay", "un=10"}, {"--room-out", "petite"}}, "08:30");
  CHECK(waits.plan.score.hard == 0);
  CHECK(clock(session_in(waits.plan, "un").start) == "10:30");
  CHECK(session_in(waits.plan, "un").room == "grande");

  const Kept nowhere;
  const auto none = nowhere.replan(
      {{"--delay", "un=10"}, {"--room-out", "petite"}, {"--room-out", "grande"}}, "08:30");
  CHECK(none.plan.score.hard == 0);
  CHECK(none.plan.sessions.empty());
  CHECK(none.plan.unplaced.size() == 2);
}

TEST_CASE("tables that have begun run late round by round", "[replan]") {
  const Kept kept(tables());
  const auto late = kept.replan({{"--delay", "tables=10"}}, "09:40");
  REQUIRE(late.wrong.empty());
  const auto times = [](const engine::Plan& plan) {
    std::vector<std::string> list;
    for (const auto& round : rounds(plan))
      list.push_back(clock(round.start) + "-" + clock(round.end));
    return list;
  };
  const std::vector<std::string> expected{"09:00-09:30", "09:30-10:10", "10:10-10:40"};
  CHECK(times(late.plan) == expected);
  CHECK(late.plan.score.hard == 0);
  CHECK(late.disturbed.people.size() == 8);
  CHECK(late.disturbed.proved);
  const auto later = kept.replan({{"--absent", "p6"}}, "09:45");
  CHECK(times(later.plan) == expected);
  CHECK(kept.replan({{"--delay", "tables=10"}}, "10:50").wrong.size() == 1);
}

TEST_CASE("whoever takes part and leads is told of a move once", "[replan]") {
  auto day = kDay;
  const Kept kept(app_tests::replaced(day, "audience = [\"di\"]", "audience = [\"ana\", \"di\"]"));
  const auto lost = kept.replan({{"--room-out", "petite"}});
  REQUIRE(lost.wrong.empty());
  for (const auto& notice : lost.notices)
    if (notice.person == "ana")
      CHECK(notice.text.en == "Un (9:00): Petite salle (facilitator) → Grande salle (facilitator)");
}

TEST_CASE("a long delay leaves out what no longer fits, and never the last item", "[replan]") {
  const Kept kept(full_day());
  const auto late = kept.replan({{"--delay", "mot=60"}}, "09:05");
  REQUIRE(late.wrong.empty());
  CHECK(late.plan.score.hard == 0);
  REQUIRE(late.plan.unplaced.size() == 1);
  CHECK(late.plan.unplaced.front().id == "tables");
  CHECK(session_in(late.plan, "bilan").start >= session_in(late.plan, "mot").end);
  // Without the tables there is time for all of it.
  CHECK(session_in(late.plan, "bilan").end - session_in(late.plan, "bilan").start == 30);
  CHECK(late.disturbed.proved);
}

TEST_CASE("of two rooms as good, the one whose sheet is void anyway", "[replan]") {
  const Kept kept(app_tests::small_day(app_tests::kAnaAndBo + std::string(R"toml(
[[room]]
id = "petite"
site = "mairie"
capacity = 10
[[room]]
id = "a"
site = "mairie"
capacity = 10
[[room]]
id = "b"
site = "mairie"
capacity = 12
[[session]]
id = "un"
title = "Un"
format = "workshop"
minutes = 60
start = "09:00"
audience = ["ana"]
rooms = ["petite", "b"]
published = { start = "09:00", room = "petite" }
[[session]]
id = "deux"
title = "Deux"
format = "workshop"
minutes = 60
start = "10:00"
audience = ["bo"]
rooms = ["petite", "a", "b"]
published = { start = "10:00", room = "petite" }
)toml"),
                                       ""));
  const auto lost = kept.replan({{"--room-out", "petite"}});
  REQUIRE(lost.wrong.empty());
  CHECK(session_in(lost.plan, "un").room == "b");
  CHECK(session_in(lost.plan, "deux").room == "b");
}

TEST_CASE("whoever is sent to lead a table gives up their seat at another", "[replan]") {
  const Kept kept(tables());
  const auto sent = kept.replan({{"--substitute", "ana=p1"}});
  REQUIRE(sent.wrong.empty());
  CHECK(hosts(sent.plan, "ana-table") == std::vector<std::string>(3, "p1"));
  CHECK(seats(sent.plan, "p1", 0) == 0);
  CHECK(sent.plan.score.hard == 0);
  const auto later = kept.replan({{"--absent", "p6"}}, "09:40");
  CHECK(seats(later.plan, "p1", 0) == 0);
  CHECK(later.plan.score.hard == 0);
}

TEST_CASE("whoever is sent to lead a table that is running gives up the seats to come",
          "[replan]") {
  const Kept kept(tables());
  const auto sent = kept.replan({{"--substitute", "ana=p1"}}, "09:10");
  REQUIRE(sent.wrong.empty());
  CHECK(hosts(sent.plan, "ana-table") == std::vector<std::string>{"ana", "p1", "p1"});
  CHECK(seats(sent.plan, "p1", 0) == 1);
  CHECK(seats(sent.plan, "p1", 1) == 0);
  CHECK(sent.plan.score.hard == 0);
  const auto later = kept.replan({{"--absent", "p6"}}, "09:40");
  CHECK(hosts(later.plan, "ana-table") == std::vector<std::string>{"ana", "p1", "p1"});
  CHECK(seats(later.plan, "p1", 1) == 0);
  CHECK(later.plan.score.hard == 0);
}

TEST_CASE("whoever is sent to lead takes no part in what is at the same time", "[replan]") {
  const std::string day = app_tests::replaced(
      kDay, "after = [\"un\"]\nteam = { speaker = [\"cy\"] }", "start = \"09:00\"");
  const Kept kept(app_tests::replaced(day, "[\"bo\", \"di\"]", "[\"bo\", \"cy\"]"));
  const auto sent = kept.replan({{"--substitute", "ana=bo"}});
  REQUIRE(sent.wrong.empty());
  CHECK(sent.plan.unplaced.empty());
  CHECK(session_in(sent.plan, "un").team.front().people == std::vector<std::string>{"bo"});
  CHECK(session_in(sent.plan, "deux").participants == std::vector<std::string>{"cy"});
  CHECK(sent.disturbed.people.empty());
  CHECK(std::any_of(sent.notices.begin(), sent.notices.end(), [](const auto& notice) {
    return notice.person == "bo" && notice.text.en.find("removed: Deux") != std::string::npos;
  }));
}
