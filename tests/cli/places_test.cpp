#include "cli/views/places.h"

#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"
#include "tests/cli/small_day.h"

namespace {

constexpr engine::Minute kNine = 20130 * engine::kMinutesPerDay + 9 * 60;  // 2025-02-11 09:00

engine::Placement place(int minutes, const char* room, std::int64_t soft) {
  engine::Placement place;
  place.start = kNine + minutes;
  place.room = room;
  place.cost.soft = soft;
  if (soft != 0) place.rules = {{"idle-gap", false, soft, soft}};
  return place;
}

engine::Placement barred(int minutes, const char* room, const char* fr, const char* en) {
  auto one = place(minutes, room, 0);
  one.cost.hard = 1;
  one.broken = {{"person-overlap", {fr, en}}};
  return one;
}

/// Barred at nine, best at ten, and the blue room taken all along.
engine::Placements places() {
  engine::Placements list;
  list.id = "film";
  list.minutes = 45;
  list.placed = true;
  for (int minutes = 0; minutes < 60; minutes += 5)
    for (const auto* room : {"verte", "bleue"})
      list.list.push_back(barred(minutes,
                                 room,
                                 "Anaïs Lebrun et Léo Perrin sont déjà à « Accueil café »",
                                 "Anaïs Lebrun and Léo Perrin are at \"Accueil café\" already"));
  for (int minutes = 60; minutes < 180; minutes += 5) {
    list.list.push_back(place(minutes, "verte", minutes < 100 ? -2 : 3));
    list.list.push_back(place(minutes, "cave", minutes < 100 ? -2 : 4));
    list.list.push_back(barred(minutes, "bleue", "Salle bleue est prise", "Salle bleue is taken"));
    if (minutes == 120) {
      auto& now = list.list[list.list.size() - 3];
      now = place(minutes, "verte", 0);
      now.current = true;
    }
  }
  list.list.push_back(barred(180, "verte", "Salle verte est prise", "Salle verte is taken"));
  list.list.push_back(barred(180, "bleue", "Salle bleue est prise", "Salle bleue is taken"));
  list.out = {{"cave", "room-capacity"}};
  return list;
}

std::string shown(const engine::Placements& list, engine::Language language) {
  const auto gathering = tests::small_day(language);
  const auto plan = tests::small_plan();
  std::ostringstream out;
  cli::show_places(
      cli::Showing(gathering, plan), list, {.out = out, .width = 80, .language = language});
  return out.str();
}

}  // namespace

TEST_CASE("where a session could go reads in a terminal, the cheapest first", "[explain]") {
  for (const auto language : {engine::Language::Fr, engine::Language::En}) {
    const auto text = shown(places(), language);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(cli::display_width(line) <= 80);
    const auto* name = language == engine::Language::Fr ? "places_fr.txt" : "places_en.txt";
    CHECK(text == tests::golden(name, text));
  }
}

TEST_CASE("a session that the file ties to one hour says so", "[explain]") {
  auto list = places();
  list.list = {place(0, "verte", 0)};
  list.list[0].current = true;
  list.out.clear();
  const auto text = shown(list, engine::Language::Fr);
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("que ce début"));
  CHECK_THAT(text, !Catch::Matchers::ContainsSubstring("ne peut pas aller"));
}

TEST_CASE("where nothing keeps the rules, the reasons are given", "[explain]") {
  auto list = places();
  list.list = {barred(0, "verte", "Salle verte est prise", "Salle verte is taken")};
  CHECK_THAT(shown(list, engine::Language::En),
             Catch::Matchers::ContainsSubstring("No place keeps every hard rule") &&
                 Catch::Matchers::ContainsSubstring("Salle verte is taken"));
}
