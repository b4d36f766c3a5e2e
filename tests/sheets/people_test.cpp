// Attendance sheets, badges and the welcome list.
#include <fmt/format.h>

#include "sheets/people/badge.h"
#include "sheets/people/sign_in.h"
#include "sheets/people/sign_in_page.h"
#include "sheets/people/welcome_list.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/support/golden.h"

namespace {

using engine::Language;
using tests::Planned;

std::string marks(const sheets::SignRow& row) {
  std::string text;
  for (const bool signs : row.expected) text += signs ? "[ ]" : "---";
  return text;
}

std::string written(const std::vector<sheets::SignSheet>& list) {
  std::string out;
  for (const auto& sheet : list) {
    out += fmt::format(
        "{} | {} | {} | {} | {}\n", sheet.key, sheet.title, sheet.when, sheet.place, sheet.seats);
    for (const auto& column : sheet.columns)
      out += fmt::format("  {} {}\n", column.hours, column.title);
    for (const auto& row : sheet.trainers)
      out += fmt::format("  {} * {}, {}\n", marks(row), row.name, row.detail);
    for (const auto& row : sheet.people)
      out += fmt::format("  {} {}, {}\n", marks(row), row.name, row.detail);
    out += fmt::format("  + {} blank\n", sheet.blank);
  }
  return out;
}

std::string written(const std::vector<sheets::Badge>& list) {
  std::string out;
  for (const auto& badge : list) {
    out += fmt::format("{} | {} | {} | {} | {} | {}\n",
                       badge.person_key,
                       badge.first_name,
                       badge.family_name,
                       badge.organisation,
                       badge.part,
                       badge.group ? badge.group->letter + " " + badge.group->name : "");
    for (const auto& rotation : badge.rotations) {
      out += fmt::format(
          "  {}{}{}\n", rotation.title, rotation.date.empty() ? "" : " | ", rotation.date);
      for (const auto& round : rotation.rounds)
        out += fmt::format("    {} {}\n", round.hours, round.station);
    }
  }
  return out;
}

std::string written(const std::vector<sheets::WelcomeLetter>& list) {
  std::string out;
  for (const auto& letter : list) {
    out += letter.letter + "\n";
    for (const auto& row : letter.rows)
      out += fmt::format("  {}, {} | {} | {} | {} | {}\n",
                         row.family_name,
                         row.given_name,
                         row.organisation,
                         row.group ? row.group->letter : "",
                         row.first,
                         row.hand_out);
  }
  return out;
}

std::vector<sheets::SignSheet> signs(const Planned& planned, Language language = Language::Fr) {
  return sheets::sign_in_sheets_of(planned.gathering, planned.plan, tests::options(language));
}

std::vector<sheets::Badge> badges(const Planned& planned) {
  return sheets::badges_of(planned.gathering, planned.plan, tests::options());
}

}  // namespace

TEST_CASE("attendance of a topical day in French") {
  const auto text = written(signs(tests::topical_day()));
  CHECK(text == tests::approved("sheets/sign_in_day_fr.txt", text));
}

TEST_CASE("attendance of two days in English") {
  const auto text = written(signs(tests::two_days(), Language::En));
  CHECK(text == tests::approved("sheets/sign_in_two_days_en.txt", text));
}

TEST_CASE("badges of a topical day") {
  const auto text = written(badges(tests::topical_day()));
  CHECK(text == tests::approved("sheets/badge_day_fr.txt", text));
}

TEST_CASE("welcome list of a topical day in French and of two days in English") {
  const auto day = tests::topical_day();
  const auto french = written(sheets::welcome_list_of(day.gathering, day.plan, tests::options()));
  CHECK(french == tests::approved("sheets/welcome_list_day_fr.txt", french));
  const auto days = tests::two_days();
  const auto english =
      written(sheets::welcome_list_of(days.gathering, days.plan, tests::options(Language::En)));
  CHECK(english == tests::approved("sheets/welcome_list_two_days_en.txt", english));
}

TEST_CASE("a plan that keeps its rules may be signed") {
  for (const auto& planned : {tests::two_days(), tests::equipped_days()})
    CHECK(sheets::sign_in_refusals(planned.gathering, planned.plan).empty());
}

TEST_CASE("nobody signs as trainer in two places at once") {
  auto days = tests::two_days();
  for (auto& session : days.plan.sessions)
    if (session.id == "w2") session.team = {{"facilitator", {"p5"}}};  // who leads w1 then
  const auto refusals = sheets::sign_in_refusals(days.gathering, days.plan);
  REQUIRE(refusals.size() == 1);
  CHECK_THAT(refusals[0].en, Catch::Matchers::ContainsSubstring("Farid Haddad"));
  CHECK_THAT(refusals[0].en, Catch::Matchers::ContainsSubstring("Écrire un pacte local"));
  CHECK_THAT(refusals[0].fr, Catch::Matchers::ContainsSubstring("10:45"));
}

TEST_CASE("no more people sign than the room has seats") {
  auto days = tests::two_days();
  for (auto& room : days.gathering.rooms)
    if (room.id.value == "a") room.capacity.value = 14;  // w1 has 15 people
  const auto refusals = sheets::sign_in_refusals(days.gathering, days.plan);
  REQUIRE(refusals.size() == 1);
  CHECK_THAT(refusals[0].en, Catch::Matchers::ContainsSubstring("15 people for 14 seats"));
}

