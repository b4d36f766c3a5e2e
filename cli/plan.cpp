#include "app/plan.h"

#include <algorithm>
#include <chrono>

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/search_options.h"
#include "cli/views/phrases.h"
#include "cli/views/rotation_outcome.h"
#include "cli/views/views.h"
#include "cli/watching.h"
#include "engine/rules/catalogue.h"

namespace cli {
namespace {

constexpr std::size_t kWarningsShown = 5;
constexpr std::size_t kItemsShown = 40;  // more would push the verdict off the screen

app::PlanRequest request_of(const Arguments& arguments) {
  app::PlanRequest request;
  request.file = arguments.words[0];
  request.document = arguments.text("-o").value_or("");
  read_search(arguments, request);
  request.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return request;
}

void write_refused_wishes(const Screen& screen,
                          const engine::Plan& plan,
                          const std::string& document) {
  const auto refused =
      std::count_if(plan.remarks.begin(), plan.remarks.end(), [](const auto& remark) {
        return remark.rule == engine::info(engine::RuleId::WishRank).key ||
               remark.rule == engine::info(engine::RuleId::NoWishMet).key;
      });
  if (refused == 0) return;
  screen.out << '\n';
  for (const auto& remark : plan.remarks)
    if (is_about_another_run(remark)) paragraph(screen, remark.text.in(screen.language));
  suggest(screen,
          {"Des vœux sont refusés. Pour lire lesquels et à qui\u00a0:",
           "Some wishes are refused. To read which and whose:"},
          "farandole show " + typed(document) + " --by rotation");
}

void write_answer(const app::Planned& planned, const Door& door) {
  const auto screen = door.out.in(planned.gathering.language);
  const auto& plan = *planned.plan;
  const Showing showing(planned.gathering, plan);
  paragraph(screen, planned.gathering.name, "", Tone::Strong);
  const auto items = plan.sessions.size() + plan.rotations.size();
  if (items <= kItemsShown)
    show_by_day(showing, screen);
  else
    suggest(screen,
            engine::say({"{0}\u00a0séances et rotations en place. Pour les lire\u00a0:",
                         "{0}\u00a0sessions and rotations in place. To read them:"},
                        items),
            "farandole show " + typed(planned.document));
  show_verdict(showing, screen);
  show_comfort(showing, screen);
  show_series(planned.series, screen);
  write_refused_wishes(screen, plan, planned.document);
  screen.out << '\n';
  paragraph(screen,
            said(screen,
                 {"Gardé dans {0} (version\u00a0{1}).", "Kept in {0} (version\u00a0{1})."},
                 planned.document,
                 plan.version));
  const auto document = typed(planned.document);
  if (planned.better)
    suggest(screen,
            engine::say({"La version {0} était meilleure. Pour y revenir :",
                         "Version {0} was better. To go back to it:"},
                        *planned.better),
            "farandole restore " + document + " " + std::to_string(*planned.better));
  if (plan.feasible)
    suggest(screen,
            {"Pour imprimer les feuilles\u00a0:", "To print the sheets:"},
            "farandole sheets " + document + said(screen, {" --out feuilles", " --out sheets"}));
  else if (plan.proved)
    suggest(screen,
            {"Pour lire ce qui l’empêche et quoi changer\u00a0:",
             "To read what stands in the way, and what to change:"},
            "farandole explain " + typed(planned.gathering.files.front()));
  else
    suggest(
        screen,
        {"Pour chercher plus longtemps (en secondes)\u00a0:", "To search for longer (in seconds):"},
        "farandole plan " + typed(planned.gathering.files.front()) + " --time 60");
}

/// Many warnings would push the plan off the screen, and they have their own command.
void write_findings(const Screen& err, const app::Planned& planned, const std::string& file) {
  const auto& found = planned.diagnostics;
  const bool errors = std::any_of(found.begin(), found.end(), [](const auto& one) {
    return one.severity == engine::Severity::Error;
  });
  if (errors || found.size() <= kWarningsShown)
    write_diagnostics(err, found, planned.gathering);
  else
    suggest(err,
            engine::say({"Le fichier donne lieu à {0}. Pour les lire\u00a0:",
                         "There are {0} about the file. To read them:"},
                        diagnostics_counted(err, found)),
            "farandole check " + typed(file));
}

Status make_plan(const Arguments& arguments, const Door& door) {
  const auto planned = watched(request_of(arguments), arguments, door, app::plan);
  const auto err = for_gathering(door.err, planned.gathering);
  write_findings(err, planned, arguments.words[0]);
  if (Interrupt::asked())
    paragraph(err,
              said(err,
                   {"Interrompu\u00a0: voici le meilleur programme trouvé jusque-là.",
                    "Interrupted: here is the best plan found so far."}));
  if (arguments.has("--json"))
    door.out.out << app::json(planned);
  else if (planned.plan)
    write_answer(planned, door);
  if (planned.plan) return planned.plan->feasible ? Status::Done : Status::No;
  paragraph(err,
            said(err,
                 {"{0} à corriger d’abord\u202f; rien n’a été écrit.",
                  "{0} to correct first; nothing was written."},
                 diagnostics_counted(err, planned.diagnostics)));
  return Status::Wrong;
}

}  // namespace

const Command kPlan{
    .name = "plan",
    .summary = {"faire le programme", "make the plan"},
    .detail =
        {"Cherche un programme qui tient toutes les règles obligatoires, puis le plus de "
         "préférences possible, et le garde dans un document. Ctrl-C arrête plus tôt et garde "
         "le meilleur trouvé.",
         "Looks for a plan that keeps every hard rule, then as many preferences as possible, "
         "and keeps it in a document. Ctrl-C stops early and keeps the best found."},
    .arguments = {{.name = {"FICHIER", "FILE"},
                   .help = {"le fichier de la rencontre, comme gathering.toml",
                            "the gathering's file, such as gathering.toml"}}},
    .options = with_search(
        {{.name = "-o",
          .takes = Takes::Text,
          .value = {"DOC", "DOC"},
          .help = {"où garder le programme\u202f; sinon à côté du fichier, en .farandole",
                   "where to keep the plan; else beside the file, ending in .farandole"}}}),
    .run = make_plan};

}  // namespace cli
