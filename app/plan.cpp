#include "app/plan.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/reading.h"
#include "app/searching.h"
#include "app/series.h"
#include "app/source_changes.h"
#include "data/sqlite/document.h"
#include "data/write/plan_json.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/explain/reasons.h"

namespace app {
namespace {

using engine::say;
using engine::Words;

constexpr Words kNoStandardOutput{
    "-o -\u00a0: un document ne peut pas s’écrire sur la sortie standard\u202f; donnez un nom de "
    "fichier, ou demandez --json",
    "-o -: a document cannot be written to standard output; give a file name, or ask for --json"};
constexpr Words kFirstPlan{"Premier plan", "First plan"};
constexpr Words kNewPlan{"Nouveau plan", "New plan"};
constexpr Words kNewPlanBecause{"Nouveau plan\u202f; {0}", "New plan; {0}"};
constexpr Words kAnd{"{0}, {1}", "{0}, {1}"};

std::string document_of(const PlanRequest& request) {
  if (request.document == "-") throw engine::BadRequest(say(kNoStandardOutput));
  return request.document.empty() ? document_beside(request.file) : request.document;
}

/// What wishes cost whatever the seats, over the rotations that take place.
std::int64_t wish_points(const engine::Problem& problem, const scheduler::Solution& solution) {
  std::int64_t points = 0;
  problem.rotations.each([&](engine::RotationId id) {
    const auto& parts = problem.rotations[id].parts;
    const bool placed = std::all_of(parts.begin(), parts.end(), [&](engine::PartId part) {
      return solution.board.placed(problem.parts[part].block);
    });
    if (placed) points += solution.seatings[id.index()].wish_points;
  });
  return points;
}

engine::Plan search(const PlanRequest& request, const Checked& checked) {
  const auto solution = solved(checked, request);
  auto plan = engine::make_plan(checked.gathering, *checked.problem, solution.board);
  scheduler::add_reasons(checked.gathering, *checked.problem, solution.conflicts, plan);
  plan.bound = plan.bound.value_or(0) + wish_points(*checked.problem, solution);
  plan.seconds = seconds_told(request, solution);
  return plan;
}

/// What no search can mend needs no long one.
constexpr double kSecondsInSpite = 1;
constexpr std::int64_t kStepsInSpite = 5'000;

/// What can be had of a gathering that asks for more: a plan that leaves something out.
engine::Plan search_in_spite(PlanRequest request, Checked& checked) {
  request.seconds = std::min(request.seconds.value_or(kSecondsInSpite), kSecondsInSpite);
  if (request.iterations) request.iterations = std::min(*request.iterations, kStepsInSpite);
  checked.problem = engine::compile_in_spite(checked.gathering, engine::FitsNowhere::LeftOut);
  auto plan = search(request, checked);
  plan.feasible = false;
  plan.proved = true;
  return plan;
}

engine::Text cause_of(const std::vector<engine::RecordedChange>& changes) {
  if (changes.empty()) return say(kNewPlan);
  auto list = changes.front().text;
  for (std::size_t i = 1; i < changes.size(); ++i) list = say(kAnd, list, changes[i].text);
  return say(kNewPlanBecause, list);
}

/// What is to be kept as the version after `before`.
data::NewVersion next_version(const std::optional<data::StoredVersion>& before,
                              const PlanRequest& request,
                              const engine::Plan& plan,
                              std::vector<data::SourceFile> sources) {
  data::NewVersion version;
  version.plan = plan;
  version.search = {
      .seed = request.seed, .iterations = request.iterations, .seconds = plan.seconds};
  version.made = request.now;
  if (before) version.changes = source_changes(before->sources, sources, request.now);
  version.cause = before ? cause_of(version.changes) : say(kFirstPlan);
  version.sources = std::move(sources);
  return version;
}

}  // namespace

Planned plan(const PlanRequest& request) {
  const data::Document document(document_of(request));
  auto [checked, sources] = read(request.file);
  Planned planned;
  planned.document = document.path();
  const bool in_spite = checked.asks_the_impossible();
  if (checked.ok() || in_spite) {
    const int kept = document.version_to_save_on();
    auto& found = planned.plan.emplace(in_spite ? search_in_spite(request, checked)
                                                : search(request, checked));
    std::optional<data::StoredVersion> before;
    if (kept > 0) before = document.load(kept);
    auto next = next_version(before, request, found, std::move(sources));
    if (before && next.changes.empty() && before->plan.score < found.score) planned.better = kept;
    found.version = document.save(kept, next);
    planned.series =
        series_of(checked, found, request.iterations ? Clock::PlaysNoPart : Clock::Limits);
  }
  planned.gathering = std::move(checked.gathering);
  planned.diagnostics = std::move(checked.diagnostics);
  return planned;
}

std::string json(const Planned& planned) {
  return planned.plan ? data::plan_json(planned.gathering, *planned.plan, planned.series)
                      : data::check_json(planned.gathering, planned.diagnostics);
}

std::string document_beside(const std::string& file) {
  return std::filesystem::path(file).replace_extension(".farandole").string();
}

}  // namespace app
