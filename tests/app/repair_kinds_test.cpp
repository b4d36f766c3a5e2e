// One gathering over some evenings and one of groups, each broken in many known ways: explain names
// what was broken, and its first repair is of the kind that a person would think of.
#include <string>
#include <vector>

#include "tests/app/explain_desk.h"
#include "tests/catch.h"

using app_tests::explain_request;
using tests::TempFolder;

namespace {

constexpr const char* kEvenings = R"toml([gathering]
name = "Evenings"
language = "en"
people = "people.csv"

[calendar]
from = 2025-09-04
to = 2025-10-02
weekdays = ["thursday"]
opens = "18:00"
closes = "22:00"

[[site]]
id = "house"

[[room]]
id = "hall"
site = "house"
capacity = 20

[[equipment]]
id = "mike"
count = 2

[[session]]
id = "needs"
title = "Needs"
format = "workshop"
minutes = 60
window = ["19:00", "21:00"]
audience = "all"
room = "hall"
equipment = { mike = 2 }

[[session]]
id = "uses"
title = "Uses"
format = "workshop"
minutes = 120
windows = [["2025-09-11 18:00", "2025-10-02 22:00"]]
audience = ["ana", "bo", "cle"]
team = { facilitator = { count = 1, from = ["dia", "eve"] } }
composition = [{ from = ["ana", "bo", "cle"], min = 2 }]
after = [{ session = "needs", gap_days = 7 }]
)toml";

constexpr const char* kGroups = R"toml([gathering]
name = "Groups"
language = "en"
people = "people.csv"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"

[[site]]
id = "house"

[[room]]
id = "hall"
site = "house"
capacity = 20
shared = true

[[room]]
id = "attic"
site = "house"
capacity = 20

[[rotation]]
id = "split"
title = "Groups"
format = "workshop"
pattern = "split"
rounds = 1
minutes = 60
participants = ["ana", "bo", "cle", "dia"]

[[rotation.station]]
id = "one"
title = "One"
room = "hall"
capacity = [1, 2]
team = { host = ["eve"] }

[[rotation.station]]
id = "two"
title = "Two"
room = "hall"
capacity = [1, 2]
team = { host = ["flo"] }
)toml";

constexpr const char* kVillages = R"toml([gathering]
name = "Villages"
language = "en"
people = "people.csv"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"

[[site]]
id = "mill"

[[site]]
id = "barn"

[[travel]]
from = "mill"
to = "barn"
minutes = 20
seats = 6
every = 120

[[room]]
id = "wheel"
site = "mill"
capacity = 20
features = ["oven"]

[[room]]
id = "loft"
site = "barn"
capacity = 20
features = ["stage"]

[[session]]
id = "bread"
title = "Bread"
format = "workshop"
minutes = 60
audience = "all"
needs = ["oven"]

[[session]]
id = "play"
title = "Play"
format = "plenary"
minutes = 60
audience = "all"
needs = ["stage"]
after = ["bread"]
)toml";

constexpr const char* kPeople =
    "id,name\nana,Ana Roux\nbo,Bo Ly\ncle,Cléo Fay\ndia,Dia Sow\neve,Eve Lum\nflo,Flo Roy\n";

constexpr const char* kVote = R"toml([gathering]
name = "Vote"
language = "en"
people = "people.csv"

[[day]]
date = 2025-02-11
opens = "09:00"
closes = "12:00"

[[site]]
id = "house"

[[room]]
id = "hall"
site = "house"
capacity = 20

[[session]]
id = "choice"
title = "Choice"
format = "committee"
minutes = 60
room = "hall"
audience = ["ana", "bo"]

[[poll]]
session = "choice"
options = ["2025-02-11 10:00"]
required = ["ana"]
answers = { ana = ["yes"], bo = ["no"] }
)toml";

struct Break {
  const char* what;
  const char* base;
  const char* from;
  const char* to;
  const char* id;     ///< that has to be named
  const char* table;  ///< of the first repair …
  const char* key;
};

