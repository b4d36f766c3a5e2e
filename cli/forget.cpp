#include "app/forget.h"

#include "cli/command.h"
#include "cli/views/phrases.h"

namespace cli {
namespace {

Status forget(const Arguments& arguments, const Door& door) {
  const auto forgot = app::forget(arguments.words[0], arguments.words[1]);
  if (arguments.has("--json")) {
    door.out.out << app::json(forgot);
    return Status::Done;
  }
  const auto screen = door.out.in(forgot.language);
  paragraph(
      screen,
      said(screen,
           {"Les données de cette personne sont retirées de {0}\u00a0{0:version|versions} du "
            "document.",
            "This person's data are removed from {0}\u00a0{0:version|versions} of the document."},
           forgot.versions));
  paragraph(screen,
            said(screen,
                 {"«\u202f{0}\u202f» tient sa place, pour que les comptes restent justes.",
                  "\"{0}\" stands in, so that counts stay true."},
                 forgot.stand_in));
  paragraph(
      screen,
      said(screen,
           {"Restent à effacer à la main\u00a0: le fichier de la rencontre, ses tableaux, les "
            "copies du document, les feuilles et les exports déjà faits.",
            "Still to be removed by hand: the gathering file, its tables, copies of the "
            "document, sheets and exports made before."}));
  return Status::Done;
}

}  // namespace

const Command kForget{
    .name = "forget",
    .summary = {"effacer les données d’une personne", "remove a person's data"},
    .detail = {"Retire d’un document tout ce qui dit qui est une personne, dans toutes ses "
               "versions\u00a0: nom, organisme, courriel, téléphone, besoins, régime. Cela ne peut "
               "pas être défait.",
               "Takes all that says who a person is out of a document, in every version: name, "
               "organisation, e-mail, telephone, needs, diet. It cannot be undone."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}},
                  {.name = {"PERSONNE", "PERSON"},
                   .help = {"son identifiant ou son nom", "the person's id or name"}}},
    .options = {json_option()},
    .run = forget};

}  // namespace cli
