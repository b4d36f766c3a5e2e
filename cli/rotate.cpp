#include "app/rotate.h"

#include <fmt/format.h>

#include "cli/answers.h"
#include "cli/command.h"
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
  request.language = language;
  request.seconds = arguments.seconds("--time").value_or(request.seconds);
  request.iterations = arguments.number("--iterations");
  if (const auto seed = arguments.number("--seed"))
    request.seed = static_cast<std::uint64_t>(*seed);
  if (const auto threads = arguments.number("--threads"))
    request.threads = static_cast<int>(*threads);
  return request;
}

std::string size_text(const Screen& screen, const app::Rotated& rotated) {
  const auto& rounds = rotated.rounds;
  return fmt::format("{}, {}, {}",
                     people_counted(screen, rotated.gathering.people.size()),
                     counted(screen,
                             static_cast<std::int64_t>(rounds.front().size()),
                             {"{0}\u00a0table", "{0}\u00a0table"},
                             {"{0}\u00a0tables", "{0}\u00a0tables"}),
                     counted(screen,
                             static_cast<std::int64_t>(rounds.size()),
                             {"{0}\u00a0tour", "{0}\u00a0round"},
                             {"{0}\u00a0tours", "{0}\u00a0rounds"}));
}

void write_answer(const Screen& screen, const app::Rotated& rotated) {
  const auto sizes = group_sizes(screen, rotated.plan->rotations.front().rounds);
  paragraph(screen, size_text(screen, rotated) + " (" + sizes + ")", "", Tone::Strong);
  write_rotation_table(screen, rotated);
  screen.out << '\n';
  paragraph(screen, meetings_sentence(screen, rotated));
  if (const auto impossible = impossible_sentence(screen, rotated); !impossible.empty())
    paragraph(screen, impossible);
}

void write_wrong(const Screen& err, const app::Rotated& rotated) {
  for (const auto& text : rotated.wrong)
    paragraph(err, said(err, {"Erreur\u00a0: {0}.", "Error: {0}."}, text), "", Tone::Bad);
  write_diagnostics(err, rotated.findings, rotated.gathering);
}

Status rotate(const Arguments& arguments, const Door& door) {
  const auto rotated = watched(request_of(arguments, door.environment.language), door, app::rotate);
  write_wrong(door.err, rotated);
  if (!rotated.plan) return Status::Wrong;
  if (arguments.has("--json"))
    door.out.out << app::json(rotated);
  else
    write_answer(door.out, rotated);
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
    .options =
        {{.name = "--people",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"combien de personnes", "how many people"}},
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
         {.name = "--time",
          .takes = Takes::Seconds,
          .value = {"SECONDES", "SECONDS"},
          .help = {"combien de temps chercher au plus\u202f; sinon 10",
                   "how long to search at most; else 10"}},
         {.name = "--iterations",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"compter les pas au lieu du temps\u00a0: avec --threads 1, toujours le même "
                   "résultat",
                   "count steps instead of time: with --threads 1, always the same result"}},
         {.name = "--seed",
          .takes = Takes::Number,
          .value = {"N", "N"},
          .help = {"un autre tirage au hasard donne une autre répartition\u202f; sinon 1",
                   "another draw gives another table; else 1"}},
         {.name = "--threads",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"combien de cœurs du processeur employer\u202f; sinon tous",
                   "how many processor cores to use; else all"}},
         json_option()},
    .run = rotate};

}  // namespace cli
