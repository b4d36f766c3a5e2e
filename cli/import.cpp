#include <algorithm>
#include <chrono>

#include "app/import_list.h"
#include "cli/answers.h"
#include "cli/command.h"
#include "cli/search_options.h"
#include "cli/terminal/table.h"
#include "cli/views/phrases.h"
#include "cli/watching.h"

namespace cli {
namespace {

using Kind = app::ImportLine::Kind;

constexpr std::size_t kLinesShown = 30;  // of a kind; more is for --json

std::int64_t count(const app::ListImport& imported, Kind kind) {
  return std::count_if(imported.lines.begin(), imported.lines.end(), [&](const auto& line) {
    return line.kind == kind;
  });
}

void write_kind(const Screen& screen,
                const app::ListImport& imported,
                Kind kind,
                const engine::Words& title) {
  const auto number = count(imported, kind);
  if (number == 0) return;
  heading(screen, said(screen, title, number));
  std::size_t shown = 0;
  for (const auto& line : imported.lines) {
    if (line.kind != kind) continue;
    if (++shown > kLinesShown) continue;
    paragraph(screen,
              line.text.in(screen.language),
              said(screen, {"  ligne\u00a0{0}\u00a0: ", "  line\u00a0{0}: "}, line.line));
  }
  if (shown > kLinesShown)
    paragraph(screen,
              said(screen, {"… et {0} {0:autre|autres}", "… and {0} more"}, shown - kLinesShown),
              "  ");
}

void write_verdict(const Screen& screen, const app::ListImport& imported, const std::string& doc) {
  screen.out << '\n';
  if (!imported.plan) {
    paragraph(screen,
              said(screen,
                   {"Rien de nouveau\u00a0: le document reste comme il est.",
                    "Nothing new: the document stays as it is."}));
    return;
  }
  paragraph(screen,
            said(screen,
                 {"Gardé dans {0} (version\u00a0{1}).", "Kept in {0} (version\u00a0{1})."},
                 doc,
                 imported.plan->version));
  suggest(screen,
          {"Pour voir ce que cela change\u00a0:", "To see what this changes:"},
          "farandole diff " + typed(doc));
  suggest(screen,
          {"La rencontre telle qu’elle est maintenant, en fichier\u00a0:",
           "The gathering as it is now, as a file:"},
          "farandole export " + typed(doc) + " --to toml --out " +
              said(screen, {"nouveau.toml", "new.toml"}));
}

void write(const Screen& screen, const app::ListImport& imported, const std::string& doc) {
  write_kind(screen, imported, Kind::Added, {"Ajouts ({0})", "Added ({0})"});
  write_kind(screen, imported, Kind::Changed, {"Changements ({0})", "Changed ({0})"});
  write_kind(screen,
             imported,
             Kind::Unclear,
             {"À trancher, rien n’est fait ({0})", "To decide, nothing is done ({0})"});
  write_kind(screen, imported, Kind::LeftOut, {"Laissé de côté ({0})", "Left out ({0})"});
  if (imported.unchanged > 0) {
    screen.out << '\n';
    paragraph(screen,
              said(screen,
                   {"{0}\u00a0{0:ligne déjà connue|lignes déjà connues}.",
                    "{0}\u00a0{0:line|lines} known already."},
                   imported.unchanged));
  }
  if (!imported.unknown.empty()) {
    std::string list;
    for (const auto& heading : imported.unknown) list += (list.empty() ? "" : ", ") + heading;
    screen.out << '\n';
    paragraph(
        screen,
        said(screen, {"Colonnes laissées de côté\u00a0: {0}", "Columns left aside: {0}"}, list));
  }
  write_verdict(screen, imported, doc);
}

app::ImportRequest request_of(const Arguments& arguments) {
  app::ImportRequest request;
  request.document = arguments.words[0];
  request.file = arguments.words[1];
  request.as = arguments.text("--as").value_or("");
  read_search(arguments, request);
  request.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return request;
}

Status import_list(const Arguments& arguments, const Door& door) {
  const auto imported = watched(request_of(arguments), arguments, door, app::import_list);
  const auto& found = imported.diagnostics;
  const auto err = for_gathering(door.err, imported.gathering);
  const bool wrong = std::any_of(found.begin(), found.end(), [](const auto& d) {
    return d.severity == engine::Severity::Error;
  });
  if (wrong) {
    write_diagnostics(err, found, imported.gathering);
    paragraph(err,
              said(err,
                   {"Avec cette liste la rencontre ne tient plus\u202f; rien n’a été écrit.",
                    "With this list the gathering is not right any more; nothing was written."}));
    return Status::Wrong;
  }
  if (arguments.has("--json"))
    door.out.out << app::json(imported);
  else
    write(door.out.in(imported.gathering.language), imported, arguments.words[0]);
  return !imported.plan || imported.plan->feasible ? Status::Done : Status::No;
}

void list_kinds(const Screen& screen) {
  heading(screen, said(screen, {"Listes", "Lists"}));
  Table table({{""}, {""}});
  for (const auto& choice : app::import_choices())
    table.add({{choice.key, Tone::Strong}, {choice.about.in(screen.language)}});
  table.write(screen);
}

}  // namespace

const Command kImport{
    .name = "import",
    .summary = {"prendre en compte une liste de personnes, de vœux, d’inscriptions",
                "take in a list of people, wishes, registrations"},
    .detail = {"Prend dans un document ce que dit une liste CSV, et refait le programme en "
               "dérangeant le moins possible ce qui est déjà prévu. Personne n’est retiré. Les "
               "en-têtes disent de quelle liste il s’agit.",
               "Takes what a CSV list says into a document, and plans anew while disturbing as "
               "little as possible of what is planned already. Nobody is removed. The headings "
               "tell what list it is."},
    .arguments = {{.name = {"DOC", "DOC"},
                   .help = {"le document que «\u202fplan\u202f» a écrit",
                            "the document that plan wrote"}},
                  {.name = {"FICHIER", "FILE"}, .help = {"la liste (CSV)", "the list (CSV)"}}},
    .options = with_search({{.name = "--as",
                             .takes = Takes::Text,
                             .value = {"LISTE", "LIST"},
                             .help = {"ce que c’est, si les en-têtes ne le disent pas",
                                      "what it is, where the headings do not tell"}}}),
    .run = import_list,
    .more_help = list_kinds};

}  // namespace cli
