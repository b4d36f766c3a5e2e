#include "tests/catch.h"
#include "tests/data/reading.h"

using reading::kHead;
using reading::Lines;

namespace {

/// What is added to the head, and the one line said about it.
struct Case {
  std::string toml;
  std::string english;
};

const std::string kSession =
    "[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"workshop\"\nminutes = 30\n";
const std::string kRotation =
    "[[rotation]]\nid = \"r\"\ntitle = \"R\"\nformat = \"world-cafe\"\npattern = \"remix\"\n"
    "rounds = 3\nminutes = 20\nparticipants = \"all\"\n";
const std::string kRoom = "[[room]]\nid = \"r\"\nsite = \"s\"\ncapacity = 20\n";

void check(const std::vector<Case>& cases) {
  for (const auto& [toml, expected] : cases) {
    INFO(toml);
    CHECK(reading::english(kHead + toml) == Lines{"g.toml:" + expected});
  }
}

}  // namespace

TEST_CASE("an unknown key names the nearest known one") {
  check({
      {kSession + "salle = \"a\"\n",
       "12:1: error: unknown key \"salle\" in [[session]]. Maybe: room"},
      {kSession + "  romo = \"a\"\n",
       "12:3: error: unknown key \"romo\" in [[session]]. Maybe: room"},
      {kSession + "début = \"09:00\"\n", "12:1: error: unknown key \"début\". Maybe: start"},
      {kSession + "audiance = \"all\"\n",
       "12:1: error: unknown key \"audiance\" in [[session]]. Maybe: audience"},
      {kSession + "published = { begin = \"09:00\" }\n",
       "12:15: error: unknown key \"begin\" in published. Maybe: start"},
      {kSession + "after = [{ session = \"t\", gap_day = 2 }]\n",
       "12:27: error: unknown key \"gap_day\" in after. Maybe: gap_days"},
      {kSession + "phases = [{ title = \"A\", duree = 5 }]\n",
       "12:26: error: unknown key \"duree\" in phases. Maybe: minutes"},
      {kSession + "team = { host = { number = 2 } }\n",
       "12:19: error: unknown key \"number\" in team. Maybe: count"},
      {kRoom + "jauge = 12\n", "11:1: error: unknown key \"jauge\" in [[room]]. Maybe: capacity"},
      {"[rules]\nroom-overlp = \"hard\"\n",
       "8:1: error: unknown rule \"room-overlp\". Maybe: room-overlap"},
  });
}

TEST_CASE("a misspelled part is read as the one that was meant") {
  for (const std::string part : {"sesion", "séance", "Session"}) {
    const auto toml =
        kHead + kSession + "[[" + part +
        "]]\nid = \"t\"\ntitle = \"T\"\nformat = \"other\"\nminutes = 5\nsalle = \"a\"\n";
    CHECK(reading::english(toml) ==
          Lines{"g.toml:12:3: error: unknown part \"" + part + "\". Maybe: session",
                "g.toml:17:1: error: unknown key \"salle\" in [[session]]. Maybe: room"});
    CHECK(reading::read(toml).gathering.sessions.size() == 2);
  }
}

TEST_CASE("a key nobody could mean lists what there is") {
  CHECK(
      reading::english(kHead + "[[equipment]]\nid = \"e\"\ncount = 2\nxyzzy = 1\n") ==
      Lines{"g.toml:10:1: error: unknown key \"xyzzy\" in [[equipment]]. Possible keys: id, name, "
            "count, site"});
}

TEST_CASE("a missing key is said at its table, unless a misspelled one stands there") {
  check({
      {"[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"other\"\n",
       "7:1: error: missing key \"minutes\" in [[session]]"},
      {"[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"other\"\ndurée = 30\n",
       "11:1: error: unknown key \"durée\". Maybe: minutes"},
      {"[[session]]\nid = \"s\"\ntitel = \"S\"\nformat = \"other\"\nminutes = 30\n",
       "9:1: error: unknown key \"titel\" in [[session]]. Maybe: title"},
      {kSession + "phases = [{ title = \"A\" }]\n",
       "12:11: error: missing key \"minutes\" in phases"},
      {"[[room]]\nid = \"r\"\ncapacity = 3\n", "7:1: error: missing key \"site\" in [[room]]"},
      {"[[room]]\nsite = \"s\"\ncapacity = 3\n", "7:1: error: missing key \"id\" in [[room]]"},
      {kRotation,
       "7:1: error: this rotation has no station: add [[rotation.station]] rows, or tables = 6"},
  });
}

