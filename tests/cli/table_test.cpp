#include "cli/terminal/table.h"

#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"

namespace {

std::string written(const cli::Table& table, int width, bool colour = false) {
  std::ostringstream out;
  table.write({.out = out, .width = width, .colour = colour});
  return out.str();
}

cli::Table travellers() {
  cli::Table table({{"Heure"}, {"Quoi"}, {"Où"}, {"Nombre", true}});
  table.add({{"09:15–10:15"},
             {"Marché des lieux : on flâne entre les tables"},
             {"Grande salle"},
             {"45"}});
  table.add({{"10:30"},
             {"Ouverture avec 王小明 et 山田太郎"},
             {"Salle des fêtes de l’Hôtel-de-Ville"},
             {"7"}});
  table.add(
      {{""},
       {"Café ☕ et goûter 👩🏽‍🌾 pour tout le monde, 🇫🇷🇧🇪 bienvenue"},
       {"Élodie-Anaïs"},
       {"120"}});
  table.add(
      {{"14:00"}, {"Anticonstitutionnellementinterminablementlongmot"}, {"Cafe\u0301"}, {""}});
  return table;
}

}  // namespace

TEST_CASE("a text is as wide as its letters, not as its bytes") {
  CHECK(cli::display_width("Élodie") == 6);
  CHECK(cli::display_width("E\u0301lodie") == 6);  // as macOS writes accents
  CHECK(cli::display_width("王小明") == 6);
  CHECK(cli::display_width("👩🏽‍🌾") == 2);
  CHECK(cli::display_width("🇫🇷🇧🇪") == 4);
  CHECK(cli::display_width("❤️") == 2);
  CHECK(cli::display_width("9 h\u00A0: « oui\u202F»") == 13);
  CHECK(cli::display_width("") == 0);
}

TEST_CASE("what a terminal would obey does not reach it") {
  CHECK(cli::printable("rouge\033[31m\r\a") == "rouge [31m  ");
  CHECK(cli::printable("d\xE9j\xE0") == "d\uFFFDj\uFFFD");
  CHECK(cli::printable("coupé\xE2\x82") == "coupé\uFFFD\uFFFD");
  CHECK(cli::printable("\xC2\x9B") == " ");  // a one-byte escape of old terminals
}

TEST_CASE("lines break at spaces, and only there as long as words fit") {
  CHECK(cli::wrapped("un deux trois", 8) == std::vector<std::string>{"un deux", "trois"});
  CHECK(cli::wrapped("Jean-Pierre Lévy-Dupont", 12) ==
        std::vector<std::string>{"Jean-Pierre", "Lévy-Dupont"});
  CHECK(cli::wrapped("12\u00A0min de", 6) == std::vector<std::string>{"12\u00A0min", "de"});
  CHECK(cli::wrapped("à l’été\u0301ternel", 6) ==
        std::vector<std::string>{"à", "l’été\u0301t", "ernel"});
  CHECK(cli::wrapped("Le pain : un « bon » four", 8) ==
        std::vector<std::string>{"Le", "pain :", "un", "« bon »", "four"});
  CHECK(cli::wrapped("a\nb", 10) == std::vector<std::string>{"a", "b"});
  CHECK(cli::wrapped("", 10) == std::vector<std::string>{""});
}

TEST_CASE("columns that need little get it, the others share the rest") {
  CHECK(cli::shared_widths({5, 10}, {5, 5}, 40) == std::vector<int>{5, 10});
  CHECK(cli::shared_widths({5, 40, 60}, {5, 8, 8}, 45) == std::vector<int>{5, 20, 20});
  CHECK(cli::shared_widths({5, 12, 60}, {5, 8, 8}, 48) == std::vector<int>{5, 12, 31});
  CHECK(cli::shared_widths({30, 30}, {20, 20}, 11) == std::vector<int>{5, 6});
}

TEST_CASE("a table fits the screen, whatever is in it") {
  const auto table = travellers();
  for (const int width : {40, 80}) {
    const auto text = written(table, width);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(cli::display_width(line) <= width);
      CHECK((line.empty() || line.back() != ' '));
    }
    CHECK(text == tests::golden("table_" + std::to_string(width) + ".txt", text));
  }
}

TEST_CASE("colours are there only when wanted") {
  cli::Table table({{"Nom"}});
  table.add({{"Élodie", cli::Tone::Bad}});
  CHECK(written(table, 80).find('\033') == std::string::npos);
  CHECK(written(table, 80, true).find("\033[1;31mÉlodie\033[0m") != std::string::npos);
}
