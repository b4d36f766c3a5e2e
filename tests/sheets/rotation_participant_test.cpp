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
    out += fmt::format("{} | {} | {} | {} | {}\n",
                       card.rotation,
                       card.first_name,
                       card.family_name,
                       card.date,
                       card.place);
    for (const auto& round : card.rounds)
      out += fmt::format("  {} {} {} @ {}\n", round.name, round.hours, round.station, round.place);
    if (!card.calendars.empty()) out += card.calendars.front().text;
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
                         .place = {},
                         .first_name = fmt::format("A{}", p),
                         .family_name = "Nom",
                         .rounds = {},
                         .calendars = {}};
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
        if (text.front() == 'A') order.push_back(text.substr(0, text.find(' ')));
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

namespace {

/// The shapes of QR codes on a page.
std::vector<sheets::ShapeMark> codes_on(const sheets::Document& document) {
  std::vector<sheets::ShapeMark> found;
  for (const auto& page : document.pages)
    for (const auto& mark : page.marks)
      if (const auto* shape = std::get_if<sheets::ShapeMark>(&mark)) found.push_back(*shape);
  return found;
}

/// Points of its modules: every outline is a row of them, one high.
double module_of(const sheets::ShapeMark& code) {
  return code.outlines.front()[2].y - code.outlines.front()[0].y;
}

std::size_t entries_in(const std::string& code) {
  std::size_t count = 1;
  for (auto at = code.find("\\n"); at != code.npos; at = code.find("\\n", at + 1)) ++count;
  return count;
}

/// The topical day with so many more breaks after it, of five minutes.
Planned with_breaks(int count) {
  auto day = tests::topical_day();
  const auto last = day.gathering.sessions.back();
  const auto last_planned = day.plan.sessions.back();
  for (int b = 0; b < count; ++b) {
    auto session = last;
    auto planned = last_planned;
    session.id.value = planned.id = fmt::format("pause{}", b);
    session.title = fmt::format("Pause numéro {} de cette journée", b);
    planned.start = last_planned.end + 5 * b;
    planned.end = planned.start + 5;
    day.gathering.sessions.push_back(session);
    day.plan.sessions.push_back(planned);
  }
  return day;
}

}  // namespace

TEST_CASE("the code of a card holds every moment of the person's day") {
  for (const auto& card : cards(tests::topical_day())) {
    REQUIRE(card.calendars.size() > 1);
    const auto& whole = card.calendars.front();
    CHECK(whole.text.size() <= sheets::kLargestCode);
    CHECK_THAT(whole.text, Catch::Matchers::ContainsSubstring("16:00 Bilan et questionnaire"));
    CHECK(card.calendars.back().text.size() <= sheets::kSmallCode);
    for (const auto& code : card.calendars) {
      const bool part = code.holds == sheets::CalendarCode::Holds::BeginningOfDay;
      CHECK((entries_in(code.text) < entries_in(whole.text)) == part);
    }
  }
}

TEST_CASE("a card has the fullest code that leaves its rounds easy to read, and says what it has") {
  const auto list = cards(tests::topical_day());
  const auto drawn = draw(list);
  CHECK(outside(drawn) == "");
  CHECK(codes_on(drawn).size() == list.size());
  for (const auto& code : codes_on(drawn)) CHECK(module_of(code) > 1.03);  // 0.36 mm
  CHECK_THAT(tests::words_on(drawn), Catch::Matchers::ContainsSubstring("Votre journée"));
  CHECK_THAT(tests::words_on(drawn), !Catch::Matchers::ContainsSubstring("Le début"));
}

TEST_CASE("a code that has no room for the whole day says so") {
  const auto list = cards(with_breaks(60));
  for (const auto& card : list)
    CHECK(card.calendars.front().holds == sheets::CalendarCode::Holds::BeginningOfDay);
  const auto drawn = draw(list);
  for (const auto& code : codes_on(drawn)) CHECK(module_of(code) > 1.03);
  const auto words = tests::words_on(drawn);
  CHECK_THAT(words, Catch::Matchers::ContainsSubstring("Le début de votre journée"));
  CHECK_THAT(words, !Catch::Matchers::ContainsSubstring("Votre journée"));
}

TEST_CASE("a host who stays at a table has it once in the code") {
  auto options = tests::options();
  const auto day = tests::topical_day();
  const sheets::Directory directory(day.gathering);
  const sheets::CalendarCodes codes(day.gathering, directory, day.plan, options);
  const auto found =
      codes.codes("p21", engine::day_of(day.plan.rotations.at(1).rounds.at(0).start));
  REQUIRE_FALSE(found.empty());
  const auto& text = found.front().text;
  const auto first = text.find("Table 1\\, Hall");
  REQUIRE(first != text.npos);
  CHECK(text.find("Table 1", first + 1) == text.npos);
}

TEST_CASE("a place that all rounds share is said once, on top") {
  auto day = tests::topical_day();
  for (auto& round : day.plan.rotations.at(1).rounds)
    for (auto& station : round.stations) station.room = "hall";
  const auto list = cards(day);
  CHECK(list.front().place == "Hall");
  for (const auto& round : list.front().rounds) CHECK(round.place.empty());
}

TEST_CASE("who has one name is listed without a space behind it") {
  auto list = numbered(1, 2);
  list.front().family_name.clear();
  tests::SquareRuler ruler;
  const auto drawn =
      sheets::draw_participant_cards(list, {tests::options(), ruler, "Rencontres", {}});
  CHECK(drawn.pages.front().outline == "A1");
  auto day = tests::topical_day();
  for (auto& person : day.gathering.people) person.name = "Ana";
  for (const auto& page : tests::drawn("badge", day).pages) CHECK(page.outline == "Ana");
}
