#include "app/explain.h"

#include <utility>

#include "app/reading.h"
#include "data/sqlite/document.h"
#include "data/write/explain_json.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/timetable/solve.h"

namespace app {
namespace {

using engine::say;
using engine::Words;

constexpr Words kRulesHaveChanged{
    "{0}\u00a0: la rencontre de ce document ne passe plus la relecture\u202f; refaites le "
    "programme à "
    "partir de son fichier",
    "{0}: the gathering of this document does not pass the checks any more; make the plan again "
    "from its file"};

/// A gathering with the decisions to explain.
struct Subject {
  Checked checked;
  std::optional<engine::Board> board;  ///< into `checked.problem`; none: the input is wrong
  int version = 0;
};

void recall(const std::string& document, Subject& subject) {
  const auto stored = data::Document(document).load();
  subject.checked = checked_again(stored);
  if (!subject.checked.ok()) throw engine::Failure(say(kRulesHaveChanged, document));
  subject.board =
      engine::board_of(subject.checked.gathering, *subject.checked.problem, stored.plan);
  subject.version = stored.plan.version;
}

void search(const ExplainRequest& request, Subject& subject) {
  subject.checked = check(request.input);
  if (!subject.checked.ok()) return;
  const scheduler::Limits limits{.seconds = request.seconds,
                                 .iterations = request.iterations,
                                 .seed = request.seed,
                                 .threads = request.threads};
  scheduler::Monitor monitor{.on_progress = {}, .stop = request.stop};
  if (request.on_progress)
    monitor.on_progress = [&](const scheduler::Progress& progress) {
      request.on_progress({progress.seconds, progress.fraction, progress.best});
    };
  subject.board = scheduler::solve(*subject.checked.problem, limits, monitor).board;
}

}  // namespace

Explained explain(const ExplainRequest& request) {
  Subject subject;
  if (data::is_document(request.input))
    recall(request.input, subject);
  else
    search(request, subject);
  Explained explained;
  if (subject.board) {
    const auto& checked = subject.checked;
    explained.plan = engine::make_plan(checked.gathering, *checked.problem, *subject.board);
    explained.plan->version = subject.version;
    explained.costs = engine::costs_of(checked.gathering, *subject.board);
  }
  explained.gathering = std::move(subject.checked.gathering);
  explained.diagnostics = std::move(subject.checked.diagnostics);
  return explained;
}

std::string json(const Explained& explained) {
  if (!explained.plan) return data::check_json(explained.gathering, explained.diagnostics);
  return data::explain_json(explained.gathering, *explained.plan, explained.costs);
}

}  // namespace app
