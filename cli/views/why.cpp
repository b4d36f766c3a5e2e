#include "cli/views/why.h"

#include <algorithm>
#include <tuple>

#include "cli/answers.h"
#include "cli/terminal/table.h"
#include "cli/views/phrases.h"

namespace cli {
namespace {

constexpr std::size_t kEntriesShown = 8;  // with two reasons each, about a screen of 24 lines
constexpr std::size_t kReasonsShown = 2;

std::string title_of(const Screen& screen, const std::string& rule) {
  const auto* info = find_rule(rule);
  return info == nullptr ? rule : std::string(info->title.in(screen.language));
}

/// What is broken or left out weighs more than any number of preferences, and is said instead.
Cell price(const Screen& screen, const engine::Score& cost) {
  if (cost.hard > 0) return {said(screen, {"obligatoire", "hard rule"}), Tone::Bad};
  if (cost.unplaced > 0) return {said(screen, {"sans place", "left out"}), Tone::Notice};
  return {std::to_string(cost.soft)};
}

/// With its points where they are not those of the whole entry.
std::string reason(const Screen& screen, const engine::RuleCost& rule, bool only_one) {
  auto text = rule.texts.front().in(screen.language);
  if (rule.texts.size() > 1)
    text += said(screen,
                 {", et {0}\u00a0{0:autre écart|autres écarts}", ", and {0}\u00a0more"},
                 rule.texts.size() - 1);
  if (only_one || rule.hard) return text;
  return said(screen, {"{0}\u00a0: {1}", "{0}: {1}"}, rule.penalty, text);
}

std::string reasons(const Screen& screen, const engine::CostOf& entry) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kReasonsShown, entry.rules.size()); ++i)
    text += (i > 0 ? "\n" : "") + reason(screen, entry.rules[i], entry.rules.size() == 1);
  if (entry.rules.size() > kReasonsShown)
    text += "\n" +
            said(screen,
                 {"et {0}\u00a0{0:autre règle|autres règles}", "and {0}\u00a0other {0:rule|rules}"},
                 entry.rules.size() - kReasonsShown);
  return text;
}

template <class NameOf>
void write_worst(const Screen& screen,
                 const std::vector<engine::CostOf>& list,
                 const Column& who,
                 NameOf name_of) {
  Table table(
      {{said(screen, {"Points", "Points"}), true}, who, {said(screen, {"Pourquoi", "Why"})}});
  const auto shown = std::min(kEntriesShown, list.size());
  for (std::size_t i = 0; i < shown; ++i)
    table.add({price(screen, list[i].cost), {name_of(list[i].id)}, {reasons(screen, list[i])}});
  table.write(screen);
  if (list.size() > shown)
    paragraph(screen,
              said(screen,
                   {"… et {0}\u00a0de plus (--json les donne tous).",
                    "… and {0}\u00a0more (--json gives them all)."},
                   list.size() - shown),
              "  ",
              Tone::Faint);
}

}  // namespace

void show_score(const Showing& showing, const Screen& screen) {
  std::vector<const engine::RuleScore*> counting;
  for (const auto& rule : showing.plan.rules)
    if (rule.penalty > 0) counting.push_back(&rule);
  std::stable_sort(counting.begin(), counting.end(), [](const auto* a, const auto* b) {
    return std::tuple(a->hard, a->penalty) > std::tuple(b->hard, b->penalty);
  });
  heading(screen, said(screen, {"La note, règle par règle", "The score, rule by rule"}));
  Table table({{said(screen, {"Points", "Points"}), true},
               {said(screen, {"Règle", "Rule"})},
               {said(screen, {"Compte", "Count"})},
               {said(screen, {"Poids", "Weight"}), true}});
  for (const auto* rule : counting)
    table.add(
        {{std::to_string(rule->penalty), rule->hard ? Tone::Bad : Tone::Plain},
         {title_of(screen, rule->id)},
         {units_text(screen, rule->id, rule->count)},
         {rule->hard ? said(screen, {"obligatoire", "hard"}) : std::to_string(rule->weight)}});
  if (!table.empty()) table.write(screen);
  paragraph(screen,
            said(screen,
                 {"Somme\u00a0: {0}. Règles sans aucun écart\u00a0: {1}.",
                  "Sum: {0}. Rules with nothing against them: {1}."},
                 score_text(screen, showing.plan.score),
                 showing.plan.rules.size() - counting.size()));
}

void show_costs(const Showing& showing, const engine::Costs& costs, const Screen& screen) {
  if (!costs.people.empty()) {
    heading(
        screen,
        said(screen,
             {"Les personnes à qui le programme coûte le plus", "The people the plan costs most"}));
    write_worst(screen, costs.people, {said(screen, {"Qui", "Who"})}, [&](const std::string& id) {
      return showing.directory.person_name(id);
    });
  }
  if (costs.items.empty()) return;
  heading(screen,
          said(screen,
               {"Les séances et rotations qui coûtent le plus",
                "The sessions and rotations that cost most"}));
  write_worst(screen, costs.items, {said(screen, {"Quoi", "What"})}, [&](const std::string& id) {
    return showing.directory.title(id);
  });
}

}  // namespace cli
