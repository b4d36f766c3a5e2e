#include "sheets/programme/programme_page.h"
#include "sheets/rotation/rotation_host_page.h"
#include "sheets/rotation/rotation_participant_page.h"
#include "sheets/rotation/rotation_wall_page.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"
#include "tests/sheets/gatherings.h"
#include "tests/sheets/written.h"

namespace {

using tests::Planned;

std::string programme_words(const Planned& planned, const sheets::PrintOptions& options) {
  tests::SquareRuler ruler;
  return tests::words_on(sheets::draw_programme(
      sheets::programme_of(planned.gathering, planned.plan, options), "", options, ruler));
}

std::string host_words(const Planned& planned, const sheets::PrintOptions& options) {
  tests::SquareRuler ruler;
  return tests::words_on(sheets::draw_host_sheets(
      sheets::host_sheets_of(planned.gathering, planned.plan, options), "", "", options, ruler));
}

std::string round_words(const Planned& planned, const sheets::PrintOptions& options) {
  tests::SquareRuler ruler;
  const auto& gathering = planned.gathering;
  const auto& plan = planned.plan;
  return tests::words_on(sheets::draw_participant_cards(
             sheets::participant_cards_of(gathering, plan, options), "", options, ruler)) +
         tests::words_on(sheets::draw_wall_sheets(
             sheets::wall_sheets_of(gathering, plan, options), "", "", options, ruler));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

/// The sheets of those who act on them may have diets, or telephones; nothing has needs or e-mails.
bool may_have(std::string_view kind, std::string_view secret) {
  if (secret == "sans gluten") return kind == "meals";
  if (secret == "06 99") return kind == "running-order" || kind == "transport";
  return false;
}

}  // namespace

TEST_CASE("no need, diet, e-mail or telephone of a participant is on any page") {
  for (const auto& planned : {tests::topical_day(), tests::two_days()})
    for (const auto language : {engine::Language::Fr, engine::Language::En}) {
      sheets::PrintOptions options;
      options.language = language;
      const auto pages = programme_words(planned, options) + host_words(planned, options) +
                         round_words(planned, options);
      for (const auto* secret : tests::kSecrets) {
        INFO(secret);
        CHECK_FALSE(contains(pages, secret));
      }
    }
}

TEST_CASE("the contact's telephone is for hosts, not for the public") {
  const auto day = tests::topical_day();
  CHECK(contains(host_words(day, {}), tests::kContactPhone));
  CHECK_FALSE(contains(programme_words(day, {}), tests::kContactPhone));
}

TEST_CASE("the programme names those on stage and nobody in the audience") {
  const auto pages = programme_words(tests::topical_day(), {});
  CHECK(contains(pages, "Bruno Petit (Communauté de communes du Val)"));
  CHECK_FALSE(contains(pages, "Farid Haddad"));
}

TEST_CASE("needs, diets, telephones and e-mails are only on the sheets of those who act on them") {
  for (const auto& planned : {tests::topical_day(), tests::two_days(), tests::equipped_days()})
    for (const auto language : {engine::Language::Fr, engine::Language::En})
      for (const auto& kind : sheets::kinds()) {
        const auto words =
            tests::words_on(tests::drawn(kind.key, planned, tests::options(language)));
        if (kind.key == "programme") CHECK_FALSE(words.empty());
        for (const auto* secret : tests::kSecrets) {
          INFO(kind.key << " " << secret);
          if (!may_have(kind.key, secret)) CHECK_FALSE(contains(words, secret));
        }
      }
  CHECK(contains(tests::words_on(tests::drawn("meals", tests::topical_day())), "sans gluten"));
  CHECK(contains(tests::words_on(tests::drawn("running-order", tests::topical_day())), "06 99"));
}

TEST_CASE("the code on a card tells nobody's name") {
  for (const auto& card :
       sheets::participant_cards_of(tests::topical_day().gathering, tests::topical_day().plan, {}))
    for (const auto& person : tests::topical_day().gathering.people)
      CHECK_FALSE(contains(card.calendar, person.name));
}

TEST_CASE("without personal data no page of any kind names anybody") {
  auto options = tests::options();
  options.no_personal_data = true;
  for (const auto& planned : {tests::topical_day(), tests::two_days(), tests::equipped_days()})
    for (const auto& kind : sheets::kinds()) {
      const auto words = tests::words_on(tests::drawn(kind.key, planned, options));
      INFO(kind.key);
      for (const auto* secret : tests::kSecrets) CHECK_FALSE(contains(words, secret));
      CHECK_FALSE(contains(words, tests::kContactPhone));
      for (const auto& person : planned.gathering.people) {
        INFO(person.name);
        CHECK_FALSE(contains(words, person.name));
        CHECK_FALSE(contains(words, person.name.substr(0, person.name.find(' ')) + ","));
      }
    }
}

TEST_CASE("without personal data no page names anybody or gives a telephone") {
  sheets::PrintOptions options;
  options.no_personal_data = true;
  for (const auto& planned : {tests::topical_day(), tests::two_days()}) {
    const auto pages = programme_words(planned, options) + host_words(planned, options) +
                       round_words(planned, options);
    CHECK(contains(pages, "Qui vient"));
    CHECK_FALSE(contains(pages, tests::kContactPhone));
    for (const auto& person : planned.gathering.people) {
      const auto first_name = person.name.substr(0, person.name.find(' '));
      INFO(first_name);
      CHECK_FALSE(contains(pages, first_name));
    }
  }
}
