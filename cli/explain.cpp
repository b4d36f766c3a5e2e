#include "app/explain.h"

#include <filesystem>

#include "cli/answers.h"
#include "cli/command.h"
#include "cli/search_options.h"
#include "cli/views/conflicts.h"
#include "cli/views/places.h"
#include "cli/views/views.h"
#include "cli/views/why.h"
#include "cli/watching.h"

namespace cli {
namespace {

app::ExplainRequest request_of(const Arguments& arguments) {
  app::ExplainRequest request;
  request.input = arguments.words[0];
  request.session = arguments.text("--session").value_or("");
  request.output = arguments.text("-o").value_or("");
  if (const auto number = arguments.number("--repair")) request.repair = static_cast<int>(*number);
  read_search(arguments, request);
  return request;
}

void write_title(const Showing& showing, const Screen& screen) {
  const auto& plan = showing.plan;
  const auto& name = showing.gathering.name;
  paragraph(
      screen,
      plan.version > 0
          ? said(screen, {"{0} · version\u00a0{1}", "{0} · version\u00a0{1}"}, name, plan.version)
          : name,
      "",
      Tone::Strong);
}

void write_plan(const app::Explained& explained, const Screen& screen) {
  const Showing showing(explained.gathering, *explained.plan);
  write_title(showing, screen);
  for (const auto& places : explained.placements) show_places(showing, places, screen);
  if (!explained.placements.empty()) return;
  if (!explained.plan->feasible && !explained.conflicts.empty()) return;  // they say why
  show_verdict(showing, screen);
  if (!explained.plan->feasible) return;
  show_series(explained.series, screen);
  show_score(showing, screen);
  show_costs(showing, explained.costs, screen);
}

void write_hopeless(const app::Explained& explained,
                    const std::string& file,
                    const Screen& screen) {
  if (!explained.plan) paragraph(screen, explained.gathering.name, "", Tone::Strong);
  show_conflicts(explained.conflicts, screen);
  show_repairs(explained.repairs, screen);
  if (explained.repairs.empty()) return;
  screen.out << '\n';
  suggest(screen,
          {"Pour écrire le fichier avec la première\u00a0:", "To write the file with the first:"},
          "farandole explain " + typed(file) + " --repair 1 -o " +
              typed(std::filesystem::path(file).stem().string() +
                    said(screen, {"-repare.toml", "-repaired.toml"})));
}

void write_written(const app::Explained& explained, int number, const Screen& screen) {
  paragraph(screen,
            said(screen,
                 {"Réparation\u00a0{0}\u00a0: {1}.", "Repair\u00a0{0}: {1}."},
                 number,
                 explained.repairs[static_cast<std::size_t>(number - 1)].text));
  for (const auto& path : explained.written)
    paragraph(screen, said(screen, {"Écrit\u00a0: {0}", "Written: {0}"}, path));
  suggest(screen,
          {"Pour planifier\u00a0:", "To plan it:"},
          "farandole plan " + typed(explained.written.front()));
}

Status explain(const Arguments& arguments, const Door& door) {
  const auto request = request_of(arguments);
  const auto explained = watched(request, arguments, door, app::explain);
  const auto err = for_gathering(door.err, explained.gathering);
  if (explained.wrong) {
    write_diagnostics(err, explained.diagnostics, explained.gathering);
    paragraph(err,
              said(err,
                   {"{0} à corriger d’abord.", "{0} to correct first."},
                   diagnostics_counted(err, explained.diagnostics)));
  }
  if (arguments.has("--json")) door.out.out << app::json(explained);
  if (explained.wrong) return Status::Wrong;
  const auto status =
      explained.has_plan() || !explained.written.empty() ? Status::Done : Status::No;
  if (arguments.has("--json")) return status;
  const auto screen = for_gathering(door.out, explained.gathering);
  if (!explained.written.empty()) {
    write_written(explained, *request.repair, screen);
    return status;
  }
  if (explained.plan) write_plan(explained, screen);
  if (!explained.has_plan() && explained.placements.empty())
    write_hopeless(explained, explained.gathering.files.front(), screen);
  return status;
}

}  // namespace

const Command kExplain{
    .name = "explain",
    .summary = {"dire pourquoi le programme est ce qu’il est", "say why the plan is what it is"},
    .detail =
        {"Dit d’où vient la note d’un programme, règle par règle, et à qui et à quoi il coûte le "
         "plus. S’il n’y en a pas, dit ce qui l’empêche et propose des réparations, essayées une à "
         "une. Le fichier d’une rencontre est d’abord planifié, sans rien garder.",
         "Says where the score of a plan comes from, rule by rule, and whom and what it costs "
         "most. Where there is none, says what is in the way and offers repairs, each tried. The "
         "file of a gathering is planned first, and nothing is kept."},
    .arguments =
        {{.name = {"FICHIER|DOC", "FILE|DOC"},
          .help = {"le fichier d’une rencontre, ou le document que «\u202fplan\u202f» a écrit",
                   "the file of a gathering, or the document that plan wrote"}}},
    .options = with_search(
        {{.name = "--session",
          .takes = Takes::Text,
          .value = {"ID", "ID"},
          .help = {"où cette séance ou rotation pourrait aller, et ce que cela coûterait",
                   "where this session or rotation could go, and what it would cost"}},
         {.name = "--repair",
          .takes = Takes::Count,
          .value = {"N", "N"},
          .help = {"écrire le fichier avec la réparation\u00a0N faite (avec -o)",
                   "write the file with repair\u00a0N made (with -o)"}},
         {.name = "-o",
          .takes = Takes::Text,
          .value = {"NOUVEAU", "NEW"},
          .help = {"le fichier à écrire\u202f; celui d’origine ne change pas",
                   "the file to write; the one read does not change"}}}),
    .run = explain};

}  // namespace cli
