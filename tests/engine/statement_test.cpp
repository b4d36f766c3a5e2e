// A sentence said twice, by ids and by names, with the rows it is about.
#include "engine/model/statement.h"

#include "engine/problem/compile.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using engine::named;
using engine::state;

namespace {

/// A crowd in a room that has no seats for it; both have names that other ids look like.
support::GatheringBuilder crowded() {
  auto b = support::small_gathering();
  b.g.rooms[1].name = "The \"large\" attic";
  auto& session = b.session("large", 60);
  session.title = "Say \"small\"";
  session.rooms = {b.in("small")};
  session.seats = b.at(30);
  return b;
}

engine::Impossible only_refusal(const engine::Gathering& gathering) {
  engine::Diagnostics diagnostics;
  (void)engine::compile(gathering, diagnostics);
  std::vector<engine::Impossible> found;
  for (const auto& one : diagnostics.all())
    if (one.impossible) found.push_back(*one.impossible);
  REQUIRE(found.size() == 1);
  return found.front();
}

}  // namespace

TEST_CASE("a row is spoken of by its id in one sentence and by its name in the other") {
  engine::Room room;
  room.id.value = "r1";
  CHECK(named(room).by_name.fr == "r1");  // it has no name
  room.name = "The hall";
  engine::Session session;
  session.id.value = "s1";
  session.title = "Talk";
  const auto where = state({"{0} dans {1}", "{0} in {1}"}, named(session), named(room));
  const auto all = state({"{0} ({1} {1:jour|jours})", "{0} ({1} {1:day|days})"}, where, 2);
  CHECK(all.by_id == engine::Text{"s1 dans r1 (2 jours)", "s1 in r1 (2 days)"});
  CHECK(all.by_name == engine::Text{"Talk dans The hall (2 jours)", "Talk in The hall (2 days)"});
  CHECK(all.about == std::vector<std::string>{"s1", "r1"});
}

TEST_CASE("statements of one kind share their form, whatever the numbers and the rows") {
  const auto say_of = [](int number) {
    return state({"il y en a {0}", "there {0:is|are} {0}"}, number);
  };
  CHECK(say_of(1).form == say_of(7).form);
  CHECK(say_of(1).by_id.en != say_of(7).by_id.en);
  CHECK(say_of(1).form != state({"il en manque {0}", "{0} are missing"}, 1).form);
}

TEST_CASE("names that look like other ids are left as they are", "[explain]") {
  const auto refused = only_refusal(crowded().g);
  CHECK(refused.statement.by_name.en ==
        "\"Say \"small\"\" expects 30 people; the largest room possible, "
        "\"The \"large\" attic\", has 10 seats");
  CHECK(refused.statement.by_id.en ==
        "\"large\" expects 30 people; the largest room possible, \"small\", has 10 seats");
  CHECK(refused.statement.about == std::vector<std::string>{"large", "small"});
  CHECK(refused.rules == std::vector{engine::RuleId::RoomCapacity});
}

TEST_CASE("an order that goes round in a circle is told by titles", "[explain]") {
  auto b = support::small_gathering();
  auto& first = b.session("a", 30);
  first.title = "First";
  first.timing.after = {b.after("b")};
  auto& second = b.session("b", 30);
  second.title = "Second";
  second.timing.after = {b.after("a")};
  const auto refused = only_refusal(b.g);
  CHECK_THAT(refused.statement.by_name.en,
             Catch::Matchers::EndsWith("First → Second → First") ||
                 Catch::Matchers::EndsWith("Second → First → Second"));
  CHECK(refused.statement.about.size() == 2);
}
