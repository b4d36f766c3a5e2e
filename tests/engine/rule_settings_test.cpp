#include "engine/rules/all.h"
#include "tests/catch.h"
#include "tests/support/compiled.h"

using engine::RuleId;
using engine::RuleSetting;

TEST_CASE("every hard rule of the catalogue is in force") {
  for (const auto& rule : engine::kRules) {
    INFO(rule.key);
    if (rule.hard) CHECK(engine::in_force(rule.id));
  }
}

TEST_CASE("a rule that no plan is held to yet is pointed out when a gathering asks for it") {
  if (engine::in_force(RuleId::Walking)) return;
  auto b = support::small_gathering();
  b.rule("walking", RuleSetting::Level::Weight, 3);
  b.rule("idle-gap", RuleSetting::Level::Off);
  b.rule("wish-rank", RuleSetting::Level::Weight, 3);
  CHECK_THAT(support::complaints(b.g),
             Catch::Matchers::ContainsSubstring(support::line_of(b.g.rules[0].rule.where) +
                                                "warning: la règle « walking » est notée") &&
                 !Catch::Matchers::ContainsSubstring("idle-gap") &&
                 !Catch::Matchers::ContainsSubstring("wish-rank"));
}
