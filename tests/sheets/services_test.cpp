// Meals, transport, room setup and workshop cards.
#include <fmt/format.h>

#include "sheets/lookup/material.h"
#include "sheets/rooms/room_setup.h"
#include "sheets/services/meals.h"
#include "sheets/services/transport.h"
#include "sheets/team/workshop_card.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using tests::Planned;

void list(std::string& out, const std::string& label, const std::vector<std::string>& lines) {
  for (const auto& line : lines) out += "    " + label + " " + line + "\n";
}

void write_sitting(std::string& out, const sheets::Sitting& sitting) {
  out += fmt::format(
      "  {} {} @ {}: {}\n", sitting.hours, sitting.title, sitting.place, sitting.people);
  for (const auto& diet : sitting.diets) out += fmt::format("    {} {}\n", diet.people, diet.diet);
}

std::string written(const std::vector<sheets::MealDay>& days) {
  std::string out;
  for (const auto& day : days) {
    out += day.key + " " + day.date + "\n";
    for (const auto& sitting : day.meals) write_sitting(out, sitting);
    for (const auto& sitting : day.drinks) write_sitting(out, sitting);
  }
  return out;
}

std::string written(const sheets::TransportSheets& sheets) {
  std::string out;
  for (const auto& trip : sheets.trips) {
    out += fmt::format("{} | {} {} | {} {} -> {} {} | {} of {} seats, {} step-free\n",
                       trip.key,
                       trip.title,
                       trip.way,
                       trip.leaves,
                       trip.from,
                       trip.arrives,
                       trip.to,
                       trip.riders,
                       trip.seats,
                       trip.step_free);
    list(out, "call", trip.contacts);
    list(out, "-", trip.names);
  }
  for (const auto& carried : sheets.carried) {
    out += carried.key + " " + carried.title + "\n";
    for (const auto& line : carried.lines)
      out += fmt::format("    {} {} -> {} {} ({}) | {} x {}\n",
                         line.ready,
                         line.from,
                         line.needed,
                         line.to,
                         line.length,
                         line.count,
                         line.what);
  }
  return out;
}

std::string written(const std::vector<sheets::SetupSheet>& sheets) {
  std::string out;
  for (const auto& sheet : sheets) {
    out += fmt::format(
        "{} {} {} {} {}\n", sheet.room, sheet.day_key, sheet.site, sheet.capacity, sheet.date);
    for (const auto& row : sheet.rows) {
      out += fmt::format("  ({}) {}-{} ({}) {} | {} | {}\n",
                         row.ready,
                         row.start,
                         row.end,
                         row.clear,
                         row.title,
                         row.layout,
                         row.seats);
      list(out, "needs", row.needs);
      list(out, "bring", row.bring);
      list(out, "take", row.take);
    }
  }
  return out;
}

std::string written(const std::vector<sheets::WorkshopCard>& cards) {
  std::string out;
  for (const auto& card : cards) {
    out += fmt::format("{} {} | {} | {} | {}\n  goal {}\n",
                       card.key,
                       card.title,
                       card.format,
                       card.when,
                       card.place,
                       card.goal);
    list(out, "team", card.team);
    for (const auto& phase : card.phases)
      out +=
          fmt::format("    {} {} {} | {}\n", phase.time, phase.length, phase.title, phase.prompt);
    out += "    room " + card.layout + "\n";
    list(out, "with", card.material);
    out += "    " + card.count + ":";
    for (const auto& name : card.names) out += " " + name;
    out += "\n";
  }
  return out;
}

const sheets::SetupRow& row(const std::vector<sheets::SetupSheet>& sheets,
                            const std::string& title) {
  for (const auto& sheet : sheets)
    for (const auto& one : sheet.rows)
      if (one.title == title) return one;
  throw std::out_of_range(title);
}

}  // namespace

TEST_CASE("meals of two days by sitting and diet") {
  const auto days = tests::equipped_days();
  const auto text = written(sheets::meals_of(days.gathering, days.plan, tests::options()));
  CHECK(text == tests::approved("sheets/meals_equipped_fr.txt", text));
}

TEST_CASE("the diets of a sitting add up to its people, however they are spelt") {
  auto days = tests::equipped_days();
  days.gathering.people[0].diet = "Végétarien";
  days.gathering.people[1].diet = "VEGETARIEN";
  for (const auto& day : sheets::meals_of(days.gathering, days.plan, tests::options()))
    for (const auto& sitting : day.meals) {
      std::size_t sum = 0;
      int vegetarian = 0;
      for (const auto& diet : sitting.diets) {
        sum += diet.people;
        vegetarian += diet.diet.size() > 2 && diet.diet.find("rien") != std::string::npos ? 1 : 0;
      }
      CHECK(sum == sitting.people);
      CHECK(vegetarian == 1);
    }
}

