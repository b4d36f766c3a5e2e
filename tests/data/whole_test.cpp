#include "tests/catch.h"
#include "tests/data/reading.h"

using engine::Gathering;
using reading::Lines;

namespace {

/// Every key of the file format, once.
const std::string kWhole = R"([gathering]
name = "Journée d'essai"
language = "en"
timezone = "Europe/Brussels"
grid = 15
freeze = 20
school_zone = "C"
people = "people.csv"
registrations = "registrations.csv"
wishes = "wishes.csv"

[[day]]
date = 2025-03-12
opens = 08:45:00
closes = "17h30"

[[site]]
id = "hall"
name = "The hall"
address = "1 rue Haute"
latitude = 48.85
longitude = 2
opens = "08:00"
closes = "24:00"

[[room]]
id = "r1"
name = "Room 1"
site = "hall"
capacity = 40
features = ["projector", "step-free"]
closed = [["12:00", "13:00"], ["2025-03-12 15:00", 2025-03-12T16:00:00]]
setup = 10
shared = true

[[travel]]
from = "hall"
to = "annex"
minutes = 12
mode = "bus"
seats = 8
every = 20
both_ways = false

[[equipment]]
id = "mic"
name = "Microphone"
count = 3
site = "hall"

[[person]]
id = "ana"
name = "Ana"
organisation = "Town"
profile = "officer"
tags = ["a", "b"]
email = "ana@example.org"
phone = "01"
needs = ["LSF"]
diet = "vegan"
available = [["09:00", "12:00"]]
site = "hall"

[[session]]
id = "s1"
title = "Opening"
format = "plenary"
minutes = 30
min_minutes = 20
setup = 5
teardown = 10
team = { speaker = ["ana"], host = { count = 2, from = ["profile:officer"] } }
audience = "all"
seats = 45
rooms = ["r1", { room = "r2", windows = [["09:00", "10:00"]] }]
needs = ["projector"]
equipment = { mic = 2 }
start = "2025-03-12 09:00"
starts = ["09:00", "12/03/2025 9h30"]
day = "12/03/2025"
window = ["09:00", "11:00"]
windows = [["2025-03-12 09:00", "2025-03-12 11:00"]]
published = { start = "09:15", room = "r1" }
after = ["s0", { session = "s2", gap = 10, max_gap = 60, gap_days = 1, max_gap_days = 3 }]
same_start = ["s3"]
not_with = ["s4", "s5"]
optional = true
priority = 3
tags = ["theme"]
phases = [{ title = "Welcome", minutes = 10 }, { title = "Talk", minutes = 20 }]

[[rotation]]
id = "w"
title = "Rounds"
format = "world-cafe"
pattern = "choice"
rounds = 3
minutes = 20
changeover = 5
contiguous = false
participants = ["tag:a", "ana"]
revisit = true
hosts = "move"
mix = ["profile", "organisation", "tag:a"]
together = [["ana", "bob"]]
apart = [["ana", "eve"], ["bob", "eve"]]
day = 2025-03-12

[[rotation.station]]
id = "t"
title = "Topic"
team = { host = ["bob"] }
room = "r1"
needs = ["projector"]
capacity = [4, 8]
runs = 2

[[rotation]]
id = "tables"
title = "Tables"
format = "speed-meeting"
pattern = "remix"
rounds = 2
minutes = 5
participants = "registered"
tables = 2
room = "r1"

[rules]
room-overlap = "hard"
long-run = 4
long_run = 3
walking = "off"
)";

data::Reading whole() {
  return reading::read(kWhole,
                       {{"people.csv", "id,name\nbob,Bob\neve,Eve\n"},
                        {"registrations.csv", "person,session\nbob,s1\n"},
                        {"wishes.csv", "person,rotation,station,rank\nbob,w,t,1\n"}});
}

}  // namespace

TEST_CASE("every key of the format is read without a word") {
  CHECK(reading::lines(whole(), engine::Language::En).empty());
}

TEST_CASE("head, day and places hold what was written") {
  const auto g = whole().gathering;
  CHECK(g.name == "Journée d'essai");
  CHECK(g.language == engine::Language::En);
  CHECK(g.timezone == "Europe/Brussels");
  CHECK(g.grid.value == 15);
  CHECK(g.grid.where == engine::Where{0, 5, 8});
  CHECK(g.freeze == 20);
  CHECK(g.school_zone == 'C');
  REQUIRE(g.days.size() == 1);
  CHECK(g.days[0].opens == 8 * 60 + 45);
  CHECK(g.days[0].closes == 17 * 60 + 30);
  CHECK(g.sites.at(0).longitude == 2.0);
  CHECK(g.sites.at(0).closes->value == 24 * 60);
  CHECK(g.rooms.at(0).capacity.value == 40);
  CHECK(g.rooms[0].features.size() == 2);
  REQUIRE(g.rooms[0].closed.size() == 2);
  CHECK(g.rooms[0].closed[1].to.day == g.days[0].date);
  CHECK(g.rooms[0].closed[1].to.clock == 16 * 60);
  CHECK(g.rooms[0].setup == 10);
  CHECK(g.rooms[0].shared);
  CHECK(g.travels.at(0).seats == 8);
  CHECK(g.travels[0].every == 20);
  CHECK_FALSE(g.travels[0].both_ways);
  CHECK(g.equipment.at(0).count == 3);
  CHECK(g.equipment[0].site->value == "hall");
}