TEST_CASE("a group called by a colour has that colour, another its own, letters differ") {
  const auto list = badges(tests::topical_day());
  std::map<std::string, sheets::Group> groups;
  for (const auto& badge : list)
    if (badge.group) groups.emplace(badge.group->name, *badge.group);
  REQUIRE(groups.size() == 3);
  const auto& blue = groups.at("Groupe bleu");
  const auto& green = groups.at("Groupe vert");
  CHECK(blue.colour.blue > blue.colour.red);
  CHECK(green.colour.green > green.colour.red);
  CHECK(blue.letter != green.letter);
}

TEST_CASE("the first name of a badge keeps its size unless it does not fit") {
  auto day = tests::topical_day();
  day.gathering.people.resize(2);
  day.gathering.people[0].name = "Awa Diallo";
  day.gathering.people[1].name = "Marie-Antoinette-Joséphine Wattrelos";
  const auto document = tests::drawn("badge", day);
  REQUIRE(document.pages.size() == 2);
  const auto largest = [](const sheets::Page& page) {
    double size = 0;
    for (const auto& mark : tests::texts_on(page))
      for (const auto& run : mark.text.runs) size = std::max(size, run.style.size);
    return size;
  };
  CHECK(largest(document.pages[0]) == 72);
  CHECK(largest(document.pages[1]) >= 26);
  CHECK(largest(document.pages[1]) < 72);
}

TEST_CASE("the back of a badge has every rotation one takes part in, in the order of the day") {
  const auto day = tests::topical_day();
  const auto list = badges(day);
  std::size_t most = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    most = std::max(most, list[i].rotations.size());
    std::string last;
    for (const auto& rotation : list[i].rotations) {
      CHECK(rotation.rounds.front().hours > last);
      last = rotation.rounds.front().hours;
      CHECK(rotation.date.empty());  // one day
    }
  }
  CHECK(most > 2);
  const auto document = tests::drawn("badge", day);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto words = tests::words_on(document.pages[i]);
    if (words.find("la suite est sur votre carte") != words.npos) continue;
    for (const auto& rotation : list[i].rotations)
      for (const auto& round : rotation.rounds) {
        CHECK_THAT(words, Catch::Matchers::ContainsSubstring(round.station));
        CHECK_THAT(words, Catch::Matchers::ContainsSubstring(round.hours));
      }
  }
}

TEST_CASE("a badge says on which day a rotation is when there are several") {
  for (const auto& badge : badges(tests::two_days()))
    for (const auto& rotation : badge.rotations) CHECK_FALSE(rotation.date.empty());
}

TEST_CASE("the welcome list has a column of groups only where somebody has one") {
  auto day = tests::topical_day();
  CHECK_THAT(tests::words_on(tests::drawn("welcome-list", day)),
             Catch::Matchers::ContainsSubstring("Groupe\n"));
  day.plan.rotations.clear();
  CHECK_THAT(tests::words_on(tests::drawn("welcome-list", day)),
             !Catch::Matchers::ContainsSubstring("Groupe\n"));
}

TEST_CASE("the welcome list fills its pages, whatever letter the names begin with") {
  auto day = tests::large_cafe(1, 60);
  int number = 0;
  for (auto& person : day.gathering.people) person.name = fmt::format("Prénom{} Martin", ++number);
  const auto document = tests::drawn("welcome-list", day);
  REQUIRE(document.pages.size() > 1);
  for (std::size_t i = 1; i < document.pages.size(); ++i)
    CHECK_THAT(tests::words_on(document.pages[i]), Catch::Matchers::ContainsSubstring("M (suite)"));
  for (std::size_t i = 0; i + 1 < document.pages.size(); ++i)
    CHECK(tests::texts_on(document.pages[i]).back().y > 600);
}

TEST_CASE("empty rows to sign do not take a page of their own") {
  const auto pages = [](std::size_t people) {
    sheets::SignSheet sheet;
    sheet.title = "Salle";
    sheet.columns = {{"09:00–10:00", "Atelier"}};
    for (std::size_t i = 0; i < people; ++i) sheet.people.push_back({"Nom", "", {true}});
    sheet.blank = 5;
    const auto options = tests::options();
    tests::SquareRuler ruler;
    return sheets::draw_sign_in_sheets({sheet}, {options, ruler, "Rencontre", "Version 1"});
  };
  const auto full = pages(1).pages.size();
  CHECK(full == 1);
  for (std::size_t people = 1; people < 40; ++people) {
    const auto document = pages(people);
    INFO(people);
    CHECK_THAT(tests::words_on(document.pages.back()), Catch::Matchers::ContainsSubstring("Nom"));
  }
}

TEST_CASE("without personal data there are no attendance sheets, badges and welcome list") {
  auto options = tests::options();
  options.no_personal_data = true;
  for (const char* kind : {"sign-in", "badge", "welcome-list"})
    CHECK(tests::drawn(kind, tests::topical_day(), options).pages.empty());
}
