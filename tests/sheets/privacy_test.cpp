#include "sheets/rotation/rotation_participant.h"
#include "tests/catch.h"
#include "tests/sheets/drawn.h"

namespace {

using tests::Planned;

std::string words_on(std::string_view kind,
                     const Planned& planned,
                     const sheets::PrintOptions& options = tests::options()) {
  return tests::words_on(tests::drawn(kind, planned, options));
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

TEST_CASE("the contact's telephone is for hosts, not for the public") {
  const auto day = tests::topical_day();
  CHECK(contains(words_on("rotation-host", day), tests::kContactPhone));
  CHECK_FALSE(contains(words_on("programme", day), tests::kContactPhone));
}

TEST_CASE("the programme names those on stage and nobody in the audience") {
  const auto pages = words_on("programme", tests::topical_day());
  CHECK(contains(pages, "Bruno Petit (Communauté de communes du Val)"));
  CHECK_FALSE(contains(pages, "Farid Haddad"));
}

TEST_CASE("needs, diets, telephones and e-mails are only on the sheets of those who act on them") {
  for (const auto& planned : {tests::topical_day(), tests::two_days(), tests::equipped_days()})
    for (const auto language : {engine::Language::Fr, engine::Language::En})
      for (const auto& kind : sheets::kinds()) {
        const auto words = words_on(kind.key, planned, tests::options(language));
        if (kind.key == "programme") CHECK_FALSE(words.empty());
        for (const auto* secret : tests::kSecrets) {
          INFO(kind.key << " " << secret);
          if (!may_have(kind.key, secret)) CHECK_FALSE(contains(words, secret));
        }
      }
  CHECK(contains(words_on("meals", tests::topical_day()), "sans gluten"));
  CHECK(contains(words_on("running-order", tests::topical_day()), "06 99"));
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
      const auto words = words_on(kind.key, planned, options);
      INFO(kind.key);
      if (kind.key == "rotation-host") CHECK(contains(words, "Qui vient"));
      for (const auto* secret : tests::kSecrets) CHECK_FALSE(contains(words, secret));
      CHECK_FALSE(contains(words, tests::kContactPhone));
      for (const auto& person : planned.gathering.people) {
        const auto first_name = person.name.substr(0, person.name.find(' '));
        INFO(first_name);
        CHECK_FALSE(contains(words, first_name));
      }
    }
}
