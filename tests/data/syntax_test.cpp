#include "data/read/toml_file.h"
#include "tests/catch.h"
#include "tests/data/reading.h"

using reading::kHead;
using reading::Lines;

namespace {

struct Case {
  std::string toml;
  std::string english;
};

}  // namespace

TEST_CASE("an error of syntax is said in plain words, at its line") {
  const std::vector<Case> cases = {
      {"x = Accueil\n", "7:5: error: a text is written between straight quotes: \"Accueil\""},
      {"x = 9:30\n", "7:6: error: a time is written in quotes: \"9:30\""},
      {"x = 9h30\n", "7:6: error: a time is written in quotes: \"9h30\""},
      {"x = 11/02/2025\n",
       "7:7: error: a date is written 2025-02-11, or in quotes: \"11/02/2025\""},
      {"x = 2025-02-30\n", "7:15: error: there is no such date; a date is written 2025-02-11"},
      {"x = 30 min\n",
       "7:8: error: a number is written without unit or comma, a text in quotes: \"30 min\""},
      {"x = Oui\n",
       "7:5: error: yes or no is written true or false, in small letters. Maybe: true"},
      {"x = \"abc\n", "7:5: error: this quote is not closed on its line"},
      {"x = \n", "7:5: error: the value is missing after the sign ="},
      {"x\n", "7:2: error: the sign = is missing between key and value: key = value"},
      {"x = [1 2]\n",
       "7:8: error: in a list, values are separated by commas, and the list closes with ]"},
      {"x = { b = 1,\n c = 2 }\n",
       "7:13: error: what stands between braces stays on one line, with commas between the keys"},
      {"[session\nid = 1\n",
       "7:9: error: a heading stands alone on its line: [gathering] or [[session]]"},
      {"// note\n",
       "7:1: error: a line is \"key = value\", a heading [[session]] or a comment that begins with "
       "#"},
      {"x = [\"a\",\ny = 2\n", "7:5: error: what opens here, [, is not closed"},
      {"x = \"\"\"abc\ny = 2\n", "7:5: error: this text between triple quotes is never closed"},
      {"x = “abc”\n",
       "7:5: error: texts are written between straight quotes \"…\", not typographic ones"},
      {"x = Évian\n", "7:5: error: a text is written between straight quotes: \"Évian\""},
      {"x = \"a\\q\"\n", "7:8: error: the backslash \\ is written twice: \\\\"},
      {"x = 007\n", "7:8: error: a number does not begin with 0"},
      {"[rules]\nwalking = 1\n[rules]\n", "9:1: error: \"rules\" is already defined above"},
  };
  for (const auto& [toml, expected] : cases) {
    INFO(toml);
    const auto said = reading::english(kHead + toml);
    REQUIRE_FALSE(said.empty());
    CHECK(said.front() == "g.toml:" + expected);
  }
}

TEST_CASE("after an error of syntax the rest is still read, and nothing is called missing") {
  const auto reading = reading::read(kHead +
                                     "[[session]]\n"
                                     "id = s1\n"
                                     "id = \"s1\"\n"
                                     "id = \"s2\"\n"
                                     "minutes = 9h\n"
                                     "salle = \"x\"\n");
  CHECK_FALSE(reading.whole);
  CHECK(reading::lines(reading, engine::Language::En) ==
        Lines{"g.toml:8:6: error: a text is written between straight quotes: \"s1\"",
              "g.toml:10:1: error: \"id\" is already defined above",
              "g.toml:11:12: error: a time is written in quotes: \"9h\"",
              "g.toml:12:1: error: unknown key \"salle\" in [[session]]. Maybe: room"});
}

TEST_CASE("accents outside quotes never reach the library") {
  const auto said =
      reading::english(kHead + "[[person]]\nid = \"p\"\nname = \"P\"\nrégime = \"x\"\nà·b = 1\n");
  CHECK(said ==
        Lines{"g.toml:10:1: error: unknown key \"régime\". Maybe: diet",
              "g.toml:11:1: error: unknown key \"à·b\": outside quotes a key has no accents. "
              "Maybe: \"à·b\""});
  CHECK(
      reading::english(kHead + "# régime « à part » : “oui”\n\"[[x]] = é\" = 1\n") ==
      Lines{"g.toml:8:1: error: unknown key \"[[x]] = é\" in [[day]]. Possible keys: date, opens, "
            "closes"});
}

TEST_CASE("an invisible space outside quotes is said and read as a space") {
  CHECK(
      reading::english(kHead + "[[site]]\nid\u00A0= \"s\"\n") ==
      Lines{"g.toml:8:3: error: a no-break space hides here, outside quoted text: replace it with "
            "a plain space"});
}

TEST_CASE("roles with accents are written in quotes") {
  const auto reading = reading::read(
      kHead +
      "[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"other\"\nminutes = 5\n"
      "team = { \"modératrice\" = [\"a\"], host = { count = 2, from = [\"tag:accueil\"] } }\n");
  CHECK(reading.diagnostics.all().empty());
  REQUIRE(reading.gathering.sessions.size() == 1);
  const auto& team = reading.gathering.sessions[0].team;
  REQUIRE(team.size() == 2);
  CHECK(team[0].name.value == "modératrice");
  CHECK(team[1].open->value == 2);
}

TEST_CASE("nesting cannot exhaust the stack") {
  const auto deep = [](const std::string& piece) {
    std::string text = "x = ";
    for (int i = 0; i < 100'000; ++i) text += piece;
    return reading::english(kHead + text + "\n");
  };
  CHECK(deep("[").at(0) == "g.toml:7:37: error: nested too deeply: 32 levels at most");
  CHECK(deep("{a=").at(0) == "g.toml:7:101: error: nested too deeply: 32 levels at most");
  std::string dots = "a";
  for (int i = 0; i < 100'000; ++i) dots += ".a";
  CHECK(reading::english(kHead + dots + " = 1\n").size() == 1);
  CHECK(reading::english(kHead + "[" + dots + "]\n").size() == 1);
}

TEST_CASE("texts of several lines keep their lines") {
  const auto reading = reading::read(
      kHead +
      "[[site]]\nid = \"s\"\naddress = \"\"\"\n1 rue\n\"Haute\"\"\"\"\nname = '''l'été'''\n");
  CHECK(reading.diagnostics.all().empty());
  CHECK(reading.gathering.sites.at(0).address == "1 rue\n\"Haute\"");
  CHECK(reading.gathering.sites.at(0).name == "l'été");
}

TEST_CASE("Windows line ends and Windows-1252 are read too") {
  const auto reading = reading::read(
      "[gathering]\r\nname = \"\xC9t\xE9\"\r\nlanguage = \"en\"\r\n[[day]]\r\ndate = "
      "2025-02-12\r\nopens = \"9h\"\r\ncloses = \"17h\"\r\n");
  CHECK(reading.diagnostics.all().empty());
  CHECK(reading.gathering.name == "Été");
}

TEST_CASE("what is no text is one clear error") {
  CHECK(reading::english("") == Lines{"g.toml:1:1: error: the file is empty"});
  CHECK(reading::english(" \n\n") == Lines{"g.toml:1:1: error: the file is empty"});
  CHECK(reading::english(std::string(1000, '\0')) ==
        Lines{"g.toml:1:1: error: this is not a text file"});
  CHECK(reading::english("\xFF\xFE[\0g\0") ==
        Lines{"g.toml:1:1: error: text in UTF-16: save it as UTF-8"});
}
