#include <algorithm>
#include <array>

#include "data/read/parts.h"
#include "data/read/plain_values.h"
#include "engine/model/nearest.h"
#include "engine/rules/catalogue.h"

namespace data {
namespace {

using engine::RuleSetting;
using engine::say;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kUnknown{"règle inconnue « {0} »{1}", "unknown rule \"{0}\"{1}"};
constexpr Words kLevel{"\"hard\", \"off\" ou un poids (0, 1, 2…)",
                       "\"hard\", \"off\" or a weight (0, 1, 2…)"};

/// Numbers that rules take besides their weight.
constexpr auto kParameters = std::to_array<std::string_view>({"long_run"});

bool is_rule(std::string_view key) {
  return std::any_of(engine::kRules.begin(), engine::kRules.end(), [&](const auto& rule) {
    return rule.key == key;
  });
}

bool is_parameter(std::string_view key) {
  return std::find(kParameters.begin(), kParameters.end(), key) != kParameters.end();
}

void say_unknown(Context& context, const Entry& entry) {
  if (context.reported.count(entry.where) > 0) return;
  std::vector<std::string_view> known(kParameters.begin(), kParameters.end());
  for (const auto& rule : engine::kRules) known.push_back(rule.key);
  const auto near = engine::nearest(entry.key, known);
  context.diagnostics.error(entry.where, say(kUnknown, entry.key, maybe_text(near)));
}

void read_setting(Context& context, const Entry& entry, engine::Gathering& out) {
  const auto& value = entry.value;
  RuleSetting setting{{entry.key, entry.where}, RuleSetting::Level::Weight, 0};
  if (value.kind == Kind::Text && value.text == "hard") {
    setting.level = RuleSetting::Level::Hard;
  } else if (value.kind == Kind::Text && value.text == "off") {
    setting.level = RuleSetting::Level::Off;
  } else if (value.kind == Kind::Whole) {
    const auto weight = to_whole(context, value, entry.key, {0, 1'000'000});
    if (!weight) return;
    setting.weight = *weight;
  } else {
    const auto near =
        value.kind == Kind::Text ? engine::nearest(value.text, {"hard", "off"}) : std::nullopt;
    return say_wrong_type(context, value, entry.key, kLevel, near);
  }
  out.rules.push_back(std::move(setting));
}

}  // namespace

void read_rules(Context& context, const Value& table, engine::Gathering& out) {
  for (const auto& entry : table.entries) {
    if (is_rule(entry.key)) {
      read_setting(context, entry, out);
    } else if (is_parameter(entry.key)) {
      const auto number = to_whole(context, entry.value, entry.key, {1, 1'000});
      if (number) out.rule_parameters[entry.key] = static_cast<int>(*number);
    } else {
      say_unknown(context, entry);
    }
  }
}

}  // namespace data
