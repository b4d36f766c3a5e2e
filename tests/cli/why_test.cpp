#include "cli/views/why.h"

#include <algorithm>
#include <sstream>

#include "cli/terminal/width.h"
#include "tests/catch.h"
#include "tests/cli/golden.h"
#include "tests/cli/small_day.h"

namespace {

engine::RuleCost rule(const char* id, bool hard, std::int64_t penalty, int findings) {
  engine::RuleCost cost;
  cost.id = id;
  cost.hard = hard;
  cost.count = penalty;
  cost.penalty = penalty;
  for (int i = 0; i < findings; ++i)
    cost.texts.push_back({"quelqu’un attend entre Accueil café et Film : 4 × 30 min",
                          "somebody waits between Accueil café and Film: 4 × 30 min"});
  return cost;
}

engine::CostOf entry(const char* id, engine::Score cost, std::vector<engine::RuleCost> rules) {
  return {.id = id, .cost = cost, .rules = std::move(rules)};
}

std::string shown(engine::Plan plan, const engine::Costs& costs, engine::Language language) {
  const auto gathering = tests::small_day(language);
  std::ostringstream out;
  const cli::Screen screen{.out = out, .width = 80, .language = language};
  const cli::Showing showing(gathering, plan);
  cli::show_score(showing, screen);
  cli::show_costs(showing, costs, screen);
  return out.str();
}

}  // namespace

TEST_CASE("a score is told rule by rule, then whom and what it costs", "[explain]") {
  auto plan = tests::small_plan();
  plan.rules.front() = {"room-capacity", true, 1, 2, 2};
  plan.score.hard = 2;
  engine::Costs costs;
  costs.people = {
      entry("elo", {.soft = 5}, {rule("idle-gap", false, 4, 2), rule("x", false, 1, 1)}),
      entry("zoe", {.soft = 1}, {rule("wish-rank", false, 1, 1)})};
  costs.items = {entry("table",
                       {.hard = 2, .soft = 4},
                       {rule("room-capacity", true, 2, 1),
                        rule("idle-gap", false, 3, 3),
                        rule("walking", false, 1, 1)}),
                 entry("film", {.unplaced = 3}, {})};
  for (const auto language : {engine::Language::Fr, engine::Language::En}) {
    const auto text = shown(plan, costs, language);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(cli::display_width(line) <= 80);
    const auto* name = language == engine::Language::Fr ? "why_fr.txt" : "why_en.txt";
    CHECK(text == tests::golden(name, text));
  }
}

TEST_CASE("a list of the worst is a screenful at most", "[explain]") {
  engine::Costs costs;
  for (int i = 0; i < 30; ++i)
    costs.people.push_back(entry("elo", {.soft = 9}, {rule("idle-gap", false, 9, 5)}));
  const auto text = shown(tests::small_plan(), costs, engine::Language::Fr);
  CHECK(std::count(text.begin(), text.end(), '\n') < 48);
  CHECK_THAT(text, Catch::Matchers::ContainsSubstring("et 22\u00a0de plus"));
}
