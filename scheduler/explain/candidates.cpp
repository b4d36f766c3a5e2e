#include "scheduler/explain/candidates.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/rules/catalogue.h"
#include "scheduler/explain/candidate_list.h"

namespace scheduler {
namespace {

using engine::say;
using engine::Words;

// Leaving something out, or letting a rule go, breaks a promise: it comes after what moves minutes.
constexpr std::int64_t kLeftOut = 300;
constexpr std::int64_t kRuleRelaxed = 3000;
constexpr int kRelaxedWeight = 10;
constexpr std::size_t kMostTellingItems = 8;

constexpr Words kOptional{"pouvoir se passer de {0}", "be ready to do without {0}"};
constexpr Words kRelaxed{"ne faire qu’une préférence de la règle «\u202f{0}\u202f»",
                         "make the rule \"{0}\" a preference only"};

void add_last_resorts(CandidateList& out, const std::vector<std::string>& rules) {
  for (const auto* session : out.sessions)
    if (!session->optional)
      out.add("optional " + session->id.value,
              kLeftOut * std::max(1, session->priority) +
                  std::max<std::int64_t>(0, session->minutes.value),
              say(kOptional, quoted_title(session->title, session->id)),
              {{"session", session->id.value, "optional", "true"}});
  for (const auto& rule : engine::kRules)
    if (std::find(rules.begin(), rules.end(), rule.key) != rules.end())
      out.add("rule " + std::string(rule.key),
              kRuleRelaxed,
              say(kRelaxed, rule.title),
              {{"rules", "", std::string(rule.key), std::to_string(kRelaxedWeight)}});
}

}  // namespace

bool about(const CandidateList& out, std::span<const engine::RuleId> rules) {
  const auto& named = out.conflict.rules;
  return named.empty() || std::any_of(rules.begin(), rules.end(), [&](engine::RuleId rule) {
           return std::find(named.begin(), named.end(), engine::info(rule).key) != named.end();
         });
}

std::vector<engine::Minute> shorter_lengths(engine::Minute minutes, engine::Minute least) {
  std::vector<engine::Minute> lengths;
  for (const auto step : kLongSteps) lengths.push_back(minutes - step);
  lengths.insert(lengths.end(), kUsualLengths.begin(), kUsualLengths.end());
  std::sort(lengths.begin(), lengths.end(), std::greater<>());
  lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  const auto useless = [&](engine::Minute length) { return length >= minutes || length < least; };
  lengths.erase(std::remove_if(lengths.begin(), lengths.end(), useless), lengths.end());
  return lengths;
}

std::vector<Candidate> candidates_of(const engine::Gathering& gathering,
                                     const Items& core,
                                     const engine::Obstruction& conflict) {
  CandidateList out{gathering, {}, {}, conflict, {}};
  const auto sessions = gathering.sessions.size();
  for (const auto item : core) {
    if (item < sessions)
      out.sessions.push_back(&gathering.sessions[item]);
    else
      out.rotations.push_back(&gathering.rotations[item - sessions]);
  }
  // Where so much seems not to go together, no single item is the likely reason.
  const bool vague = !conflict.proved && core.size() > kMostTellingItems;
  add_days(out);
  out.add_as(vague, [&] {
    add_hours(out);
    add_order(out);
  });
  out.add_as(!about(out, kOfPlaces), [&] {
    add_places(out);
    add_travel(out);
  });
  add_stations(out);
  add_teams(out);
  add_people(out);
  add_registrations(out);
  add_quotas(out);
  add_last_resorts(out, conflict.rules);
  std::stable_sort(out.list.begin(), out.list.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.unlikely, a.repair.cost) < std::tuple(b.unlikely, b.repair.cost);
  });
  std::set<std::vector<engine::Setting>> known;  // stations may ask the same of one room
  std::erase_if(out.list,
                [&](const Candidate& one) { return !known.insert(one.repair.changes).second; });
  return std::move(out.list);
}

}  // namespace scheduler
