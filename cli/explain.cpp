#include "app/explain.h"

#include "cli/answers.h"
#include "cli/command.h"
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
  request.seconds = arguments.seconds("--time").value_or(request.seconds);
  request.iterations = arguments.number("--iterations");
  if (const auto seed = arguments.number("--seed"))
    request.seed = static_cast<std::uint64_t>(*seed);
  if (const auto threads = arguments.number("--threads"))
    request.threads = static_cast<int>(*threads);
  return request;
}

app::Explained work(app::ExplainRequest request, const Door& door) {
  return watched(std::move(request), door, app::explain);
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

Status explain(const Arguments& arguments, const Door& door) {
  const auto explained = work(request_of(arguments), door);
  const auto err = for_gathering(door.err, explained.gathering);
  if (!explained.plan) write_diagnostics(err, explained.diagnostics, explained.gathering);
  if (arguments.has("--json")) door.out.out << app::json(explained);
  if (!explained.plan) {
    paragraph(err,
              said(err,
                   {"{0} à corriger d’abord.", "{0} to correct first."},
                   diagnostics_counted(err, explained.diagnostics)));
    return Status::Wrong;
  }
  const auto status = explained.plan->feasible ? Status::Done : Status::No;
  if (arguments.has("--json")) return status;
  const Showing showing(explained.gathering, *explained.plan);
  const auto screen = door.out.in(explained.gathering.language);
  write_title(showing, screen);
  if (!explained.placements.empty()) {
    for (const auto& places : explained.placements) show_places(showing, places, screen);
    return status;
  }
  show_verdict(showing, screen);
  show_score(showing, screen);
  show_costs(showing, explained.costs, screen);
  return status;
}

}  // namespace

const Command kExplain{
    .name = "explain",
    .summary = {"dire pourquoi le programme est ce qu’il est", "say why the plan is what it is"},
    .detail =
        {"Dit d’où vient la note d’un programme, règle par règle, et à qui et à quoi il coûte le "
         "plus. Le fichier d’une rencontre est d’abord planifié, sans rien garder.",
         "Says where the score of a plan comes from, rule by rule, and whom and what it costs "
         "most. The file of a gathering is planned first, and nothing is kept."},
    .arguments =
        {{.name = {"FICHIER|DOC", "FILE|DOC"},
          .help = {"le fichier d’une rencontre, ou le document que «\u202fplan\u202f» a écrit",
                   "the file of a gathering, or the document that plan wrote"}}},
    .options = {{.name = "--session",
                 .takes = Takes::Text,
                 .value = {"ID", "ID"},
                 .help = {"où cette séance ou rotation pourrait aller, et ce que cela coûterait",
                          "where this session or rotation could go, and what it would cost"}},
                {.name = "--time",
                 .takes = Takes::Seconds,
                 .value = {"SECONDES", "SECONDS"},
                 .help = {"pour un fichier, combien de temps chercher au plus\u202f; sinon 10",
                          "for a file, how long to search at most; else 10"}},
                {.name = "--iterations",
                 .takes = Takes::Count,
                 .value = {"N", "N"},
                 .help = {"compter les pas au lieu du temps\u00a0: avec --threads 1, toujours le "
                          "même résultat",
                          "count steps instead of time: with --threads 1, always the same result"}},
                {.name = "--seed",
                 .takes = Takes::Number,
                 .value = {"N", "N"},
                 .help = {"un autre tirage au hasard donne un autre programme\u202f; sinon 1",
                          "another draw gives another plan; else 1"}},
                {.name = "--threads",
                 .takes = Takes::Count,
                 .value = {"N", "N"},
                 .help = {"combien de cœurs du processeur employer\u202f; sinon tous",
                          "how many processor cores to use; else all"}},
                json_option()},
    .run = explain};

}  // namespace cli
