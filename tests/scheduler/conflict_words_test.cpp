// Sentences about conflicts that are given, whatever finds them.
#include "scheduler/explain/conflict_words.h"

#include "scheduler/explain/impossible.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"
#include "tests/support/random_gathering.h"

using Catch::Matchers::Contains;
using engine::BlockId;
using engine::RuleId;
using scheduler::Conflict;
using support::small_gathering;

namespace {

support::GatheringBuilder two_people() {
  auto b = small_gathering();
  b.person("ana").name = "Ana Diallo";
  b.person("bo").name = "Bo Martin";
  return b;
}

/// French spaces as plain ones.
std::string plain(const engine::Text& text) {
  auto line = text.fr + " | " + text.en;
  for (const std::string space : {"\u202f", "\u00a0"})
    for (auto at = line.find(space); at != line.npos; at = line.find(space))
      line.replace(at, space.size(), " ");
  return line;
}

}  // namespace

TEST_CASE("One item that no rule lets anywhere is spoken of as one", "[explain]") {
  const auto b = [] {
    auto all = two_people();
    all.session("talk", 60);
    return all;
  }();
  const auto problem = support::compiled(b.g);
  Conflict conflict;
  conflict.rules = {RuleId::ShuttleSeats};
  conflict.blocks = {BlockId{0}};
  CHECK(plain(scheduler::words_of(b.g, problem, conflict)) ==
        "« talk » ne tient nulle part : Assez de sièges pour le trajet | "
        "\"talk\" fits nowhere: Enough seats on the way");
  conflict.rules.clear();
  CHECK(plain(scheduler::words_of(b.g, problem, conflict)) ==
        "« talk » ne peut avoir lieu à aucun moment | \"talk\" cannot take place at any time");
}

TEST_CASE("Items that do not fit together are told with their hours and why", "[explain]") {
  const auto b = [] {
    auto all = two_people();
    all.session("talk", 60);
    all.session("walk", 90);
    return all;
  }();
  const auto problem = support::compiled(b.g);
  Conflict conflict;
  conflict.rules = {RuleId::PersonOverlap, RuleId::Precedence};
  conflict.blocks = {BlockId{0}, BlockId{1}};
  conflict.people = {engine::PersonId{0}};
  CHECK(
      plain(scheduler::words_of(b.g, problem, conflict)) ==
      "« talk » (1h, entre 9h et 12h) et « walk » (1h30, entre 9h et 12h) ne tiennent pas ensemble "
      ": "
      "on y attend Ana Diallo ; il faut garder l’ordre voulu | "
      "\"talk\" (1 h, between 9:00 and 12:00) and \"walk\" (1 h 30, between 9:00 and 12:00) do not "
      "fit together: Ana Diallo is expected at them; their order is to be kept");
}

TEST_CASE("whoever is not always there is named alone, and the way with its ends", "[explain]") {
  auto b = two_people();
  b.g.people[0].available = {b.window("2026-06-01 09:00", "2026-06-01 10:00")};
  for (const auto* id : {"talk", "walk"}) b.session(id, 60).audience = b.who("all");
  const auto problem = support::compiled(b.g);
  const auto found = scheduler::impossible(problem, scheduler::domains_of(problem));
  REQUIRE_FALSE(found.empty());
  const auto text = plain(scheduler::words_of(b.g, problem, found.front()));
  CHECK_THAT(text, Contains("Ana Diallo"));
  CHECK_THAT(text, !Contains("Bo Martin"));
}

TEST_CASE("the longest way between the places of items is named", "[explain]") {
  auto b = two_people();
  b.site("mill");
  b.room("barn", "mill", 20);
  auto& way = b.g.travels.emplace_back();
  way.from.value = b.g.sites.front().id.value;
  way.to.value = "mill";
  way.minutes = 90;
  b.session("talk", 60);
  b.session("walk", 60).rooms = {b.in("barn")};
  const auto problem = support::compiled(b.g);
  Conflict conflict;
  conflict.rules = {RuleId::TravelTime};
  conflict.blocks = {BlockId{0}, BlockId{1}};
  CHECK_THAT(plain(scheduler::words_of(b.g, problem, conflict)), Contains("mill, 1 h 30)"));
}
