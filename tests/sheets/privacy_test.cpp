#include <algorithm>
#include <set>

#include "sheets/changes.h"
#include "sheets/index_page.h"
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

/// What people told about themselves, and the kinds of sheets for those who act on it.
struct Told {
  std::string secret;
  std::set<std::string_view> kinds;
};

std::vector<Told> told(const Planned& planned) {
  std::vector<Told> list;
  for (const auto& person : planned.gathering.people) {
    for (const auto& need : person.needs) list.push_back({need, {}});
    list.push_back({person.email, {}});
    list.push_back({person.diet, {"meals"}});
    list.push_back({person.phone, {"running-order", "transport"}});
    if (person.phone == tests::kContactPhone) list.back().kinds.insert("rotation-host");
  }
  list.erase(
      std::remove_if(list.begin(), list.end(), [](const auto& one) { return one.secret.empty(); }),
      list.end());
  return list;
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
        for (const auto& [secret, allowed] : told(planned)) {
          INFO(kind.key << " " << secret);
          if (allowed.count(kind.key) == 0) CHECK_FALSE(contains(words, secret));
        }
      }
  CHECK(contains(words_on("meals", tests::topical_day()), "sans gluten"));
  CHECK(contains(words_on("running-order", tests::topical_day()), "06 99"));
}

TEST_CASE("one of the gatherings that are searched for secrets has a page of every kind") {
  const auto days = tests::equipped_days();
  CHECK(told(days).size() > days.gathering.people.size());
  for (const auto language : {engine::Language::Fr, engine::Language::En})
    for (const auto& kind : sheets::kinds()) {
      INFO(kind.key);
      CHECK_FALSE(words_on(kind.key, days, tests::options(language)).empty());
    }
}

TEST_CASE("the list of changed pages tells no secrets") {
  const auto before = tests::equipped_days();
  auto now = before;
  for (auto& session : now.plan.sessions) session.start += 5;
  for (const auto language : {engine::Language::Fr, engine::Language::En}) {
    std::vector<sheets::PackEntry> entries;
    for (const auto& kind : sheets::kinds()) {
      auto& entry = entries.emplace_back();
      entry.kind = kind.key;
      entry.changes =
          sheets::changed_pages(tests::drawn(kind.key, before, tests::options(language)),
                                tests::drawn(kind.key, now, tests::options(language)))
              .list;
      entry.pages = static_cast<int>(entry.changes.size());
    }
    tests::SquareRuler ruler;
    const auto index = tests::words_on(sheets::draw_index(
        entries, {{now.gathering, now.plan, tests::options(language)}, {}, {}, {}}, ruler));
    CHECK_FALSE(index.empty());
    for (const auto& one : told(now)) CHECK_FALSE(contains(index, one.secret));
  }
}

TEST_CASE("the code on a card tells nobody's name") {
  for (const auto& card :
       sheets::participant_cards_of(tests::topical_day().gathering, tests::topical_day().plan, {}))
    for (const auto& person : tests::topical_day().gathering.people)
      for (const auto& code : card.calendars) CHECK_FALSE(contains(code.text, person.name));
}

TEST_CASE("without personal data no page of any kind names anybody") {
  for (const auto language : {engine::Language::Fr, engine::Language::En})
    for (const auto& planned : {tests::topical_day(), tests::two_days(), tests::equipped_days()}) {
      auto options = tests::options(language);
      options.no_personal_data = true;
      for (const auto& kind : sheets::kinds()) {
        const auto words = words_on(kind.key, planned, options);
        INFO(kind.key);
        if (kind.key == "rotation-host") CHECK_FALSE(words.empty());
        for (const auto& one : told(planned)) CHECK_FALSE(contains(words, one.secret));
        for (const auto& person : planned.gathering.people) {
          const auto first_name = person.name.substr(0, person.name.find(' '));
          INFO(first_name);
          CHECK_FALSE(contains(words, first_name));
        }
      }
    }
}
