// One key set in the text of a gathering, and not a byte more.
#include "data/write/toml_edit.h"

#include "tests/catch.h"

namespace {

constexpr const char* kText = R"toml(# my day, as I like it
[gathering]
name = "A # day"  # not a comment inside
people = 'people.csv'

[[day]]
date = 2025-02-11   # Tuesday
opens = "09:00"
closes  =  "17:00" # keys back at five

[[room]]
id = "hall"
capacity = 10

[[session]]
id = "talk"
title = "[[room]] id = \"hall\""
needs = [
  "screen",  # the big one ]
  "sound",
]
room = "hall"

[[session]]
id = "other"
team.speaker = ["ana"]

[[rotation]]
id = "tour"
[[rotation.station]]
id = "a"
capacity = [1, 2]
[[rotation]]
id = "lap"
[[rotation.station]]
id = "a"
)toml";

/// `kText` with `from` replaced by `to`.
std::string with(const std::string& from, const std::string& to) {
  std::string text = kText;
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

std::string set(const engine::Setting& setting, const std::string& text = kText) {
  return data::with_setting(text, setting).value_or("(refused)");
}

}  // namespace

TEST_CASE("a key that is there gets its new value in place, comments and spaces kept",
          "[explain]") {
  CHECK(set({"day", "2025-02-11", "closes", "\"18:00\""}) == with("\"17:00\"", "\"18:00\""));
  CHECK(set({"room", "hall", "capacity", "12"}) == with("capacity = 10", "capacity = 12"));
  CHECK(set({"gathering", "", "people", "\"x.csv\""}) == with("'people.csv'", "\"x.csv\""));
  CHECK(set({"rotation.station", "tour/a", "capacity", "[1, 9]"}) == with("[1, 2]", "[1, 9]"));
}

TEST_CASE("a list over several lines is replaced as a whole", "[explain]") {
  CHECK(set({"session", "talk", "needs", "[]"}) ==
        with("[\n  \"screen\",  # the big one ]\n  \"sound\",\n]", "[]"));
}

TEST_CASE("a new key goes after the id of its row", "[explain]") {
  CHECK(set({"session", "talk", "optional", "true"}) ==
        with("id = \"talk\"\n", "id = \"talk\"\noptional = true\n"));
  CHECK(set({"rotation.station", "lap/a", "runs", "1"}) ==
        with("[[rotation]]\nid = \"lap\"\n[[rotation.station]]\nid = \"a\"\n",
             "[[rotation]]\nid = \"lap\"\n[[rotation.station]]\nid = \"a\"\nruns = 1\n"));
}

TEST_CASE("a way is known by its two ends, in the order in which the file names them",
          "[explain]") {
  const std::string ways =
      "[[travel]]\nfrom = \"a\"\nto = \"b\"\nminutes = 5\n"
      "[[travel]]\nfrom = \"a\"\nto = \"c\"\nminutes = 90 # on foot\n";
  CHECK(set({"travel", "a/c", "minutes", "30"}, ways) ==
        ways.substr(0, ways.find("90")) + "30 # on foot\n");
  CHECK_FALSE(data::with_setting(ways, {"travel", "b/a", "minutes", "30"}));
}

TEST_CASE("several rooms take the place of one", "[explain]") {
  CHECK(set({"session", "talk", "rooms", "[\"hall\", \"b\"]"}) ==
        with("room = \"hall\"\n", "rooms = [\"hall\", \"b\"]\n"));
}

TEST_CASE("rules, rooms and days that are not there are added at the end", "[explain]") {
  CHECK(set({"rules", "", "room-capacity", "10"}) ==
        std::string(kText) + "\n[rules]\nroom-capacity = 10\n");
  CHECK(set({"room", "new", "capacity", "3"}) ==
        std::string(kText) + "\n[[room]]\nid = \"new\"\ncapacity = 3\n");
  CHECK(set({"day", "2025-02-12", "opens", "\"09:00\""}) ==
        std::string(kText) + "\n[[day]]\ndate = 2025-02-12\nopens = \"09:00\"\n");
}

TEST_CASE("line ends and a byte order mark stay as they are", "[explain]") {
  CHECK(set({"room", "r", "setup", "5"}, "\xEF\xBB\xBF[[room]]\r\nid = \"r\"") ==
        "\xEF\xBB\xBF[[room]]\r\nid = \"r\"\r\nsetup = 5\r\n");
}

TEST_CASE("what is written in another way is left alone", "[explain]") {
  CHECK_FALSE(data::with_setting(kText, {"session", "other", "team", "{}"}));
  CHECK_FALSE(data::with_setting(kText, {"session", "nowhere", "minutes", "5"}));
  CHECK_FALSE(data::with_setting("[[session]]\nid = \"s\"\n[session.team]\nspeaker = []\n",
                                 {"session", "s", "team", "{}"}));
}
