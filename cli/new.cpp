#include "app/new.h"

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/terminal/table.h"

namespace cli {
namespace {

Status make(const Arguments& arguments, const Door& door) {
  auto language = door.environment.language;
  if (const auto wanted = arguments.text("--lang"))
    language = *wanted == "fr" ? engine::Language::Fr : engine::Language::En;
  const auto screen = door.out.in(language);
  const auto files = app::new_gathering(
      arguments.words[0], arguments.text("--template").value_or(app::kDefaultTemplate), language);
  paragraph(screen, said(screen, {"Écrit\u00a0:", "Written:"}));
  for (const auto& file : files) paragraph(screen, file, "  ");
  suggest(screen,
          {"Ouvrez le premier dans un éditeur de texte, puis\u00a0:",
           "Open the first in a text editor, then:"},
          "farandole check " + typed(files.front()));
  suggest(screen,
          {"et quand tout est bon\u00a0:", "and when all is well:"},
          "farandole plan " + typed(files.front()));
  return Status::Done;
}

void list_templates(const Screen& screen) {
  heading(screen, said(screen, {"Modèles", "Templates"}));
  Table table({{""}, {""}});
  for (const auto& one : app::templates())
    table.add({{one.name, Tone::Strong}, {one.title.in(screen.language)}});
  table.write(screen);
}

}  // namespace

const Command kNew{
    .name = "new",
    .summary = {"écrire le fichier d’une nouvelle rencontre, à adapter",
                "write the file of a new gathering, to adapt"},
    .detail = {"Écrit dans un dossier une rencontre d’exemple, commentée, qui se planifie telle "
               "quelle. N’écrase jamais un fichier.",
               "Writes an example gathering into a folder, with comments; it plans as it stands. "
               "Never overwrites a file."},
    .arguments = {{.name = {"DOSSIER", "DIR"},
                   .help = {"le dossier où l’écrire\u202f; créé s’il n’existe pas",
                            "the folder to write it into; made when it is missing"}}},
    .options = {{.name = "--template",
                 .takes = Takes::Text,
                 .value = {"NOM", "NAME"},
                 .help = {"de quel modèle partir\u202f; sinon une journée",
                          "which template to start from; else a day"}},
                {.name = "--lang",
                 .takes = Takes::Text,
                 .value = {"fr|en", "fr|en"},
                 .help = {"la langue du modèle\u202f; sinon celle de votre système",
                          "the language of the template; else your system's"},
                 .choices = {"fr", "en"}}},
    .run = make,
    .more_help = list_templates};

}  // namespace cli
