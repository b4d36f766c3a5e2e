#include "cli/views/conflicts.h"

#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"

TEST_CASE("what is in the way and what would do read in a terminal", "[explain]") {
  const std::vector<engine::Obstruction> conflicts{
      {{"Ana Roux n’est jamais disponible quand « Atelier » peut avoir lieu",
        "Ana Roux is never available when \"Atelier\" can take place"},
       {"person-unavailable"},
       {"atelier", "ana"},
       true},
      {{"ensemble, « Bilan » et « Suites » n’ont pas de place",
        "\"Bilan\" and \"Suites\" have no place together"},
       {"day-bounds"},
       {"bilan", "suites"},
       false}};
  const std::vector<engine::Repair> repairs{
      {{"finir le mardi 11 février 2025 à 12h30 au lieu de 12h",
        "end on Tuesday 11 February 2025 at 12:30 instead of 12:00"},
       40,
       {{"day", "2025-02-11", "closes", "\"12:30\""}}},
      {{"demander à Ana Roux d’être là de 9h à 12h, et pouvoir se passer de « Suites »",
        "ask Ana Roux to be there from 9:00 to 12:00, and be ready to do without \"Suites\""},
       390,
       {{"person", "ana", "available", "[[\"09:00\", \"12:00\"]]"},
        {"session", "suites", "optional", "true"}}}};
  for (const auto language : {engine::Language::Fr, engine::Language::En}) {
    std::ostringstream out;
    const cli::Screen screen{.out = out, .width = 80, .language = language};
    cli::show_conflicts(conflicts, screen);
    cli::show_repairs(repairs, screen);
    cli::show_conflicts({}, screen);
    cli::show_repairs({}, screen);
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) CHECK(cli::display_width(line) <= 80);
    const auto* name = language == engine::Language::Fr ? "conflicts_fr.txt" : "conflicts_en.txt";
    CHECK(out.str() == tests::golden(name, out.str()));
  }
}