TEST_CASE("transport of two days: a coach, and the shuttles people need") {
  const auto days = tests::equipped_days();
  const auto text =
      written(sheets::transport_sheets_of(days.gathering, days.plan, tests::options(Language::En)));
  CHECK(text == tests::approved("sheets/transport_equipped_en.txt", text));
}

TEST_CASE("step-free needs are a number, and nobody is named without personal data") {
  const auto days = tests::equipped_days();
  const auto trips = sheets::transport_sheets_of(days.gathering, days.plan, tests::options()).trips;
  CHECK(trips.front().step_free == 2);  // p4 and p12 ride the coach
  auto options = tests::options();
  options.no_personal_data = true;
  for (const auto& trip : sheets::transport_sheets_of(days.gathering, days.plan, options).trips) {
    CHECK(trip.riders > 0);
    CHECK(trip.names.empty());
    CHECK(trip.contacts.empty());
    CHECK(trip.step_free == 0);
  }
}

TEST_CASE("room setup of two equipped days") {
  const auto days = tests::equipped_days();
  const auto text = written(sheets::room_setups_of(days.gathering, days.plan, tests::options()));
  CHECK(text == tests::approved("sheets/room_setup_equipped_fr.txt", text));
}

TEST_CASE("equipment that the next one in the room needs too stays there") {
  auto days = tests::equipped_days();
  for (auto& session : days.gathering.sessions)
    if (session.id.value == "o") session.equipment = {{{"micro", {}}, 1}, {{"tableau", {}}, 1}};
  const auto setups = sheets::room_setups_of(days.gathering, days.plan, tests::options());
  const auto& welcome = row(setups, "Accueil");
  const auto& opening = row(setups, "Ouverture : dix ans de coopération");
  CHECK(welcome.take == std::vector<std::string>{"1\u00a0× Tableau papier"});
  CHECK(opening.bring ==
        std::vector<std::string>{"2\u00a0× Micro sans fil", "1\u00a0× Vidéoprojecteur"});
}

TEST_CASE("a column that nothing in the room fills is not printed") {
  const auto plain = tests::words_on(tests::drawn("room-setup", tests::two_days()));
  CHECK(plain.find("Apporter") == plain.npos);
  CHECK(plain.find("Disposition") != plain.npos);
  const auto equipped = tests::words_on(tests::drawn("room-setup", tests::equipped_days()));
  CHECK(equipped.find("Apporter") != equipped.npos);
}

TEST_CASE("a room of few uses is set up from a page of large type, whose words are not cut") {
  auto day = tests::two_days();
  day.plan.rotations.clear();
  day.plan.sessions.resize(1);
  auto& title =
      std::find_if(day.gathering.sessions.begin(),
                   day.gathering.sessions.end(),
                   [&](const auto& one) { return one.id.value == day.plan.sessions.front().id; })
          ->title;
  const auto size_of_title = [&] {
    for (const auto& mark : tests::texts_on(tests::drawn("room-setup", day).pages.front()))
      if (mark.text.runs.front().text == title) return mark.text.runs.front().style.size;
    return 0.0;
  };
  title = "Ouverture";
  CHECK(size_of_title() > 15);
  title = "Intercommunalité-et-développement-local-en-milieu-rural";
  CHECK(size_of_title() == 11);
}

TEST_CASE("a need that the layout has already is not said again") {
  CHECK(sheets::spoken_needs({{"en-U", {}}, {"movable_chairs", {}}}, "tables en U") ==
        std::vector<std::string>{"movable chairs"});
  CHECK(sheets::spoken_needs({{"en-U", {}}}, "") == std::vector<std::string>{"en U"});
}

TEST_CASE("workshop cards of two equipped days in English") {
  const auto days = tests::equipped_days();
  const auto text =
      written(sheets::workshop_cards_of(days.gathering, days.plan, tests::options(Language::En)));
  CHECK(text == tests::approved("sheets/workshop_card_equipped_en.txt", text));
}

TEST_CASE(
    "a workshop card whose type may shrink a little keeps room for what to change next time") {
  auto day = tests::topical_day();
  auto& last = day.gathering.sessions.back();
  last.phases.clear();
  for (int p = 0; p < 8; ++p) last.phases.push_back({fmt::format("Étape {}", p), 1, {}});
  const auto pages = tests::drawn("workshop-card", day).pages;
  REQUIRE(pages.size() == 1);
  CHECK_THAT(tests::words_on(pages.front()), Catch::Matchers::ContainsSubstring("Ajustements"));
}
