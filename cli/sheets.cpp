#include "app/sheets.h"

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "engine/model/failure.h"

namespace cli {
namespace {

void write(const app::PrintedSheets& printed, const Screen& screen) {
  int pages = 0;
  for (const auto& sheet : printed) {
    pages += sheet.pages;
    paragraph(screen,
              said(screen,
                   {"{0} ({1})", "{0} ({1})"},
                   sheet.path,
                   counted(screen,
                           sheet.pages,
                           {"{0}\u00a0page", "{0}\u00a0page"},
                           {"{0}\u00a0pages", "{0}\u00a0pages"})),
              "  ");
  }
  paragraph(screen,
            counted(screen,
                    pages,
                    {"{0}\u00a0page à imprimer.", "{0}\u00a0page to print."},
                    {"{0}\u00a0pages à imprimer.", "{0}\u00a0pages to print."}));
}

Status sheets(const Arguments& arguments, const Door& door) {
  app::SheetsRequest request;
  request.document = arguments.words[0];
  request.out = arguments.text("--out").value_or("");
  if (request.out.empty())
    throw engine::BadRequest({"il manque le dossier où écrire\u00a0: --out DOSSIER",
                              "the folder to write into is missing: --out DIR"});
  request.kinds = between_commas(arguments.text("--kind").value_or(""));
  if (const auto language = arguments.text("--lang"))
    request.language = *language == "fr" ? engine::Language::Fr : engine::Language::En;
  request.no_personal_data = arguments.has("--no-personal-data");
  const auto printed = app::sheets(request);
  if (arguments.has("--json"))
    door.out.out << app::json(printed);
  else
    write(printed, door.out.in(request.language.value_or(door.environment.language)));
  return Status::Done;
}

void list_kinds(const Screen& screen) {
  heading(screen, said(screen, {"Genres de feuilles", "Kinds of sheets"}));
  Table table({{""}, {""}});
  for (const auto& kind : app::sheet_kinds())
    table.add({{kind.key, Tone::Strong}, {kind.title.in(screen.language)}});
  table.write(screen);
}

}  // namespace

const Command kSheets{
    .name = "sheets",
    .summary = {"écrire les feuilles à imprimer (PDF)", "write the sheets to print (PDF)"},
    .detail = {"Écrit dans un dossier les feuilles à imprimer du dernier programme, une par genre.",
               "Writes the sheets of the newest plan into a folder, ready to print, one per kind."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}}},
    .options = {{.name = "--out",
                 .takes = Takes::Text,
                 .value = {"DOSSIER", "DIR"},
                 .help = {"le dossier où les écrire\u202f; créé s’il n’existe pas",
                          "the folder to write them into; made when it is missing"}},
                {.name = "--kind",
                 .takes = Takes::Text,
                 .value = {"GENRE,…", "KIND,…"},
                 .help = {"seulement ces feuilles\u202f; sinon toutes",
                          "these sheets only; else all"}},
                {.name = "--lang",
                 .takes = Takes::Text,
                 .value = {"fr|en", "fr|en"},
                 .help = {"la langue des feuilles\u202f; sinon celle de la rencontre",
                          "the language of the sheets; else the gathering's"},
                 .choices = {"fr", "en"}},
                {.name = "--no-personal-data",
                 .help = {"sans aucun nom de personne ni numéro de téléphone",
                          "without any person's name or telephone number"}},
                json_option()},
    .run = sheets,
    .more_help = list_kinds};

}  // namespace cli
