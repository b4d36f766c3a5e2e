#include "sheets/rotation/rotation_participant.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "sheets/drawing/impose.h"
#include "sheets/rotation/rotation_participant_page.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using sheets::ParticipantCard;
using tests::Planned;

std::vector<ParticipantCard> cards(const Planned& planned, Language language = Language::Fr) {
  return sheets::participant_cards_of(planned.gathering, planned.plan, tests::options(language));
}

std::string written(const std::vector<ParticipantCard>& list) {
  std::string out;
  for (const auto& card : list) {
    out += fmt::format(
        "{} | {} | {} | {}\n", card.rotation, card.first_name, card.family_name, card.date);
    for (const auto& round : card.rounds)
      out += fmt::format("  {} {} {} @ {}\n", round.name, round.hours, round.station, round.place);
    out += card.calendar;
  }
  return out;
}

/// Cards "A1" to "An" with so many rounds each.
std::vector<ParticipantCard> numbered(std::size_t people, std::size_t rounds) {
  std::vector<ParticipantCard> list;
  for (std::size_t p = 1; p <= people; ++p) {
    ParticipantCard card{.person_key = fmt::format("a{}", p),
                         .rotation_key = "r",
                         .rotation = "Rotation",
                         .date = {},
                         .first_name = fmt::format("A{}", p),
                         .family_name = "Nom",
                         .rounds = {},
                         .calendar = {}};
    for (std::size_t r = 1; r <= rounds; ++r)
      card.rounds.push_back({fmt::format("Tour {}", r), {}, fmt::format("Table {}", r), {}});
    list.push_back(std::move(card));
  }
  return list;
}

sheets::Document draw(const std::vector<ParticipantCard>& list) {
  tests::SquareRuler ruler;
  return sheets::impose(
      sheets::draw_participant_cards(list, {tests::options(), ruler, "Rencontres", {}}),
      595.28,
      841.89);
}

/// First names in the order of the cut piles, put one upon the other.
std::vector<std::string> after_the_cut(const sheets::Document& document) {
  std::vector<std::string> order;
  for (int pile = 0; pile < 4; ++pile)
    for (const auto& page : document.pages)
      for (const auto& mark : tests::texts_on(page)) {
        const bool right = mark.x > document.width / 2;
        const bool low = mark.y > document.height / 2;
        if ((right ? 1 : 0) + (low ? 2 : 0) != pile) continue;
        const auto& text = mark.text.runs.front().text;
        if (text.front() == 'A') order.push_back(text);
      }
  return order;
}

/// Each text lies inside one card, its border kept free; empty: all do.
std::string outside(const sheets::Document& document) {
  tests::SquareRuler ruler;
  const double width = document.width / 2;
  const double height = document.height / 2;
  for (const auto& page : document.pages)
    for (const auto& mark : tests::texts_on(page)) {
      const double x = mark.x >= width ? mark.x - width : mark.x;
      const double y = mark.y >= height ? mark.y - height : mark.y;
      const double bottom = y + ruler.height(mark.text, mark.width);
      if (x < 20 || y < 20 || x + mark.width > width - 20 || bottom > height - 18)
        return fmt::format("{} {} {} {}", x, y, bottom, mark.text.runs.front().text);
    }
  return {};
}

}  // namespace

TEST_CASE("cards of a topical day in French") {
  const auto text = written(cards(tests::topical_day()));
  CHECK(text == tests::approved("sheets/rotation_participant_day_fr.txt", text));
}

TEST_CASE("cards of two days in English") {
  const auto text = written(cards(tests::two_days(), Language::En));
  CHECK(text == tests::approved("sheets/rotation_participant_two_days_en.txt", text));
}

TEST_CASE("drawing of the first cards") {
  auto list = cards(tests::topical_day());
  list.resize(3);
  const auto text = tests::written(draw(list));
  CHECK(text == tests::approved("sheets/rotation_participant_drawn.txt", text));
}

TEST_CASE("the cut piles, put one upon the other, are in order") {
  for (const std::size_t people : {1U, 3U, 4U, 5U, 42U, 400U}) {
    const auto drawn = draw(numbered(people, 4));
    CHECK(drawn.pages.size() == (people + 3) / 4);
    std::vector<std::string> expected;
    for (std::size_t p = 1; p <= people; ++p) expected.push_back(fmt::format("A{}", p));
    CHECK(after_the_cut(drawn) == expected);
    CHECK(outside(drawn) == "");
  }
}

TEST_CASE("the cuts are at one place on every page") {
  const auto drawn = draw(numbered(9, 4));
  for (const auto& page : drawn.pages) {
    const auto& down = std::get<sheets::FillMark>(page.marks.at(0));
    const auto& across = std::get<sheets::FillMark>(page.marks.at(1));
    CHECK(std::abs(down.x + down.width / 2 - drawn.width / 2) < 0.01);
    CHECK(down.height == drawn.height);
    CHECK(std::abs(across.y + across.height / 2 - drawn.height / 2) < 0.01);
    CHECK(across.width == drawn.width);
  }
}

TEST_CASE("every round of a long path is on a card, and long names stay inside") {
  auto list = numbered(2, 60);
  list[1].first_name = "A" + std::string(60, 'x');
  list[1].family_name = "de la " + std::string(80, 'y');
  for (auto& round : list[1].rounds) {
    round.station = "Comment faire vivre un lieu quand personne n’a le temps de s’en occuper";
    round.place = "Grande salle du premier étage, Maison des associations";
    round.hours = "mardi 11 février 2025, 09:33–09:45";
  }
  const auto drawn = draw(list);
  CHECK(outside(drawn) == "");
  const auto words = tests::words_on(drawn);
  for (int r = 1; r <= 60; ++r)
    CHECK_THAT(words, Catch::Matchers::ContainsSubstring(fmt::format("Table {}\n", r)));
  CHECK_THAT(words, Catch::Matchers::ContainsSubstring("Rotation (suite)"));
}

TEST_CASE("a round without somebody is said, and nobody is named without personal data") {
  auto day = tests::topical_day();
  auto& rotation = day.plan.rotations.back();
  const auto person = rotation.rounds.front().stations.front().participants.front();
  auto& sitting = rotation.rounds.front().stations.front().participants;
  sitting.erase(sitting.begin());
  const auto list = cards(day);
  const auto absent = std::count_if(list.begin(), list.end(), [](const auto& card) {
    return card.rounds.front().station == "—";
  });
  CHECK(absent == (rotation.rounds.size() > 1 ? 1 : 0));
  auto nameless = tests::options();
  nameless.no_personal_data = true;
  CHECK(sheets::participant_cards_of(day.gathering, day.plan, nameless).empty());
}
