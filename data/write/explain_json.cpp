#include "data/write/explain_json.h"

#include <map>
#include <string_view>
#include <vector>

#include "data/write/json.h"

namespace data {
namespace {

using engine::Gathering;
using engine::Language;

using Names = std::map<std::string_view, std::string_view>;

Json rule_json(const engine::RuleCost& rule, Language language) {
  auto texts = Json::array();
  for (const auto& text : rule.texts) texts.push_back(text.in(language));
  return {{"id", rule.id},
          {"level", level_word(rule.hard)},
          {"count", rule.count},
          {"penalty", rule.penalty},
          {"texts", texts}};
}

/// `named` is what the name of an entry is called: "name" of a person, "title" of an item.
Json entries_json(const std::vector<engine::CostOf>& list,
                  const char* named,
                  const Names& names,
                  Language language) {
  auto entries = Json::array();
  for (const auto& entry : list) {
    const auto name = names.find(entry.id);
    auto rules = Json::array();
    for (const auto& rule : entry.rules) rules.push_back(rule_json(rule, language));
    entries.push_back({{"id", entry.id},
                       {named, name == names.end() ? entry.id : name->second},
                       {"hard", entry.cost.hard},
                       {"unplaced", entry.cost.unplaced},
                       {"soft", entry.cost.soft},
                       {"rules", rules}});
  }
  return entries;
}

Names people_of(const Gathering& gathering) {
  Names names;
  for (const auto& person : gathering.people) names.emplace(person.id.value, person.name);
  return names;
}

Names items_of(const Gathering& gathering) {
  Names names;
  for (const auto& session : gathering.sessions) names.emplace(session.id.value, session.title);
  for (const auto& rotation : gathering.rotations) names.emplace(rotation.id.value, rotation.title);
  return names;
}

}  // namespace

std::string explain_json(const Gathering& gathering,
                         const engine::Plan& plan,
                         const engine::Costs& costs) {
  Json json{{"format", "farandole.explain/1"},
            {"gathering", gathering.name},
            {"version", plan.version == 0 ? Json() : Json(plan.version)},
            {"status", status_word(plan.feasible)}};
  json["score"] = score_json(plan.score, plan.bound);
  json["score"]["rules"] = rules_json(plan);
  json["people"] = entries_json(costs.people, "name", people_of(gathering), gathering.language);
  json["sessions"] = entries_json(costs.items, "title", items_of(gathering), gathering.language);
  return text_of(json);
}

}  // namespace data
