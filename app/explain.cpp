#include "app/explain.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <climits>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/reading.h"
#include "app/repairs.h"
#include "app/searching.h"
#include "app/series.h"
#include "data/sqlite/document.h"
#include "data/write/explain_json.h"
#include "data/write/repaired.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/items.h"
#include "engine/problem/names.h"
#include "scheduler/explain/part_of.h"
#include "scheduler/explain/placements.h"
#include "scheduler/explain/reasons.h"

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

constexpr Words kNeedsOutput{"--repair demande aussi -o NOUVEAU, le fichier à écrire",
                             "--repair also needs -o NEW, the file to write"};
constexpr Words kOnlyFiles{"--repair s’applique au fichier d’une rencontre, pas à un document",
                           "--repair works on the file of a gathering, not on a document"};
constexpr Words kSameFile{"{0}\u00a0: c’est le fichier lui-même\u202f; donnez un autre nom à -o",
                          "{0}: this is the file itself; give -o another name"};
constexpr Words kNothingToRepair{"il existe un programme\u00a0: rien n’est à réparer",
                                 "a plan exists: there is nothing to repair"};
constexpr Words kNoSuchRepair{"il n’y a pas de réparation {0}\u202f; il y en a {1}",
                              "there is no repair {0}; there are {1}"};
constexpr Words kUnreadable{"{0}\u00a0: le fichier réparé ne passe pas la relecture",
                            "{0}: the repaired file does not pass the checks"};

/// A gathering with the decisions to explain.
struct Subject {
  Checked checked;
  std::vector<data::SourceFile> sources;
  std::vector<scheduler::Conflict> proofs;  ///< that no plan exists
  std::optional<engine::Board> board;       ///< into `checked.problem`; none: the input is wrong
  int version = 0;
  bool proved = false;  ///< as the document says
};

void recall(const std::string& document, Subject& subject) {
  const auto stored = data::Document(document).load();
  subject.checked = checked_again(stored);
  subject.sources = stored.sources;
  if (!subject.checked.ok()) throw engine::Failure(say(kRulesHaveChanged, document));
  subject.board =
      engine::board_of(subject.checked.gathering, *subject.checked.problem, stored.plan);
  subject.version = stored.plan.version;
  subject.proved = stored.plan.proved;
}

engine::BlockId block_of(const Checked& checked, const std::string& id) {
  const auto& gathering = checked.gathering;
  const auto& blocks = checked.problem->blocks;
  engine::BlockId found;
  blocks.each([&](engine::BlockId b) {
    if (engine::id_of(gathering, blocks[b]).value == id && !found.exists()) found = b;
  });
  if (found.exists()) return found;
  std::vector<std::string_view> known;
  for (const auto& session : gathering.sessions) known.push_back(session.id.value);
  for (const auto& rotation : gathering.rotations) known.push_back(rotation.id.value);
  throw engine::BadRequest(say(kNoSuchItem, id, engine::did_you_mean(id, known)));
}

/// Of the seconds there are for an answer, those in which a first plan has to show: the others go
/// to what is in its way.
double seconds_for_a_plan(const engine::Gathering& gathering) {
  constexpr double kOfAnySize = 3;
  constexpr double kPerItem = 0.002;
  return kOfAnySize + kPerItem * static_cast<double>(scheduler::item_count(gathering));
}

/// A search that ends by `enough` where it has no plan in time; a plan found is made better as long
/// as `plan` would. Without effect where the limit is given.
SearchRequest ended_in_time(const ExplainRequest& request,
                            double seconds,
                            std::atomic<bool>& enough) {
  SearchRequest search = request;
  if (request.seconds || request.iterations) return search;
  search.stop = &enough;
  search.on_progress = [&request, &enough, seconds](const engine::Progress& progress) {
    const bool late = progress.seconds > seconds && !progress.best.whole();
    if (late || (request.stop != nullptr && *request.stop)) enough = true;
    if (request.on_progress) request.on_progress(progress);
  };
  return search;
}

void search(const ExplainRequest& request, Subject& subject) {
  auto read_in = read(request.input);
  subject.checked = std::move(read_in.checked);
  subject.sources = std::move(read_in.sources);
  if (!subject.checked.ok()) return;
  if (!request.session.empty()) (void)block_of(subject.checked, request.session);
  std::atomic<bool> enough = false;
  auto solution =
      solved(subject.checked,
             ended_in_time(request, seconds_for_a_plan(subject.checked.gathering), enough));
  subject.proofs = std::move(solution.conflicts);
  subject.board = std::move(solution.board);
}

