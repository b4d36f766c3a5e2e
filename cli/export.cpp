#include "app/export_plan.h"
#include "cli/answers.h"
#include "cli/command.h"
#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "engine/model/failure.h"

namespace cli {
namespace {

constexpr std::size_t kFewFiles = 6;  // so many are listed one by one

void write(const app::Exported& exported, const Screen& screen) {
  const auto& files = exported.files;
  if (files.size() <= kFewFiles)
    for (const auto& file : files)
      paragraph(screen,
                said(screen,
                     file.replaced ? engine::Words{"{0} (remplacé)", "{0} (replaced)"}
                                   : engine::Words{"{0}", "{0}"},
                     file.path),
                "  ");
  paragraph(screen,
            said(screen,
                 {"{0}\u00a0{0:fichier écrit|fichiers écrits}", "{0}\u00a0{0:file|files} written"},
                 files.size()) +
                said(screen,
                     {", d’après la version\u00a0{0}.", ", from version\u00a0{0}."},
                     exported.version));
}

Status export_plan(const Arguments& arguments, const Door& door) {
  app::ExportRequest request;
  request.document = arguments.words[0];
  request.format = arguments.text("--to").value_or("");
  request.out = arguments.text("--out").value_or("");
  if (request.format.empty())
    throw engine::BadRequest({"il manque le format\u00a0: --to FORMAT (par exemple --to ics)",
                              "the format is missing: --to FORMAT (such as --to ics)"});
  if (request.out.empty())
    throw engine::BadRequest({"il manque le fichier à écrire\u00a0: --out FICHIER",
                              "the file to write is missing: --out PATH"});
  if (const auto language = arguments.text("--lang"))
    request.language = *language == "fr" ? engine::Language::Fr : engine::Language::En;
  if (const auto version = arguments.number("--version"))
    request.version = static_cast<int>(*version);
  request.person = arguments.text("--person").value_or("");
  request.room = arguments.text("--room").value_or("");
  request.each = arguments.text("--each").value_or("");
  request.no_personal_data = arguments.has("--no-personal-data");
  const bool json = arguments.has("--json");
  if (json && request.out == "-")
    throw engine::BadRequest({"--json et --out - écriraient tous deux sur la sortie standard",
                              "--json and --out - would both write to standard output"});
  const auto exported = app::export_plan(request);
  if (request.out == "-")
    door.out.out << exported.files.front().bytes;
  else if (json)
    door.out.out << app::json(exported);
  else
    write(exported, door.out.in(exported.language));
  return Status::Done;
}

void list_formats(const Screen& screen) {
  heading(screen, said(screen, {"Formats", "Formats"}));
  Table table({{""}, {""}});
  for (const auto& kind : app::export_kinds())
    table.add({{kind.key, Tone::Strong}, {kind.about.in(screen.language)}});
  table.write(screen);
}

}  // namespace

const Command kExport{
    .name = "export",
    .summary = {"écrire le programme pour un agenda, un tableur, une application",
                "write the plan for a calendar, a spreadsheet, an app"},
    .detail = {"Écrit le dernier programme dans un format que d’autres logiciels lisent. Les "
               "besoins, régimes, téléphones et courriels n’y figurent jamais\u202f; seul toml, "
               "pour l’équipe, garde ce que tient le fichier de la rencontre.",
               "Writes the newest plan in a format other programs read. Needs, diets, telephone "
               "numbers and e-mails are never in it; only toml, for the team, keeps what the "
               "gathering file holds."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}}},
    .options =
        {{.name = "--to",
          .takes = Takes::Text,
          .value = {"FORMAT", "FORMAT"},
          .help = {"le format (liste ci-dessous)", "the format (list below)"}},
         {.name = "--out",
          .takes = Takes::Text,
          .value = {"FICHIER", "PATH"},
          .help = {"le fichier à écrire\u202f; un dossier avec --each\u202f; «\u202f-\u202f» "
                   "pour la sortie standard",
                   "the file to write; a folder with --each; \"-\" for standard output"}},
         {.name = "--person",
          .takes = Takes::Text,
          .value = {"ID", "ID"},
          .help = {"ics\u00a0: l’agenda de cette seule personne (identifiant ou nom)",
                   "ics: this person's calendar alone (id or name)"}},
         {.name = "--room",
          .takes = Takes::Text,
          .value = {"ID", "ID"},
          .help = {"ics\u00a0: l’agenda de cette seule salle", "ics: this room's calendar alone"}},
         {.name = "--each",
          .takes = Takes::Text,
          .value = {"person|room", "person|room"},
          .help = {"ics\u00a0: un agenda par personne ou par salle, dans le dossier --out",
                   "ics: one calendar per person or room, in the folder --out"},
          .choices = {"person", "room"}},
         {.name = "--lang",
          .takes = Takes::Text,
          .value = {"fr|en", "fr|en"},
          .help = {"la langue\u202f; sinon celle de la rencontre",
                   "the language; else the gathering's"},
          .choices = {"fr", "en"}},
         {.name = "--version",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"cette version\u202f; sinon la dernière", "this version; else the newest"}},
         {.name = "--no-personal-data",
          .help = {"sans aucun nom de personne", "without any person's name"}},
         json_option()},
    .run = export_plan,
    .more_help = list_formats};

}  // namespace cli
