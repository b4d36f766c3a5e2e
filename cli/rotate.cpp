#include "app/rotate.h"

#include <fmt/format.h>

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/search_options.h"
#include "cli/views/phrases.h"
#include "cli/views/rotation_table.h"
#include "cli/watching.h"

namespace cli {
namespace {

app::RotateRequest request_of(const Arguments& arguments, engine::Language language) {
  app::RotateRequest request;
  request.people = arguments.number("--people");
  request.groups = arguments.number("--groups");
  request.rounds = arguments.number("--rounds");
  request.stations = arguments.has("--stations");
  request.hosts = arguments.number("--hosts").value_or(0);
  request.names = arguments.text("--names").value_or("");
  request.mix = between_commas(arguments.text("--mix").value_or(""));
  for (const auto& names : arguments.texts("--apart"))
    request.apart.push_back(between_commas(names));
  for (const auto& names : arguments.texts("--together"))
    request.together.push_back(between_commas(names));
  request.pdf = arguments.text("--pdf").value_or("");
  request.language = language;
  read_search(arguments, request);
  return request;
}

std::string size_text(const Screen& screen, const app::Rotated& rotated) {
  const auto& rounds = rotated.rounds;
  return fmt::format(
      "{}, {}, {}",
      people_counted(screen, rotated.gathering.people.size()),
      said(screen,
           {"{0}\u00a0{0:table|tables}", "{0}\u00a0{0:table|tables}"},
           rounds.front().size()),
      said(screen, {"{0}\u00a0{0:tour|tours}", "{0}\u00a0{0:round|rounds}"}, rounds.size()));
}

void write_answer(const Screen& screen, const app::Rotated& rotated) {
  const auto sizes = group_sizes(screen, rotated.plan->rotations.front().rounds);
  paragraph(screen, size_text(screen, rotated) + " (" + sizes + ")", "", Tone::Strong);
  write_rotation_table(screen, rotated);
  screen.out << '\n';
  paragraph(screen, meetings_sentence(screen, rotated));
  if (const auto impossible = impossible_sentence(screen, rotated); !impossible.empty())
    paragraph(screen, impossible);
  for (const auto& mixed : rotated.mix) paragraph(screen, mix_sentence(screen, mixed));
  if (const auto empty = empty_sentence(screen, rotated); !empty.empty()) paragraph(screen, empty);
  if (!rotated.method.empty())
    paragraph(screen, said(screen, {"Méthode\u00a0: {0}.", "Method: {0}."}, rotated.method));
}

/// Which rules the table breaks that were asked to be kept.
void write_refusal(const Screen& screen, const app::Rotated& rotated) {
  paragraph(screen,
            said(screen,
                 {"Aucune répartition trouvée ne tient tout ce qui est demandé\u202f; dans "
                  "celle-ci\u00a0:",
                  "No table was found that keeps everything asked; in this one:"}),
            "",
            Tone::Bad);
  for (const auto& remark : rotated.plan->remarks)
    if (remark.hard) paragraph(screen, remark.text.in(screen.language), "  - ");
}

void write_wrong(const Screen& err, const app::Rotated& rotated) {
  for (const auto& text : rotated.wrong)
    paragraph(err, said(err, {"Erreur\u00a0: {0}.", "Error: {0}."}, text), "", Tone::Bad);
  write_diagnostics(err, rotated.findings, rotated.gathering);
}

Status rotate(const Arguments& arguments, const Door& door) {
  const auto rotated =
      watched(request_of(arguments, door.environment.language), arguments, door, app::rotate);
  write_wrong(door.err, rotated);
  if (!rotated.plan) return Status::Wrong;
  if (arguments.has("--json"))
    door.out.out << app::json(rotated);
  else
    write_answer(door.out, rotated);
  if (!arguments.has("--json") && !rotated.plan->feasible) write_refusal(door.out, rotated);
  if (rotated.pages > 0)
    paragraph(
        door.err,
        said(
            door.err,
            {"Écrit\u00a0: {0} ({1})", "Written: {0} ({1})"},
            *arguments.text("--pdf"),
            said(door.err, {"{0}\u00a0{0:page|pages}", "{0}\u00a0{0:page|pages}"}, rotated.pages)));
  return rotated.plan->feasible ? Status::Done : Status::No;
}

}  // namespace

const Command kRotate{
    .name = "rotate",
    .summary = {"faire une rotation seule, sans fichier", "make a rotation alone, without a file"},
    .detail = {"Répartit des personnes entre des tables à chaque tour, pour que personne ne se "
               "rencontre deux fois ou que cela arrive le moins possible, et dit ce qui est "
               "prouvé. Les personnes sont numérotées à partir de 1.",
               "Shares people out over tables in every round, so that nobody meets twice or as "
               "few as possible do, and says what is proved. People are numbered from 1."},
    .arguments = {},
    .options = with_search(
        {{.name = "--people",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"combien de personnes", "how many people"}},
         {.name = "--names",
          .takes = Takes::Text,
          .value = {"FICHIER", "FILE"},
          .help = {"au lieu de --people, une table CSV des personnes (nom, profil, organisme…)",
                   "instead of --people, a CSV table of people (name, profile, organisation…)"}},
         {.name = "--groups",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"combien de tables", "how many tables"}},
         {.name = "--rounds",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"combien de tours", "how many rounds"}},
         {.name = "--stations",
          .help = {"les tables ont chacune leur sujet\u00a0: personne ne retourne à la même",
                   "each table has its topic: nobody goes back to one"}},
         {.name = "--hosts",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help =
              {"autant de personnes de plus accueillent aux premières tables, sans bouger\u00a0: "
               "personne ne retourne à la même table",
               "so many more people host the first tables and stay there: nobody goes back to "
               "a table"}},
         {.name = "--mix",
          .takes = Takes::Text,
          .value = {"QUOI,…", "WHAT,…"},
          .help = {"chaque table à l’image de l’ensemble\u00a0: profile, organisation, tag:X",
                   "each table mirrors the whole: profile, organisation, tag:X"}},
         {.name = "--apart",
          .takes = Takes::Text,
          .value = {"A,B,…", "A,B,…"},
          .help = {"jamais à la même table\u00a0: noms ou identifiants\u202f; autant de fois "
                   "qu’il le faut",
                   "never at one table: names or ids; as many times as needed"},
          .repeatable = true},
         {.name = "--together",
          .takes = Takes::Text,
          .value = {"A,B,…", "A,B,…"},
          .help = {"toujours à la même table, de même", "always at one table, likewise"},
          .repeatable = true},
         {.name = "--pdf",
          .takes = Takes::Text,
          .value = {"FICHIER", "FILE"},
          .help = {"imprimer la rotation à afficher (A3) et les cartes à découper (A4)",
                   "print the wall sheet (A3) and the cards to cut out (A4)"}}}),
    .run = rotate};

}  // namespace cli