TEST_CASE("people come from the file, then from the table") {
  const auto g = whole().gathering;
  REQUIRE(g.people.size() == 3);
  CHECK(g.people[0].needs == Lines{"LSF"});
  CHECK(g.people[0].available.at(0).to.clock == 12 * 60);
  CHECK(g.people[2].id.value == "eve");
  CHECK(g.people[2].id.where == engine::Where{1, 3, 1});
  CHECK(g.registrations.size() == 1);
  CHECK(g.wishes.size() == 1);
}

TEST_CASE("a session holds what was written") {
  const auto s = whole().gathering.sessions.at(0);
  CHECK(s.format.value == "plenary");
  CHECK(s.minutes.value == 30);
  CHECK(s.min_minutes->value == 20);
  CHECK(s.setup == 5);
  CHECK(s.teardown == 10);
  REQUIRE(s.team.size() == 2);
  CHECK(s.team[0].name.value == "speaker");
  CHECK(s.team[0].people.at(0).value == "ana");
  CHECK(s.team[1].open->value == 2);
  CHECK(s.team[1].from.list.at(0).value == "profile:officer");
  CHECK(s.audience.kind == engine::Who::Kind::All);
  CHECK(s.seats->value == 45);
  CHECK(s.rooms.at(1).room.value == "r2");
  CHECK(s.rooms[1].windows.size() == 1);
  CHECK(s.equipment.at(0).count == 2);
  CHECK(s.optional);
  CHECK(s.priority == 3);
  CHECK(s.phases.at(1).minutes == 20);
}

TEST_CASE("when a session may lie") {
  const auto t = whole().gathering.sessions.at(0).timing;
  CHECK(t.start->value.day == engine::parse_date("2025-03-12"));
  CHECK(t.start->value.clock == 9 * 60);
  REQUIRE(t.starts.size() == 2);
  CHECK_FALSE(t.starts[0].value.day);
  CHECK(t.starts[1].value.clock == 9 * 60 + 30);
  CHECK(t.day->value == engine::parse_date("2025-03-12"));
  CHECK(t.window->to.clock == 11 * 60);
  CHECK(t.windows.size() == 1);
  CHECK(t.published.start->value.clock == 9 * 60 + 15);
  CHECK(t.published.room->value == "r1");
  REQUIRE(t.after.size() == 2);
  CHECK(t.after[0].item.value == "s0");
  CHECK(t.after[1].gap == 10);
  CHECK(t.after[1].max_gap == 60);
  CHECK(t.after[1].gap_days == 1);
  CHECK(t.after[1].max_gap_days == 3);
  CHECK(t.same_start.size() == 1);
  CHECK(t.not_with.size() == 2);
}

TEST_CASE("rotations hold what was written") {
  const auto g = whole().gathering;
  REQUIRE(g.rotations.size() == 2);
  const auto& named = g.rotations[0];
  CHECK(named.pattern.value == engine::Pattern::Choice);
  CHECK(named.changeover == 5);
  CHECK_FALSE(named.contiguous);
  CHECK(named.participants.list.size() == 2);
  CHECK(named.revisit);
  CHECK(named.hosts_move);
  CHECK(named.mix.size() == 3);
  CHECK(named.together.at(0).size() == 2);
  CHECK(named.apart.size() == 2);
  CHECK(named.timing.day);
  REQUIRE(named.stations.size() == 1);
  CHECK(named.stations[0].min_people->value == 4);
  CHECK(named.stations[0].max_people->value == 8);
  CHECK(named.stations[0].runs->value == 2);
  CHECK_FALSE(named.plain_tables);
  const auto& tables = g.rotations[1];
  CHECK(tables.plain_tables);
  CHECK(tables.revisit);
  CHECK(tables.participants.kind == engine::Who::Kind::Registered);
  REQUIRE(tables.stations.size() == 2);
  CHECK(tables.stations[1].id.value == "t2");
  CHECK(tables.stations[1].title == "Table 2");
  CHECK(tables.stations[1].rooms.at(0).room.value == "r1");
}

TEST_CASE("rules and their parameters") {
  const auto g = whole().gathering;
  REQUIRE(g.rules.size() == 3);
  CHECK(g.rules[0].level == engine::RuleSetting::Level::Hard);
  CHECK(g.rules[1].level == engine::RuleSetting::Level::Weight);
  CHECK(g.rules[1].weight == 4);
  CHECK(g.rules[2].level == engine::RuleSetting::Level::Off);
  CHECK(g.rule_parameters.at("long_run") == 3);
}

TEST_CASE("defaults are those of the format") {
  const auto g = reading::read(reading::kHead +
                               "[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"other\"\n"
                               "minutes = 5\n[[rotation]]\nid = \"r\"\ntitle = \"R\"\n"
                               "format = \"other\"\npattern = \"carousel\"\nrounds = 1\n"
                               "minutes = 5\nparticipants = \"all\"\n[[rotation.station]]\n"
                               "id = \"a\"\n")
                     .gathering;
  CHECK(g.language == engine::Language::Fr);
  CHECK(g.timezone == "Europe/Paris");
  CHECK(g.grid.value == 5);
  CHECK(g.freeze == 15);
  CHECK(g.sessions.at(0).audience.kind == engine::Who::Kind::None);
  CHECK(g.sessions[0].priority == 1);
  CHECK(g.rotations.at(0).contiguous);
  CHECK_FALSE(g.rotations[0].revisit);
  CHECK_FALSE(g.rotations[0].hosts_move);
}