TEST_CASE("a wrong type says what was expected and what was found") {
  check({
      {kSession + "seats = \"30\"\n",
       "12:9: error: \"seats\" expects a whole number, not the text \"30\". Maybe: 30"},
      {kSession + "seats = 3.5\n",
       "12:9: error: \"seats\" expects a whole number, not the number 3.5"},
      {kSession + "optional = \"oui\"\n",
       "12:12: error: \"optional\" expects true or false, not the text \"oui\". Maybe: true"},
      {kSession + "tags = \"vert\"\n",
       "12:8: error: \"tags\" expects a list in square brackets, not the text \"vert\". Maybe: "
       "[\"vert\"]"},
      {kSession + "room = 12\n",
       "12:8: error: \"room\" expects a text in quotes, not the number 12. Maybe: \"12\""},
      {kSession + "team = [\"a\"]\n",
       "12:8: error: \"team\" expects a table in braces, not a list"},
      {kSession + "team = { host = \"a\" }\n",
       "12:17: error: \"host\" expects a list of people, or a table with \"count\" and \"from\", "
       "not the text \"a\". Maybe: [\"a\"]"},
      {kSession + "equipment = { mic = \"two\" }\n",
       "12:21: error: \"mic\" expects a whole number, not the text \"two\""},
      {kSession + "rooms = [3]\n",
       "12:10: error: \"rooms\" expects a room, or a table with \"room\" and \"windows\", not the "
       "number 3"},
      {kSession + "after = \"t\"\n",
       "12:9: error: \"after\" expects a list in square brackets, not the text \"t\". Maybe: "
       "[\"t\"]"},
  });
}

TEST_CASE("times and dates") {
  check({
      {kSession + "start = \"9.30\"\n",
       "12:9: error: \"start\" expects a time such as \"09:30\" or a date and time such as "
       "\"2025-02-11 09:30\", not the text \"9.30\""},
      {kSession + "start = 2025-02-12T09:30:00+01:00\n",
       "12:9: error: \"start\" expects a time such as \"09:30\" or a date and time such as "
       "\"2025-02-11 09:30\", not a time with an offset (+01:00)"},
      {kSession + "start = 09:30:15\n",
       "12:9: error: \"start\" expects a time such as \"09:30\" or a date and time such as "
       "\"2025-02-11 09:30\", not the time 09:30"},
      {kSession + "day = \"12 février\"\n",
       "12:7: error: \"day\" expects a date such as 2025-02-11, not the text \"12 février\""},
      {kSession + "day = \"30/02/2025\"\n",
       "12:7: error: \"day\" expects a date such as 2025-02-11, not the text \"30/02/2025\""},
      {kSession + "window = [\"12:00\", \"09:00\"]\n",
       "12:10: error: the window ends (09:00) before it begins (12:00)"},
      {kSession + "window = [\"12:00\"]\n",
       "12:10: error: \"window\" expects two times, beginning and end, such as [\"09:00\", "
       "\"12:30\"], not a list"},
      {kSession + "windows = [\"09:00\", \"12:00\"]\n",
       "12:12: error: \"windows\" expects a list of windows such as [[\"09:00\", \"12:30\"], "
       "[\"14:00\", \"17:00\"]], not the text \"09:00\""},
      {kSession + "windows = [[\"09:00\", \"2025-02-12 12:00\"]]\n",
       "12:12: error: the window has a date on one side only: put it on both sides, or on neither"},
      {"[[site]]\nid = \"s\"\nopens = \"18:00\"\ncloses = \"9h\"\n",
       "10:10: error: \"closes\" must be after \"opens\""},
      {"[[day]]\ndate = 2025-02-13\nopens = \"18:00\"\ncloses = \"09:00\"\n",
       "10:10: error: the day closes (09:00) before it opens (18:00)"},
  });
}

