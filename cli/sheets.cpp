#include "app/sheets.h"

#include <algorithm>

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "engine/model/failure.h"

namespace cli {
namespace {

using engine::say;

/// "pages 2 à 8, remplacent les pages 3 à 9"; the last may be the first.
engine::Text changed_text(const app::ReplacedPage& first, const app::ReplacedPage& last) {
  const auto pages = [](int from, int to) {
    return from == to ? say({"page\u00a0{0}", "page\u00a0{0}"}, from)
                      : say({"pages\u00a0{0} à\u00a0{1}", "pages\u00a0{0} to\u00a0{1}"}, from, to);
  };
  const auto now = pages(first.page, last.page);
  const auto old = pages(first.replaces, last.replaces);
  const int many = last.page - first.page + 1;
  if (first.page == 0) return say({"à jeter\u00a0: {0}", "throw away: {0}"}, old);
  if (first.replaces == 0)
    return say({"{0}, {1:nouvelle|nouvelles}", "{0}, {1:new|new}"}, now, many);
  return say(
      {"{0}, {2:remplace la|remplacent les} {1}", "{0}, {2:replaces|replace} {1}"}, now, old, many);
}

void write_changes(const app::PrintedSheet& sheet, const Screen& screen) {
  for (std::size_t first = 0; first < sheet.changes.size();) {
    const auto end = app::end_of_row(sheet.changes, first);
    auto line = changed_text(sheet.changes[first], sheet.changes[end - 1]);
    const auto& what = sheet.changes[first].what;
    if (!what.empty()) line = say({"{0} ({1})", "{0} ({1})"}, line, what);
    paragraph(screen, line.in(screen.language), "    ");
    first = end;
  }
}

void write(const app::PrintedSheet& sheet, const Screen& screen) {
  if (sheet.pages > 0)
    paragraph(
        screen,
        said(screen,
             {"{0} ({1})", "{0} ({1})"},
             sheet.path,
             said(screen, {"{0}\u00a0{0:page|pages}", "{0}\u00a0{0:page|pages}"}, sheet.pages)),
        "  ");
  if (sheet.removed)
    paragraph(screen,
              said(screen,
                   {"{0}.pdf retiré\u00a0: il n’y a plus rien à imprimer",
                    "{0}.pdf removed: there is nothing to print any more"},
                   sheet.kind),
              "  ");
  if (sheet.pages == 0 && !sheet.removed && !sheet.changes.empty())
    paragraph(screen,
              said(screen,
                   {"{0}\u00a0: rien de nouveau à imprimer", "{0}: nothing new to print"},
                   sheet.kind),
              "  ");
  if (!sheet.refusals.empty())
    paragraph(
        screen, said(screen, {"{0}\u00a0: pas imprimé", "{0}: not printed"}, sheet.kind), "  ");
  for (const auto& refusal : sheet.refusals) paragraph(screen, refusal.in(screen.language), "    ");
  write_changes(sheet, screen);
}

void write(const app::PrintedSheets& printed, bool since, const Screen& screen) {
  int pages = 0;
  for (const auto& sheet : printed.sheets) {
    pages += sheet.pages;
    write(sheet, screen);
  }
  if (!printed.index.empty())
    paragraph(screen, said(screen, {"{0} (la liste)", "{0} (the list)"}, printed.index), "  ");
  if (since && pages == 0) {
    paragraph(screen, said(screen, {"Aucune page n’a changé.", "No page has changed."}));
    return;
  }
  const bool refused = std::any_of(printed.sheets.begin(), printed.sheets.end(), [](const auto& s) {
    return !s.refusals.empty();
  });
  if (pages == 0 && !refused) {
    paragraph(
        screen,
        said(screen,
             {"Rien à imprimer\u00a0: ce programme n’a de quoi remplir aucune de ces feuilles.",
              "Nothing to print: this plan has nothing for these sheets."}));
    return;
  }
  paragraph(screen,
            said(screen,
                 {"{0}\u00a0{0:page|pages} à imprimer.", "{0}\u00a0{0:page|pages} to print."},
                 pages));
}

app::SheetsRequest request_of(const Arguments& arguments) {
  app::SheetsRequest request;
  request.document = arguments.words[0];
  request.out = arguments.text("--out").value_or("");
  if (request.out.empty())
    throw engine::BadRequest({"il manque le dossier où écrire\u00a0: --out DOSSIER",
                              "the folder to write into is missing: --out DIR"});
  request.kinds = between_commas(arguments.text("--kind").value_or(""));
  if (const auto language = arguments.text("--lang"))
    request.language = *language == "fr" ? engine::Language::Fr : engine::Language::En;
  request.letter = arguments.text("--paper") == "letter";
  request.only = arguments.text("--only").value_or("");
  if (const auto since = arguments.number("--since")) request.since = static_cast<int>(*since);
  request.calendar_url = arguments.text("--calendar").value_or("");
  request.no_personal_data = arguments.has("--no-personal-data");
  return request;
}

void warn_of_left_out(const app::PrintedSheets& printed, const Screen& screen) {
  if (printed.left_out.empty()) return;
  std::string signs;
  for (const auto& sign : printed.left_out) signs += (signs.empty() ? "" : " ") + sign;
  paragraph(screen,
            said(screen,
                 {"Aucune police installée n’a {0}\u00a0: les feuilles s’en passent. La police "
                  "fonts-noto-color-emoji les a.",
                  "No installed font has {0}: the sheets do without. The font "
                  "fonts-noto-color-emoji has them."},
                 signs));
}

Status sheets(const Arguments& arguments, const Door& door) {
  const auto request = request_of(arguments);
  const auto printed = app::sheets(request);
  if (arguments.has("--json"))
    door.out.out << app::json(printed);
  else
    write(printed, request.since.has_value(), door.out.in(printed.language));
  warn_of_left_out(printed, door.err.in(printed.language));
  const bool refused = std::any_of(printed.sheets.begin(),
                                   printed.sheets.end(),
                                   [](const auto& sheet) { return !sheet.refusals.empty(); });
  return refused ? Status::No : Status::Done;
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
    .options =
        {{.name = "--out",
          .takes = Takes::Text,
          .value = {"DOSSIER", "DIR"},
          .help = {"le dossier où les écrire\u202f; créé s’il n’existe pas",
                   "the folder to write them into; made when it is missing"}},
         {.name = "--kind",
          .takes = Takes::Text,
          .value = {"GENRE,…", "KIND,…"},
          .help = {"seulement ces feuilles\u202f; sinon toutes", "these sheets only; else all"}},
         {.name = "--lang",
          .takes = Takes::Text,
          .value = {"fr|en", "fr|en"},
          .help = {"la langue des feuilles\u202f; sinon celle de la rencontre",
                   "the language of the sheets; else the gathering's"},
          .choices = {"fr", "en"}},
         {.name = "--paper",
          .takes = Takes::Text,
          .value = {"a4|letter", "a4|letter"},
          .help = {"le papier\u202f; sinon A4", "the paper; else A4"},
          .choices = {"a4", "letter"}},
         {.name = "--only",
          .takes = Takes::Text,
          .value = {"QUI|SALLE|LIEU", "PERSON|ROOM|SITE"},
          .help = {"seulement les pages de cette personne ou de cette salle\u202f; ou le programme "
                   "et les feuilles de ce lieu",
                   "only the pages of this person or room; or the programme and the sheets of "
                   "this site"}},
         {.name = "--since",
          .takes = Takes::Count,
          .value = {"VERSION", "VERSION"},
          .help = {"seulement les pages qui ont changé depuis cette version, avec la liste "
                   "de celles qu’elles remplacent",
                   "only the pages that changed since this version, with the list of those "
                   "they replace"}},
         {.name = "--calendar",
          .takes = Takes::Text,
          .value = {"ADRESSE", "URL"},
          .help = {"l’agenda de chaque personne, pour le code QR des cartes\u202f; {id} y "
                   "tient lieu d’identifiant. Sans elle, le code contient la journée",
                   "everybody's calendar, for the QR code of the cards; {id} stands for the "
                   "person's id. Without it the code holds the day itself"}},
         {.name = "--no-personal-data",
          .help = {"sans aucun nom, téléphone, courriel ni régime\u00a0: à publier sans risque",
                   "without any name, telephone, e-mail or diet: safe to publish"}},
         json_option()},
    .run = sheets,
    .more_help = list_kinds};

}  // namespace cli
