#include "app/replan.h"

#include <chrono>

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/search_options.h"
#include "cli/views/repair.h"
#include "cli/watching.h"

namespace cli {
namespace {

/// The changes, in the order of the help.
std::vector<Option> change_options() {
  const auto change = [](std::string_view name, engine::Words value, engine::Words help) {
    return Option{
        .name = name, .takes = Takes::Text, .value = value, .help = help, .repeatable = true};
  };
  return {
      change("--person-out",
             {"ID", "ID"},
             {"cette personne ne vient pas, ou part", "this person does not come, or leaves"}),
      change("--person-late",
             {"ID=HEURE", "ID=TIME"},
             {"elle n’arrive qu’à cette heure", "they only come at that time"}),
      change("--room-out",
             {"ID", "ID"},
             {"cette salle ne peut plus servir", "this room can be used no more"}),
      change("--site-out",
             {"ID", "ID"},
             {"aucune salle de ce lieu ne peut plus servir",
              "no room of this site can be used any more"}),
      change("--delay",
             {"SÉANCE=MINUTES", "SESSION=MINUTES"},
             {"elle commence plus tard\u202f; commencée, elle finit plus tard",
              "it begins later; once begun, it ends later"}),
      change("--substitute",
             {"QUI=REMPLACE", "OUT=IN"},
             {"la seconde personne prend les rôles de la première, qui ne vient pas",
              "the second person takes the roles of the first, who does not come"}),
      change("--absent",
             {"ID", "ID"},
             {"cette personne ne participe pas", "this person does not take part"}),
      change("--arrive",
             {"FICHIER", "FILE"},
             {"des personnes venues sans être attendues, comme dans people.csv",
              "people who have come unannounced, as in people.csv"}),
      change("--cancel", {"SÉANCE", "SESSION"}, {"elle n’a pas lieu", "it does not take place"}),
      change("--move",
             {"SÉANCE=HEURE[@SALLE]", "SESSION=TIME[@ROOM]"},
             {"elle passe à cette heure, dans cette salle", "it goes to that time, in that room"}),
      change("--lock", {"SÉANCE", "SESSION"}, {"elle reste où elle est", "it stays where it is"}),
      change(
          "--unlock", {"SÉANCE", "SESSION"}, {"elle peut de nouveau bouger", "it may move again"})};
}

std::vector<Option> replan_options() {
  std::vector<Option> options{
      {.name = "--at",
       .takes = Takes::Text,
       .value = {"HEURE", "TIME"},
       .help = {"l’heure qu’il est\u00a0: ce qui a commencé, ou commence bientôt, reste",
                "the time it is: what has begun, or is about to, stays"}}};
  for (auto& option : change_options()) options.push_back(option);
  options.push_back({.name = "--dry-run",
                     .help = {"montrer ce qui changerait, et d’autres façons de faire\u202f; rien "
                              "n’est écrit",
                              "show what would change, and other ways; nothing is written"}});
  auto all = with_search(std::move(options));
  for (auto& option : all)
    if (option.name == "--time")
      option.help = {"combien de temps chercher au plus\u202f; sinon 2",
                     "how long to search at most; else 2"};
  return all;
}

app::ReplanRequest request_of(const Arguments& arguments) {
  app::ReplanRequest request;
  request.document = arguments.words[0];
  request.at = arguments.text("--at");
  request.dry_run = arguments.has("--dry-run");
  for (const auto& option : change_options())
    for (const auto& value : arguments.texts(option.name))
      request.changes.push_back({std::string(option.name), value});
  read_search(arguments, request);
  request.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return request;
}

Status replan(const Arguments& arguments, const Door& door) {
  const auto replanned = watched(request_of(arguments), arguments, door, app::replan);
  if (!replanned.wrong.empty()) {
    const auto err = door.err.in(replanned.language);
    for (const auto& wrong : replanned.wrong)
      paragraph(err, said(err, {"Erreur\u00a0: {0}", "Error: {0}"}, wrong), "", Tone::Bad);
    paragraph(err, said(err, {"Rien n’a été écrit.", "Nothing was written."}));
    return Status::Wrong;
  }
  const auto err = door.err.in(replanned.language);
  for (const auto& note : replanned.notes) paragraph(err, note.in(replanned.language));
  if (arguments.has("--json"))
    door.out.out << app::json(replanned);
  else
    show_repair(replanned, door.out.in(replanned.language));
  return replanned.plan.feasible ? Status::Done : Status::No;
}

}  // namespace

const Command kReplan{
    .name = "replan",
    .summary = {"réparer le programme après un imprévu", "repair the plan after a mishap"},
    .detail = {"Répare le programme en dérangeant le moins de personnes possible, et garde le "
               "résultat comme nouvelle version. Dit quoi faire, dans l’ordre, et qui prévenir. "
               "Plusieurs changements peuvent être donnés ensemble\u202f; «\u202frestore\u202f» "
               "revient en arrière.",
               "Repairs the plan while disturbing as few people as possible, and keeps the result "
               "as a new version. Says what to do, in order, and whom to tell. Several changes may "
               "be given together; restore goes back."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}}},
    .options = replan_options(),
    .run = replan};

}  // namespace cli
