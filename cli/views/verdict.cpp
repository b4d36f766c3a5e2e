#include <algorithm>

#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/views/views.h"

namespace cli {
namespace {

void write_broken(const Showing& showing, const Screen& screen) {
  paragraph(
      screen,
      said(screen,
           {"Des règles obligatoires ne sont pas tenues\u00a0:", "Some hard rules are broken:"}),
      "",
      Tone::Bad);
  for (const auto& remark : showing.plan.remarks)
    if (remark.hard) paragraph(screen, remark.text.in(screen.language), "  - ");
}

void write_left_out(const Showing& showing, const Screen& screen) {
  paragraph(screen,
            said(screen, {"Sans place dans le programme\u00a0:", "Without a place in the plan:"}),
            "",
            Tone::Notice);
  for (const auto& row : showing.plan.unplaced)
    paragraph(
        screen,
        said(screen, {"{0}\u00a0: {1}", "{0}: {1}"}, showing.directory.title(row.id), row.reason),
        "  - ");
}

void write_bound(const Showing& showing, const Screen& screen) {
  const auto& plan = showing.plan;
  if (plan.bound.value_or(0) <= 0) return;
  if (*plan.bound == plan.score.soft)
    paragraph(screen,
              said(screen,
                   {"On ne peut pas faire mieux\u00a0: c’est prouvé.",
                    "Nothing better exists: proved."}));
  else
    paragraph(screen,
              said(screen,
                   {"Aucun programme ne descend sous {0}.", "No plan gets below {0}."},
                   *plan.bound));
}

}  // namespace

void show_verdict(const Showing& showing, const Screen& screen) {
  const auto& plan = showing.plan;
  screen.out << '\n';
  if (plan.score.hard > 0)
    write_broken(showing, screen);
  else if (plan.feasible)
    paragraph(
        screen,
        said(screen, {"Toutes les règles obligatoires sont tenues.", "All hard rules are kept."}),
        "",
        Tone::Good);
  if (!plan.unplaced.empty()) write_left_out(showing, screen);
  if (plan.feasible) return;
  paragraph(screen,
            plan.proved
                ? said(screen,
                       {"Aucun programme ne peut tout tenir\u00a0: c’est prouvé.",
                        "No plan can keep it all: proved."})
                : said(screen,
                       {"Pas de programme complet trouvé dans le temps donné\u202f; rien ne prouve "
                        "qu’il n’en existe pas.",
                        "No complete plan was found in the time given; nothing proves that "
                        "there is none."}));
}

void show_comfort(const Showing& showing, const Screen& screen) {
  if (!showing.plan.feasible) return;  // what is missing matters more
  std::vector<const engine::RuleScore*> given_up;
  for (const auto& rule : showing.plan.rules)
    if (!rule.hard && rule.penalty > 0) given_up.push_back(&rule);
  std::stable_sort(given_up.begin(), given_up.end(), [](const auto* a, const auto* b) {
    return a->penalty > b->penalty;
  });
  if (given_up.empty()) {
    paragraph(screen, said(screen, {"Préférences\u00a0: toutes tenues.", "Preferences: all met."}));
    return;
  }
  paragraph(screen,
            said(screen,
                 {"Préférences\u00a0: pénalité de {0} (0 serait parfait).",
                  "Preferences: a penalty of {0} (0 would be perfect)."},
                 showing.plan.score.soft));
  screen.out << '\n';
  Table table({{said(screen, {"Points", "Points"}), true},
               {said(screen, {"Ce qui est souhaité", "What is preferred"})},
               {said(screen, {"Écarts", "Misses"})}});
  for (const auto* rule : given_up) {
    const auto* info = find_rule(rule->id);
    table.add({{std::to_string(rule->penalty)},
               {info == nullptr ? rule->id : std::string(info->title.in(screen.language))},
               {units_text(screen, rule->id, rule->count)}});
  }
  table.write(screen);
  write_bound(showing, screen);
}

}  // namespace cli
