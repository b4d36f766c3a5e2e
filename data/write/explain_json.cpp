#include "data/write/explain_json.h"

#include <map>
#include <string_view>
#include <vector>

#include "data/calendars/zone.h"
#include "data/write/json.h"
#include "data/write/series_json.h"

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

Json head_json(const Gathering& gathering, const engine::Plan& plan) {
  Json json{{"format", "farandole.explain/1"},
            {"gathering", gathering.name},
            {"version", plan.version == 0 ? Json() : Json(plan.version)},
            {"status", status_word(plan.feasible)}};
  json["score"] = score_json(plan.score, plan.bound);
  json["score"]["rules"] = rules_json(plan);
  return json;
}

Json conflicts_json(const std::vector<engine::Obstruction>& conflicts, Language language) {
  auto list = Json::array();
  for (const auto& conflict : conflicts)
    list.push_back({{"text", conflict.text.in(language)},
                    {"rules", conflict.rules},
                    {"items", conflict.items},
                    {"proved", conflict.proved}});
  return list;
}

/// Numbers, texts and lists are the same in both languages of data; an inline table stays a text.
Json value_json(const std::string& toml) {
  auto json = Json::parse(toml, nullptr, false);
  return json.is_discarded() ? Json(toml) : json;
}

Json repairs_json(const std::vector<engine::Repair>& repairs, Language language) {
  auto list = Json::array();
  for (const auto& repair : repairs) {
    auto changes = Json::array();
    for (const auto& change : repair.changes)
      changes.push_back({{"table", change.table},
                         {"id", change.id.empty() ? Json() : Json(change.id)},
                         {"key", change.key},
                         {"value", value_json(change.value)}});
    list.push_back(
        {{"text", repair.text.in(language)}, {"cost", repair.cost}, {"changes", changes}});
  }
  return list;
}

Json placement_json(const Gathering& gathering,
                    const engine::Placements& of,
                    const engine::Placement& place) {
  auto rules = Json::array();
  for (const auto& rule : place.rules)
    rules.push_back({{"id", rule.id},
                     {"level", level_word(rule.hard)},
                     {"count", rule.count},
                     {"penalty", rule.penalty}});
  auto broken = Json::array();
  for (const auto& reason : place.broken)
    broken.push_back({{"rule", reason.rule}, {"text", reason.text.in(gathering.language)}});
  auto stations = Json::object();
  for (const auto& station : place.stations) stations[station.station] = station.room;
  return {{"round", of.round == 0 ? Json() : Json(of.round)},
          {"start", iso_with_offset(place.start, gathering.timezone)},
          {"end", iso_with_offset(place.start + of.minutes, gathering.timezone)},
          {"room", place.room.empty() ? Json() : Json(place.room)},
          {"stations", stations},
          {"current", place.current},
          {"allowed", place.allowed()},
          {"hard", place.cost.hard},
          {"unplaced", place.cost.unplaced},
          {"soft", place.cost.soft},
          {"rules", rules},
          {"broken", broken}};
}

}  // namespace

std::string explain_json(const Explanation& explanation) {
  const auto& gathering = explanation.gathering;
  const auto language = gathering.language;
  Json json{{"format", "farandole.explain/1"},
            {"gathering", gathering.name},
            {"version", Json()},
            {"status", status_word(false)}};
  if (explanation.plan != nullptr) json = head_json(gathering, *explanation.plan);
  if (!explanation.series.empty()) json["series"] = series_json(gathering, explanation.series);
  if (explanation.plan == nullptr || !explanation.plan->feasible) {
    json["conflicts"] = conflicts_json(explanation.conflicts, language);
    json["repairs"] = repairs_json(explanation.repairs, language);
  }
  const auto& costs = explanation.costs;
  json["people"] = entries_json(costs.people, "name", people_of(gathering), language);
  json["sessions"] = entries_json(costs.items, "title", items_of(gathering), language);
  return text_of(json);
}

std::string placements_json(const Gathering& gathering,
                            const engine::Plan& plan,
                            const std::vector<engine::Placements>& placements) {
  auto json = head_json(gathering, plan);
  json["session"] = placements.front().id;
  json["placements"] = Json::array();
  for (const auto& of : placements)
    for (const auto& place : of.list)
      json["placements"].push_back(placement_json(gathering, of, place));
  json["rooms_out"] = Json::array();
  for (const auto& out : placements.front().out)
    json["rooms_out"].push_back({{"room", out.room}, {"rule", out.rule}});
  return text_of(json);
}

}  // namespace data