TEST_CASE("numbers stay in their range") {
  check({
      {kSession + "priority = -1\n", "12:12: error: \"priority\": expected 0 or more, found -1"},
      {kSession + "setup = 2000\n", "12:9: error: \"setup\": expected 0 to 1440, found 2000"},
      {kSession + "min_minutes = 40\n",
       "12:15: error: \"min_minutes\" (40) is more than \"minutes\" (30)"},
      {kSession + "team = { host = { count = 0 } }\n",
       "12:27: error: \"count\": expected 1 or more, found 0"},
      {kSession + "after = [{ session = \"t\", gap = 30, max_gap = 10 }]\n",
       "12:10: error: \"max_gap\" (10) is smaller than \"gap\" (30)"},
      {"[[site]]\nid = \"s\"\nlatitude = 91\nlongitude = 2.35\n",
       "9:12: error: \"latitude\": expected -90 to 90, found 91"},
      {"[[site]]\nid = \"s\"\nlatitude = 48.8\n",
       "7:1: error: \"latitude\" and \"longitude\" go together"},
      {"[[travel]]\nfrom = \"a\"\nto = \"a\"\nminutes = 5\n",
       "9:6: error: a journey goes from one place to another: \"a\" is at both ends"},
      {kRotation + "tables = 0\n", "15:10: error: \"tables\": expected 1 to 10000, found 0"},
      {"[rules]\nwalking = -2\n", "8:11: error: \"walking\": expected 0 or more, found -2"},
  });
}

TEST_CASE("words that come from a list") {
  check({
      {kRotation + "tables = 3\nhosts = \"moves\"\n",
       "16:9: error: \"hosts\": \"moves\" is not known. Maybe: move"},
      {kSession + "audience = \"tous\"\n",
       "12:12: error: \"audience\" expects \"all\", \"none\", \"registered\" or a list such as "
       "[\"alice\", \"profile:elected\", \"tag:Lyon\"], not the text \"tous\". Maybe: \"all\""},
      {kSession + "audience = [\"profil:élue\"]\n",
       "12:13: error: \"profil:élue\": people are chosen by profile:, tag: or organisation:. "
       "Maybe: profile:élue"},
      {kSession + "audience = [\"all\"]\n",
       "12:13: error: \"all\" stands alone, outside a list: audience = \"all\""},
      {kRotation + "tables = 3\nmix = [\"profil\"]\n",
       "16:8: error: \"mix\": \"profil\" is neither profile, nor organisation, nor tag:X. Maybe: "
       "profile"},
      {"[rules]\nwalking = \"harder\"\n",
       "8:11: error: \"walking\" expects \"hard\", \"off\" or a weight (0, 1, 2…), not the text \""
       "harder\". Maybe: hard"},
      {"[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"table ronde\"\nminutes = 60\n",
       "10:10: error: \"format\": \"table ronde\" is written otherwise in the file. Maybe: "
       "round-table"},
      {"[[session]]\nid = \"s\"\ntitle = \"S\"\nformat = \"plenery\"\nminutes = 60\n",
       "10:10: error: \"format\": \"plenery\" is not known. Maybe: plenary"},
  });
}

TEST_CASE("ids say which character they may not have") {
  check({
      {"[[site]]\nid = \"la salle\"\n",
       "8:6: error: the id \"la salle\" contains a space: only letters without accents, digits, - "
       "and _ are allowed. Maybe: la-salle"},
      {"[[site]]\nid = \"café\"\n",
       "8:6: error: the id \"café\" contains \"é\": only letters without accents, digits, - and _ "
       "are allowed. Maybe: cafe"},
      {"[[site]]\nid = \"\"\n", "8:6: error: an id cannot be empty"},
  });
}

