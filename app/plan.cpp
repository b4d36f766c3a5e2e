#include "app/plan.h"

#include <filesystem>
#include <utility>

#include "app/reading.h"
#include "data/sqlite/document.h"
#include "data/write/plan_json.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/plan/make_plan.h"
#include "scheduler/timetable/solve.h"

namespace app {
namespace {

using engine::say;
using engine::Words;

constexpr Words kNoStandardOutput{
    "-o -\u00a0: un document ne peut pas s'écrire sur la sortie standard\u202f; donnez un nom de "
    "fichier, ou demandez --json",
    "-o -: a document cannot be written to standard output; give a file name, or ask for --json"};
constexpr Words kFirstPlan{"Premier plan", "First plan"};
constexpr Words kNewPlan{"Nouveau plan", "New plan"};

std::string document_of(const PlanRequest& request) {
  if (request.document == "-") throw engine::BadRequest(say(kNoStandardOutput));
  return request.document.empty() ? document_beside(request.file) : request.document;
}

engine::Plan search(const PlanRequest& request, const Checked& checked) {
  const scheduler::Limits limits{.seconds = request.seconds,
                                 .iterations = request.iterations,
                                 .seed = request.seed,
                                 .threads = request.threads};
  scheduler::Monitor monitor{.on_progress = {}, .stop = request.stop};
  if (request.on_progress)
    monitor.on_progress = [&](const scheduler::Progress& progress) {
      request.on_progress({progress.seconds, progress.fraction, progress.best});
    };
  const auto solution = scheduler::solve(*checked.problem, limits, monitor);
  auto plan = engine::make_plan(checked.gathering, *checked.problem, solution.board);
  // With a limit in steps the same input gives the same bytes, which a clock would spoil.
  plan.seconds = request.iterations ? 0 : solution.seconds;
  return plan;
}

}  // namespace

Planned plan(const PlanRequest& request) {
  const data::Document document(document_of(request));
  auto [checked, sources] = read(request.file);
  Planned planned;
  planned.document = document.path();
  if (checked.ok()) {
    const int kept = document.version_to_save_on();
    auto& found = planned.plan.emplace(search(request, checked));
    found.version = document.save(kept,
                                  {.plan = found,
                                   .sources = std::move(sources),
                                   .cause = say(kept == 0 ? kFirstPlan : kNewPlan),
                                   .search = {.seed = request.seed,
                                              .iterations = request.iterations,
                                              .seconds = found.seconds},
                                   .changes = {},
                                   .made = request.now});
  }
  planned.gathering = std::move(checked.gathering);
  planned.diagnostics = std::move(checked.diagnostics);
  return planned;
}

std::string json(const Planned& planned) {
  return planned.plan ? data::plan_json(planned.gathering, *planned.plan)
                      : data::check_json(planned.gathering, planned.diagnostics);
}

std::string document_beside(const std::string& file) {
  return std::filesystem::path(file).replace_extension(".farandole").string();
}

}  // namespace app
