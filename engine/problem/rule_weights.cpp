#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/problem/steps.h"
#include "engine/rules/all.h"

namespace engine {
namespace {

RuleWeight weight_of(const RuleSetting& setting) {
  switch (setting.level) {
    case RuleSetting::Level::Hard:
      return {.hard = 1, .soft = 0};
    case RuleSetting::Level::Off:
      return {};
    case RuleSetting::Level::Weight:
      return {.hard = 0, .soft = setting.weight};
  }
  return {};
}

std::vector<std::string_view> rule_keys() {
  std::vector<std::string_view> keys;
  keys.reserve(kRuleCount);
  for (const auto& rule : kRules) keys.push_back(rule.key);
  return keys;
}

}  // namespace

void weigh_rules(Compiling& c) {
  auto& weights = c.problem.weights;
  for (std::size_t i = 0; i < kRuleCount; ++i)
    weights[i] = kRules[i].hard ? RuleWeight{.hard = kRules[i].weight, .soft = 0}
                                : RuleWeight{.hard = 0, .soft = kRules[i].weight};
  const auto& parameters = c.gathering.rule_parameters;
  if (const auto found = parameters.find("long_run"); found != parameters.end())
    c.problem.long_run = found->second;
  for (const auto& setting : c.gathering.rules) {
    const auto& key = setting.rule.value;
    const auto rule = std::find_if(
        kRules.begin(), kRules.end(), [&](const RuleInfo& info) { return info.key == key; });
    if (rule != kRules.end())
      weights[static_cast<std::size_t>(rule->id)] = weight_of(setting);
    else
      c.diagnostics.error(
          setting.rule.where,
          say({"règle inconnue\u00a0: «\u202f{0}\u202f»{1}", "unknown rule \"{0}\"{1}"},
              key,
              did_you_mean(key, rule_keys())));
  }
}

}  // namespace engine