TEST_CASE("keys that exclude or need each other") {
  check({
      {kSession + "room = \"a\"\nrooms = [\"b\"]\n",
       "13:9: error: \"room\" and \"rooms\" say the same thing: keep one of them"},
      {kRotation + "tables = 3\n[[rotation.station]]\nid = \"a\"\n",
       "15:10: error: \"tables\" and [[rotation.station]] do not go together: keep one of them"},
      {kRotation + "room = \"x\"\n[[rotation.station]]\nid = \"a\"\n",
       "15:8: error: \"room\" goes with \"tables\"; each [[rotation.station]] has a room of its "
       "own"},
      {kRotation + "[[rotation.station]]\nid = \"a\"\ncapacity = [8, 4]\n",
       "17:12: error: \"capacity\": the most (4) is below the fewest (8)"},
      {"[session]\nid = \"s\"\ntitle = \"S\"\nformat = \"other\"\nminutes = 5\n",
       "7:1: error: [session] is written with double brackets: [[session]]"},
      {"[calendar]\nfrom = 2025-02-12\nto = 2025-02-13\nopens = \"9h\"\ncloses = \"10h\"\n",
       "7:1: error: [[day]] and [calendar] do not go together: keep one of them"},
  });
}

TEST_CASE("the head") {
  const std::string day = "[[day]]\ndate = 2025-02-12\nopens = \"09:00\"\ncloses = \"17:00\"\n";
  const auto head = [&](const std::string& text) { return reading::english(text + day); };
  CHECK(head("") == Lines{"g.toml:1:1: error: the part [gathering] with \"name\" is missing"});
  CHECK(head("name = \"x\"\n") ==
        Lines{"g.toml:1:1: error: \"name\" belongs under [gathering]",
              "g.toml:1:1: error: the part [gathering] with \"name\" is missing"});
  CHECK(head("[gathering]\n") == Lines{"g.toml:1:1: error: missing key \"name\" in [gathering]"});
  CHECK(head("[[gathering]]\nname = \"x\"\n") ==
        Lines{"g.toml:1:1: error: [gathering] is written once, with single brackets"});
  CHECK(head("[gathering]\nname = \"x\"\ntimezone = \"Europe/Pari\"\n") ==
        Lines{"g.toml:3:12: error: unknown time zone \"Europe/Pari\". Maybe: Europe/Paris"});
  CHECK(head("[gathering]\nname = \"x\"\ngrid = 7\n") ==
        Lines{"g.toml:3:8: error: \"grid\": 7 does not divide a day. For example: 5, 10, 15, 20, "
              "30 or 60"});
  CHECK(head("[gathering]\nname = \"x\"\nlanguage = \"de\"\n") ==
        Lines{"g.toml:3:12: error: \"language\": \"de\" is not known. One of: fr, en"});
  CHECK(head("[gathering]\nname = \"x\"\npeople = \"p.csv\"\n") ==
        Lines{"g.toml:3:10: error: p.csv is not in the document"});
  CHECK(reading::english("[gathering]\nname = \"x\"\n") ==
        Lines{"g.toml:1:1: error: the days are missing: one part [[day]] for each day, or "
              "[calendar]"});
}

TEST_CASE("every error of a file is said, in file order and in the language asked for") {
  const auto toml =
      kHead +
      "[[session]]\nid = \"s\"\nsalle = \"a\"\nminutes = 0\nformat = \"atelier\"\ntitle = \"S\"\n";
  CHECK(reading::french(toml) ==
        Lines{"g.toml:9:1: error: clé inconnue « salle » dans [[session]]. Peut-être : room",
              "g.toml:10:11: error: « minutes » : de 1 à 1440 attendu, 0 trouvé",
              "g.toml:11:10: error: « format » : « atelier » s'écrit en anglais dans le fichier. "
              "Peut-être : workshop"});
  CHECK(reading::english(toml).size() == 3);
}

TEST_CASE("French sentences have their no-break spaces and apostrophes") {
  const auto reading = reading::read(kHead + "[[site]]\nid = \"é\"\n");
  REQUIRE(reading.diagnostics.all().size() == 1);
  CHECK(reading.diagnostics.all()[0].text.fr ==
        "l’identifiant «\u202Fé\u202F» contient «\u202Fé\u202F»\u00A0: seuls les lettres sans "
        "accent, "
        "les chiffres, - et _ sont admis. Peut-être\u00A0: e");
}

TEST_CASE("columns count characters") {
  CHECK(
      reading::english(kHead + "[[person]]\nid = \"p\"\nname = \"Élodie\"\ntags = [\"é\", 3]\n") ==
      Lines{"g.toml:10:14: error: \"tags\" expects a text in quotes, not the number 3. Maybe: "
            "\"3\""});
}
