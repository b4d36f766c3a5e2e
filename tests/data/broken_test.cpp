#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

#include "data/read/disk.h"
#include "tests/catch.h"
#include "tests/data/reading.h"

namespace fs = std::filesystem;
using reading::kHead;
using reading::Lines;

namespace {

/// A folder of its own for each test, gone at its end.
class Folder {
 public:
  Folder() {
    std::random_device random;
    path_ = fs::temp_directory_path() / ("farandole-" + std::to_string(random()));
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

Lines said(const std::string& path) {
  return reading::lines(data::read_gathering(path), engine::Language::En);
}

/// A gathering with a piece of everything, to be broken.
const std::string kPieces =
    kHead +
    "[[site]]\nid = \"s\"\nlatitude = 48.8\nlongitude = 2.3\n"
    "[[room]]\nid = \"r\"\nsite = \"s\"\ncapacity = 20\nclosed = [[\"12:00\", \"13:00\"]]\n"
    "[[person]]\nid = \"a\"\nname = \"Élodie\"\ntags = [\"x\", 'y']\navailable = [[\"9h\", "
    "\"12h\"]]\n"
    "[[session]]\nid = \"p\"\ntitle = \"\"\"Pléni\nère\"\"\"\nformat = \"plenary\"\nminutes = 30\n"
    "team = { speaker = [\"a\"], host = { count = 1, from = \"all\" } }\n"
    "rooms = [\"r\", { room = \"r\", windows = [[\"09:00\", \"10:00\"]] }]\n"
    "start = 2025-02-12T09:00:00\nafter = [{ session = \"q\", gap = 5 }]\n"
    "[[rotation]]\nid = \"w\"\ntitle = \"W\"\nformat = \"world-cafe\"\npattern = \"remix\"\n"
    "rounds = 3\nminutes = 20\nparticipants = [\"tag:x\"]\ntables = 4\nroom = \"r\"\n"
    "[rules]\nwalking = 2\nroom-overlap = \"hard\"\n";

/// Texts that are wrong on their own, added to the head.
const std::vector<std::string> kBroken = {
    "[",
    "]",
    "[[",
    "[[]]",
    "[]",
    "[[session]",
    "[session]]",
    "[[session]]]",
    "=",
    "= 1",
    "x =",
    "x = =",
    "x = [",
    "x = ]",
    "x = {",
    "x = }",
    "x = {,}",
    "x = [,]",
    "x = \"",
    "x = '",
    "x = \"\"\"",
    "x = '''",
    "x = \"\\",
    "x = \"\\u\"",
    "x = \"\\uD800\"",
    "x = \"\\UFFFFFFFF\"",
    "\"",
    "'",
    "\"\"\"",
    "x = 0x",
    "x = 1e",
    "x = 1e999",
    "x = +",
    "x = -",
    "x = 99999999999999999999",
    "x = 1__0",
    "x = 2025-02-11T",
    "x = 25:00:00",
    "x = 2025-13-11",
    "x = 10000-01-01",
    "x = nan",
    "x.y.z",
    "x . y = 1",
    ".x = 1",
    "x. = 1",
    "x..y = 1",
    "\x01",
    "x = \"\x01\"",
    "é",
    "é = é",
    "[é]",
    "[[é.è]]",
    "x = {é = 1}",
    "x = [é]",
    "\u00A0",
    "x\u00A0=\u00A01",
    "“x” = 1",
    "x = «y»",
    "\xF0\x9F\x8E\x89 = 1",
    "[gathering]",
    "[[gathering]]",
    "[[day.hours]]",
    "[day]",
    "day = 3",
    "[[session.team]]",
    "[session]\n[[session]]",
    "[[rotation.station]]\nid = \"a\"",
    "[rotation.station]",
    "[[rotation]]\nstation = 3",
    "[[rotation]]\nstation = [3]",
    "[[session]]\nteam = { a = {} }",
    "[[session]]\nteam = { \"\" = [\"x\"] }",
    "[[session]]\nafter = [[]]",
    "[[session]]\nrooms = [[]]",
    "[[session]]\nwindows = [[], [1], [1, 2, 3]]",
    "[[session]]\nid = []",
    "[rules]\nx = {}",
    "[rules.walking]\nx = 1",
    "[calendar]\nfrom = 2025-02-30",
    "[[travel]]",
    "[[person]]\nid = \"\\u0000\"",
    "[[site]]\nlatitude = nan\nlongitude = inf\nid = \"s\"",
};

bool is_one_line(const std::string& text) {
  return !text.empty() && text.size() < 1'100 &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
}

/// Whatever is said has a place in a file and one line of words in both languages.
bool is_well_said(const data::Reading& reading) {
  for (const auto& one : reading.diagnostics.all()) {
    const bool placed = one.where.file < reading.gathering.files.size() && one.where.line >= 1 &&
                        one.where.column >= 1;
    if (!placed || !is_one_line(one.text.fr) || !is_one_line(one.text.en)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("broken files are answered with errors, never with a crash") {
  for (const auto& text : kBroken) {
    INFO(text);
    CHECK(reading::read(kHead + text + "\n").diagnostics.has_errors());
    CHECK(reading::read(text).diagnostics.has_errors());
  }
}

TEST_CASE("whatever a file holds, what is said of it is one line") {
  const std::string escape = "[[site]]\nid = \"a\\u001B[31m\\nb\"\n";
  const auto long_word =
      std::string(100'000, 'x') + "é = 1\n" + std::string(100'000, 'y') + " = 1\n";
  for (const auto& text : {escape, long_word}) {
    const auto reading = reading::read(kHead + text);
    CHECK(reading.diagnostics.has_errors());
    CHECK(is_well_said(reading));
  }
}

TEST_CASE("a file cut anywhere is read as far as it goes") {
  CHECK(reading::english(kPieces).empty());
  for (std::size_t size = 0; size < kPieces.size(); ++size)
    CHECK(is_well_said(reading::read(kPieces.substr(0, size))));
}

TEST_CASE("a file with any bytes changed is answered") {
  std::mt19937 random(20250212);
  const std::string signs =
      "[]{}\"'=,.#\n\\ \xC3\xA9\xE2\x80\x9C\xFF" + std::string(1, '\0') + "a1-:T";
  for (int round = 0; round < 3'000; ++round) {
    auto text = kPieces;
    for (int change = 0; change < 1 + round % 4; ++change)
      text[random() % text.size()] = signs[random() % signs.size()];
    INFO(text);
    CHECK(is_well_said(reading::read(text)));
  }
}

TEST_CASE("tables of any bytes are answered") {
  const auto head =
      "[gathering]\nname = \"x\"\npeople = \"p\"\nregistrations = \"r\"\nwishes = \"w\"\n";
  const std::string signs = "\",;\t\r\n|/ idnameperson9h:\xC3\xA9\xFF";
  std::mt19937 random(1);
  for (int round = 0; round < 2'000; ++round) {
    std::string text =
        round % 2 == 0 ? "id,name,available,person,session,rotation,station,rank\n" : "";
    for (int i = 0; i < round % 200; ++i) text += signs[random() % signs.size()];
    INFO(text);
    CHECK(is_well_said(reading::read(head, {{"p", text}, {"r", text}, {"w", text}})));
  }
}

TEST_CASE("a gathering on disk, its tables beside it") {
  const Folder folder;
  folder.write("people.csv", "id;name\na;Ana\n");
  const auto path =
      folder.write("gathering.toml",
                   "[gathering]\nname = \"x\"\npeople = \"people.csv\"\n[[day]]\ndate = "
                   "2025-02-12\nopens = \"9h\"\ncloses = \"17h\"\n");
  const auto reading = data::read_gathering(path);
  CHECK(reading.diagnostics.all().empty());
  CHECK(reading.gathering.people.size() == 1);
  CHECK(reading.gathering.files == Lines{path, folder / "people.csv"});
  REQUIRE(reading.sources.size() == 2);
  CHECK(reading.sources[0].path == "gathering.toml");
  CHECK(reading.sources[1].path == "people.csv");
  CHECK(reading.sources[1].bytes == "id;name\na;Ana\n");
  const auto again = data::read_gathering(reading.sources);
  CHECK(again.diagnostics.all().empty());
  CHECK(again.gathering.people.size() == 1);
}

TEST_CASE("files that cannot be read are said where they are named") {
  const Folder folder;
  folder.write("people.csv", "id;name\na;Ana\n");
  const auto path =
      folder.write("g.toml",
                   "[gathering]\nname = \"x\"\npeople = \"peple.csv\"\nwishes = "
                   "\".\"\n[[day]]\ndate = 2025-02-12\nopens = \"9h\"\ncloses = \"17h\"\n");
  CHECK(said(path) == Lines{path + ":3:10: error: there is no such file: " +
                                (folder / "peple.csv") + ". Maybe: people.csv",
                            path + ":4:10: error: " + (folder / ".") + " is a folder, not a file"});
  const auto absent = folder / "gathering.toml";
  CHECK(said(absent) == Lines{absent + ":1:1: error: there is no such file: " + absent});
  const auto here = folder / "";
  CHECK(said(here).size() == 1);
}

TEST_CASE("a file of 100 MB is refused unread") {
  const Folder folder;
  const auto path = folder.write("g.toml", "");
  fs::resize_file(path, 100'000'000);
  CHECK(said(path) == Lines{path + ":1:1: error: " + path + " is too large: 100 MB, 8 MB at most"});
}