using Watch = std::chrono::steady_clock;

// Ten seconds for an answer, less the last question; a long search before may take its share.
constexpr std::chrono::milliseconds kInAll{9000};
constexpr std::chrono::seconds kAtLeast{4};
/// For a repair that was shown and is to be written: it was found, and is found again.
constexpr std::chrono::seconds kToFindAgain{180};

void find_repairs(const ExplainRequest& request,
                  const Subject& subject,
                  Watch::time_point begin,
                  Explained& explained) {
  const auto now = Watch::now();
  const scheduler::Effort effort{
      .until = request.repair ? now + kToFindAgain : std::max(begin + kInAll, now + kAtLeast),
      .iterations = request.iterations,
      .seed = request.seed,
      .threads = request.threads,
      .stop = request.stop,
      .on_progress = request.on_progress};
  const auto most =
      std::min(kMostRepairs, static_cast<std::size_t>(request.repair.value_or(INT_MAX)));
  auto diagnosis = diagnose({subject.checked.gathering, subject.sources}, effort, most);
  explained.conflicts = std::move(diagnosis.conflicts);
  explained.repairs = std::move(diagnosis.repairs);
}

/// What can be said of the command before any work.
void check_request(const ExplainRequest& request) {
  if (!request.repair) return;
  if (request.output.empty()) throw engine::BadRequest(say(kNeedsOutput));
  if (data::is_document(request.input)) throw engine::BadRequest(say(kOnlyFiles));
  std::error_code different;
  if (std::filesystem::equivalent(request.input, request.output, different))
    throw engine::BadRequest(say(kSameFile, request.output));
}

void write_repair(const ExplainRequest& request, const Subject& subject, Explained& explained) {
  if (explained.has_plan()) throw engine::BadRequest(say(kNothingToRepair));
  const auto number = static_cast<std::size_t>(*request.repair);
  if (number > explained.repairs.size())
    throw engine::BadRequest(say(kNoSuchRepair, number, explained.repairs.size()));
  auto after = data::repaired(
      subject.checked.gathering, subject.sources, explained.repairs[number - 1].changes);
  const auto folder = std::filesystem::path(request.input).parent_path().string();
  if (after)
    explained.written =
        data::write_repaired(request.output, folder, subject.sources, std::move(*after));
  if (!after || !check(request.output).ok())
    throw engine::Failure(say(kUnreadable, request.output));
}

}  // namespace

Explained explain(const ExplainRequest& request) {
  check_request(request);
  const auto begin = Watch::now();
  Subject subject;
  if (data::is_document(request.input))
    recall(request.input, subject);
  else
    search(request, subject);
  Explained explained;
  const auto& checked = subject.checked;
  explained.wrong = !checked.ok() && !checked.asks_the_impossible();
  if (subject.board) {
    auto& plan = explained.plan.emplace(
        engine::make_plan(checked.gathering, *checked.problem, *subject.board));
    plan.version = subject.version;
    plan.proved = subject.proved;
    scheduler::add_reasons(checked.gathering, *checked.problem, subject.proofs, plan);
    explained.series =
        series_of(checked, plan, request.iterations ? Clock::PlaysNoPart : Clock::Limits);
    if (request.session.empty())
      explained.costs = engine::costs_of(checked.gathering, *subject.board);
    else
      explained.placements = scheduler::placements_of(
          checked.gathering, *subject.board, block_of(checked, request.session));
  }
  if (!explained.wrong && !explained.has_plan() && explained.placements.empty())
    find_repairs(request, subject, begin, explained);
  if (!explained.wrong && request.repair) write_repair(request, subject, explained);
  explained.gathering = std::move(subject.checked.gathering);
  explained.diagnostics = std::move(subject.checked.diagnostics);
  return explained;
}

std::string json(const Explained& explained) {
  if (explained.wrong) return data::check_json(explained.gathering, explained.diagnostics);
  if (!explained.placements.empty())
    return data::placements_json(explained.gathering, *explained.plan, explained.placements);
  return data::explain_json({.gathering = explained.gathering,
                             .plan = explained.plan ? &*explained.plan : nullptr,
                             .costs = explained.costs,
                             .conflicts = explained.conflicts,
                             .repairs = explained.repairs,
                             .series = explained.series});
}

}  // namespace app
