// A gathering that is well written and asks for what cannot be had is planned as far as it goes.
#include "app/explain.h"
#include "app/show.h"
#include "tests/app/desk.h"
#include "tests/catch.h"

namespace app_tests {
namespace {

constexpr const char* kPeople = "id,name\nana,Ana Roux\nbo,Bo Li\n";

/// Three workshops; `first` and `second` are more keys of two of them.
std::string workshops(const std::string& first, const std::string& second) {
  const auto workshop = [](const std::string& id, const std::string& more) {
    return "\n[[session]]\nid = \"" + id + "\"\ntitle = \"" + id +
           "\"\nformat = \"workshop\"\nminutes = 30\naudience = \"all\"\n" + more + "\n";
  };
  return small_day(workshop("semer", first) + workshop("tailler", second) +
                   workshop("cueillir", ""));
}

std::vector<std::string> left_out(const engine::Plan& plan) {
  std::vector<std::string> ids;
  for (const auto& row : plan.unplaced) ids.push_back(row.id);
  return ids;
}

}  // namespace

TEST_CASE("what is too long for the day is left out with its reason, the rest is planned",
          "[plan]") {
  const Desk desk({{"g.toml", workshops("", "")}, {"people.csv", kPeople}});
  desk.replace("minutes = 30\naudience = \"all\"\n\n\n[[session]]\nid = \"tailler\"",
               "minutes = 600\naudience = \"all\"\n\n\n[[session]]\nid = \"tailler\"");
  const auto planned = app::plan(desk.request());
  REQUIRE(planned.plan);
  CHECK_FALSE(planned.plan->feasible);
  CHECK(planned.plan->proved);
  CHECK(planned.plan->score.hard == 0);
  CHECK(left_out(*planned.plan) == std::vector<std::string>{"semer"});
  CHECK(planned.plan->sessions.size() == 2);
  REQUIRE(planned.diagnostics.size() == 1);
  CHECK(planned.diagnostics[0].impossible);
}

TEST_CASE("what fits in no window, or ends after the day, is left out too, not put elsewhere",
          "[plan]") {
  const Desk desk({{"g.toml", workshops(R"(window = ["10:00", "10:20"])", R"(start = "12:10")")},
                   {"people.csv", kPeople}});
  const auto planned = app::plan(desk.request());
  REQUIRE(planned.plan);
  CHECK(planned.plan->score.hard == 0);
  CHECK(left_out(*planned.plan) == std::vector<std::string>{"semer", "tailler"});
  CHECK(planned.plan->sessions.size() == 1);
  CHECK(planned.diagnostics.size() == 2);
}

TEST_CASE(
    "a day too short for anything leaves all out: rooms, an order and company are no obstacle",
    "[plan]") {
  const Desk desk({{"g.toml",
                    workshops("room = \"grande\"\nafter = [\"tailler\"]",
                              "rooms = [\"grande\"]\nsame_start = [\"cueillir\"]") +
                        kDuos},
                   {"people.csv", kPeople}});
  desk.replace("closes = \"12:30\"", "closes = \"09:20\"");
  const auto planned = app::plan(desk.request());
  REQUIRE(planned.plan);
  CHECK(planned.plan->score.hard == 0);
  CHECK(planned.plan->sessions.empty());
  CHECK(left_out(*planned.plan).size() == 4);
}

TEST_CASE("of an order that goes round in a circle one item is left out, and the plan is kept",
          "[plan]") {
  const Desk desk({{"g.toml", workshops("after = [\"tailler\"]", "after = [\"semer\"]")},
                   {"people.csv", kPeople}});
  const auto planned = app::plan(desk.request());
  REQUIRE(planned.plan);
  CHECK_FALSE(planned.plan->feasible);
  CHECK(left_out(*planned.plan).size() == 1);
  CHECK(app::show(planned.document, {}, {}).plan.sessions.size() == 2);
}

TEST_CASE("a mistake in the file beside what is impossible keeps it from being planned", "[plan]") {
  const Desk desk(
      {{"g.toml", workshops("after = [\"tailler\"]", "after = [\"semer\"]\nminute = 3")},
       {"people.csv", kPeople}});
  CHECK_FALSE(app::plan(desk.request()).plan);
}

}  // namespace app_tests
