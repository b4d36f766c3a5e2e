#include "app/explain.h"

#include <string_view>
#include <utility>

#include "app/reading.h"
#include "data/sqlite/document.h"
#include "data/write/explain_json.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/names.h"
#include "scheduler/explain/placements.h"
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

constexpr Words kNoSuchItem{"il n’y a pas de séance ni de rotation «\u202f{0}\u202f»{1}",
                            "there is no session or rotation \"{0}\"{1}"};

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

engine::BlockId block_of(const Checked& checked, const std::string& id) {
  const auto& [gathering, problem, diagnostics] = checked;
  engine::BlockId found;
  problem->blocks.each([&](engine::BlockId b) {
    const auto& row = problem->blocks[b];
    const auto& key = row.session >= 0
                          ? gathering.sessions[static_cast<std::size_t>(row.session)].id
                          : gathering.rotations[row.rotation.index()].id;
    if (key.value == id && !found.exists()) found = b;
  });
  if (found.exists()) return found;
  std::vector<std::string_view> known;
  for (const auto& session : gathering.sessions) known.push_back(session.id.value);
  for (const auto& rotation : gathering.rotations) known.push_back(rotation.id.value);
  throw engine::BadRequest(say(kNoSuchItem, id, engine::did_you_mean(id, known)));
}

void search(const ExplainRequest& request, Subject& subject) {
  subject.checked = check(request.input);
  if (!subject.checked.ok()) return;
  if (!request.session.empty()) (void)block_of(subject.checked, request.session);
  const scheduler::Limits limits{.seconds = request.seconds,
                                 .iterations = request.iterations,
                                 .seed = request.seed,
                                 .threads = request.threads};
  const scheduler::Monitor monitor{.on_progress = request.on_progress, .stop = request.stop};
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
    if (request.session.empty())
      explained.costs = engine::costs_of(checked.gathering, *subject.board);
    else
      explained.placements = scheduler::placements_of(
          checked.gathering, *subject.board, block_of(checked, request.session));
  }
  explained.gathering = std::move(subject.checked.gathering);
  explained.diagnostics = std::move(subject.checked.diagnostics);
  return explained;
}

std::string json(const Explained& explained) {
  if (!explained.plan) return data::check_json(explained.gathering, explained.diagnostics);
  if (!explained.placements.empty())
    return data::placements_json(explained.gathering, *explained.plan, explained.placements);
  return data::explain_json(explained.gathering, *explained.plan, explained.costs);
}

}  // namespace app
