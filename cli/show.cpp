#include "app/show.h"

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/views/views.h"

namespace cli {
namespace {

void write_title(const Showing& showing, const Screen& screen) {
  paragraph(screen,
            said(screen,
                 {"{0} · version\u00a0{1}", "{0} · version\u00a0{1}"},
                 showing.gathering.name,
                 showing.plan.version),
            "",
            Tone::Strong);
}

Status show(const Arguments& arguments, const Door& door) {
  const auto version = arguments.number("--version");
  const auto shown = app::show(arguments.words[0],
                               version ? std::optional(static_cast<int>(*version)) : std::nullopt,
                               arguments.text("--site"));
  if (arguments.has("--json")) {
    door.out.out << app::json(shown);
    return Status::Done;
  }
  const Showing showing(shown.gathering, shown.plan, &shown.transport);
  const auto screen = door.out.in(shown.gathering.language);
  const auto by = arguments.text("--by").value_or("day");
  write_title(showing, screen);
  if (by == "room") show_by_room(showing, screen);
  if (by == "person") show_by_person(showing, screen);
  if (by == "transport") show_by_transport(showing, screen);
  if (by == "rotation") show_by_rotation(showing, screen);
  if (by == "day") show_by_day(showing, screen);
  show_verdict(showing, screen);
  if (by == "day") show_comfort(showing, screen);
  if (by == "day") show_series(shown.series, screen);
  return Status::Done;
}

}  // namespace

const Command kShow{
    .name = "show",
    .summary = {"montrer le programme par jour, salle, personne ou rotation",
                "show the plan by day, room, person or rotation"},
    .detail =
        {"Montre un programme déjà fait, puis ce qu’il vaut\u00a0: les règles tenues ou non, ce "
         "qui n’a pas trouvé de place et pourquoi.",
         "Shows a plan already made, then how good it is: the rules kept or broken, what found "
         "no place and why."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit, comme gathering.farandole",
                            "the document that plan wrote, such as gathering.farandole"}}},
    .options =
        {{.name = "--by",
          .takes = Takes::Text,
          .value = {"VUE", "VIEW"},
          .help =
              {"day (le jour, par défaut), room (par salle), person (le parcours de "
               "chaque personne), rotation (qui est à quel poste à chaque tour) ou transport (les "
               "trajets et le matériel à porter)",
               "day (the default), room, person (everyone's own path), rotation (who is at "
               "which station in each round) or transport (trips, and equipment to carry)"},
          .choices = {"day", "room", "person", "rotation", "transport"}},
         {.name = "--site",
          .takes = Takes::Text,
          .value = {"SITE", "SITE"},
          .help = {"ce qui a lieu sur un seul site (son identifiant)",
                   "only what takes place on one site (its id)"}},
         {.name = "--version",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"une version d’avant (voir history)\u202f; sinon la dernière",
                   "an earlier version (see history); else the newest"}},
         json_option()},
    .run = show};

}  // namespace cli