const std::vector<Break>& breaks() {
  static const std::vector<Break> all{
      {"calendar short", kEvenings, "to = 2025-10-02", "to = 2025-09-10", "uses", "calendar", "to"},
      {"a fixed day beyond the calendar",
       kEvenings,
       "windows = [[\"2025-09-11 18:00\", \"2025-10-02 22:00\"]]",
       "day = 2025-10-09",
       "uses",
       "calendar",
       "to"},
      {"gap of days", kEvenings, "gap_days = 7", "gap_days = 60", "needs", "session", "after"},
      {"window shorter than its item",
       kEvenings,
       "\"21:00\"]",
       "\"19:30\"]",
       "needs",
       "session",
       "window"},
      {"dates too early",
       kEvenings,
       "2025-10-02 22:00",
       "2025-09-11 19:00",
       "uses",
       "session",
       "windows"},
      {"item far too long",
       kEvenings,
       "minutes = 120",
       "minutes = 1300",
       "uses",
       "session",
       "minutes"},
      {"equipment that one item lacks",
       kEvenings,
       "count = 2",
       "count = 1",
       "mike",
       "equipment",
       "count"},
      {"composition", kEvenings, "min = 2", "min = 9", "uses", "session", "composition"},
      {"pool too small", kEvenings, "count = 1", "count = 3", "uses", "session", "team"},
      {"seats missing", kGroups, "[1, 2]", "[1, 1]", "split", "rotation.station", "capacity"},
      {"large minimum", kGroups, "[1, 2]", "[5, 9]", "split", "rotation.station", "capacity"},
      {"one minimum above all who take part",
       kGroups,
       "[1, 2]",
       "[200, 300]",
       "split",
       "rotation.station",
       "capacity"},
      {"one host at two stations",
       kGroups,
       "\"flo\"",
       "\"eve\"",
       "eve",
       "rotation.station",
       "team"},
      {"a host who takes part", kGroups, "\"flo\"", "\"ana\"", "ana", "rotation", "participants"},
      {"together and apart",
       kGroups,
       "participants",
       "together = [[\"ana\", \"bo\"]]\napart = [[\"ana\", \"bo\"]]\nparticipants",
       "ana",
       "rotation",
       "together"},
      {"more apart than stations",
       kGroups,
       "participants",
       "apart = [[\"ana\", \"bo\", \"cle\"]]\nparticipants",
       "split",
       "rotation",
       "apart"},
      {"more together than a station takes",
       kGroups,
       "participants",
       "together = [[\"ana\", \"bo\", \"cle\", \"dia\"]]\nparticipants",
       "split",
       "rotation.station",
       "capacity"},
      {"far too long a way",
       kVillages,
       "minutes = 20",
       "minutes = 130",
       "bread",
       "travel",
       "minutes"},
      {"too few seats on the trips",
       kVillages,
       "seats = 6",
       "seats = 1",
       "bread",
       "travel",
       "seats"},
      {"the room that two stations share is too small",
       kGroups,
       "capacity = 20\nshared = true",
       "capacity = 3\nshared = true",
       "hall",
       "rotation.station",
       "rooms"},
      {"a poll asks for a day that is none of the gathering",
       kVote,
       "2025-02-11 10:00",
       "2025-02-12 10:00",
       "choice",
       "session",
       "day"},
      {"a poll waits for those who cannot come",
       kVote,
       "required = [\"ana\"]",
       "required = [\"bo\"]",
       "choice",
       "poll",
       "required"},
      {"a station asks for what its room lacks",
       kGroups,
       "id = \"two\"",
       "id = \"two\"\nneeds = [\"lift\"]",
       "hall",
       "room",
       "features"},
  };
  return all;
}

}  // namespace

TEST_CASE("the evenings, the groups and the villages of these tests have plans", "[explain]") {
  for (const auto* base : {kEvenings, kGroups, kVillages, kVote}) {
    const TempFolder folder;
    CHECK(app::explain(explain_request(folder, base, kPeople)).has_plan());
  }
}

TEST_CASE("each kind of break has its kind of repair", "[explain]") {
  for (const auto& one : breaks()) {
    DYNAMIC_SECTION(one.what) {
      const TempFolder folder;
      auto request =
          explain_request(folder, app_tests::replaced(one.base, one.from, one.to), kPeople);
      request.repair = 1;
      request.output = folder.file("new.toml");
      const auto found = app::explain(request);
      INFO(app::json(found));
      CHECK_FALSE(found.has_plan());
      REQUIRE_FALSE(found.conflicts.empty());
      CHECK(app_tests::names(found, one.id));
      REQUIRE_FALSE(found.repairs.empty());
      CHECK(found.repairs.front().changes.front().table == one.table);
      CHECK(found.repairs.front().changes.front().key == one.key);
      CHECK(app_tests::plans(request.output));
    }
  }
}
