#include "app/import_list.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "app/change_history.h"
#include "app/changes.h"
#include "app/reading.h"
#include "app/searching.h"
#include "app/source_changes.h"
#include "data/read/attendees.h"
#include "data/read/disk.h"
#include "data/sqlite/document.h"
#include "data/write/merged.h"
#include "data/write/report_json.h"
#include "engine/model/failure.h"
#include "engine/model/nearest.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/explain/reasons.h"
#include "scheduler/replan/replan.h"

namespace app {
namespace {

using engine::BadRequest;
using engine::say;
using engine::Words;

constexpr Words kNoSuchKind{"pas de liste «\u202f{0}\u202f»\u202f; il y a\u00a0: {1}",
                            "there is no list \"{0}\"; there are: {1}"};
constexpr Words kNoSuchKindNear{
    "pas de liste «\u202f{0}\u202f»\u202f; peut-être «\u202f{2}\u202f»\u202f? Il y a\u00a0: {1}",
    "there is no list \"{0}\"; maybe \"{2}\"? There are: {1}"};
constexpr Words kCause{"Liste {0} prise en compte", "List {0} taken in"};

std::optional<data::ImportKind> kind_of(const std::string& word) {
  if (word.empty()) return {};
  std::vector<std::string_view> known;
  std::string list;
  for (const auto& row : data::import_kinds()) {
    if (row.key == word) return row.kind;
    known.push_back(row.key);
    list += (list.empty() ? "" : ", ") + std::string(row.key);
  }
  const auto near = engine::nearest(word, known);
  throw BadRequest(near ? say(kNoSuchKindNear, word, list, *near) : say(kNoSuchKind, word, list));
}

std::string key_of(data::ImportKind kind) {
  for (const auto& row : data::import_kinds())
    if (row.kind == kind) return std::string(row.key);
  return {};
}

data::Imported read_list(const ImportRequest& request) {
  auto bytes = data::load_file(request.file, data::kLargestTable);
  if (!bytes.bytes)
    throw BadRequest(say({"{0}\u00a0: {1}", "{0}: {1}"}, request.file, bytes.problem));
  return data::read_import(*bytes.bytes, kind_of(request.as), request.file);
}

/// The plan as it stands counts as sent out: what need not move keeps its time and place.
engine::Gathering as_published(engine::Gathering gathering, const engine::Plan& plan) {
  const auto set = [](engine::Published& published, engine::Minute start, const std::string& room) {
    if (!published.start)
      published.start = {{.day = engine::day_of(start), .clock = engine::clock_of(start)}, {}};
    if (!published.room && !room.empty()) published.room = {room, {}};
  };
  for (auto& session : gathering.sessions)
    for (const auto& planned : plan.sessions)
      if (planned.id == session.id.value)
        set(session.timing.published, planned.start, planned.room);
  for (auto& rotation : gathering.rotations)
    for (const auto& planned : plan.rotations)
      if (planned.id == rotation.id.value && rotation.contiguous && !planned.rounds.empty())
        set(rotation.timing.published, planned.rounds.front().start, {});
  return gathering;
}

engine::Plan search(const ImportRequest& request,
                    const Checked& checked,
                    const engine::Plan& before,
                    data::ImportKind kind) {
  // Answers to a poll decide its date anew, and the rest follows.
  const auto gathering = kind == data::ImportKind::Framadate
                             ? checked.gathering
                             : as_published(checked.gathering, before);
  engine::Diagnostics ignored;  // what was sent out may not fit the gathering any more
  const auto problem = engine::compile(gathering, ignored);
  const auto solution = problem ? solved(gathering, *problem, request) : solved(checked, request);
  auto plan = engine::make_plan(checked.gathering, *checked.problem, solution.board);
  scheduler::add_reasons(checked.gathering, *checked.problem, solution.conflicts, plan);
  plan.seconds = seconds_told(request, solution);
  return plan;
}

/// What replan was told since the file was planned stays in force: those who are out stay out. The
/// new people are seated around what stands.
engine::Plan repaired(const ImportRequest& request,
                      const Checked& checked,
                      const data::StoredVersion& before,
                      const std::vector<engine::RecordedChange>& in_force) {
  const auto& gathering = checked.gathering;
  const scheduler::Clock clock{.now = time_told(in_force), .freeze = gathering.freeze};
  auto disruptions =
      read_changes(
          {.gathering = gathering, .plan = before.plan, .clock = clock, .in_force = in_force},
          {},
          request.now)
          .disruptions;
  const auto known = gathering_of(before).people;
  for (const auto& person : gathering.people) {
    const auto& id = person.id.value;
    if (std::none_of(
            known.begin(), known.end(), [&](const auto& other) { return other.id.value == id; }))
      disruptions.push_back({.kind = scheduler::Disruption::Kind::Arrive, .item = id});
  }
  const auto problem = engine::compile_in_spite(gathering);
  return scheduler::replan({gathering, problem, before.plan, std::move(disruptions), clock},
                           limits_of(request),
                           monitor_of(request))
      .plan;
}

ListImport report(const data::Imported& imported, const data::Merged& merged) {
  ListImport report;
  report.kind = key_of(imported.kind);
  report.unchanged = merged.unchanged;
  report.unknown = imported.unknown;
  for (const auto& note : merged.notes)
    report.lines.push_back({static_cast<ImportLine::Kind>(note.kind), note.line, note.text});
  return report;
}

}  // namespace

std::vector<ImportChoice> import_choices() {
  std::vector<ImportChoice> choices;
  for (const auto& row : data::import_kinds())
    choices.push_back({std::string(row.key), say(row.about)});
  return choices;
}

ListImport import_list(const ImportRequest& request) {
  const data::Document document(request.document);
  const auto before = document.load();
  const auto imported = read_list(request);
  auto merged = data::merged(data::read_gathering(before.sources), imported);
  auto result = report(imported, merged);
  auto changes = source_changes(before.sources, merged.sources, request.now);
  auto after = before;
  after.sources = std::move(merged.sources);
  auto checked = checked_again(after);
  result.diagnostics = checked.diagnostics;
  if (checked.ok() && !changes.empty()) {
    const int kept = document.version_to_save_on();
    const auto in_force = changes_in_force(document.history(), before.record.number);
    auto& plan =
        result.plan.emplace(in_force.empty() ? search(request, checked, before.plan, imported.kind)
                                             : repaired(request, checked, before, in_force));
    const auto file = std::filesystem::path(request.file).filename().string();
    const auto cause = say(kCause, file);
    changes.insert(
        changes.begin(),
        {.made = request.now, .kind = "import", .item = result.kind, .value = file, .text = cause});
    plan.version = document.save(kept,
                                 {.plan = plan,
                                  .sources = std::move(after.sources),
                                  .cause = cause,
                                  .search = {.seed = request.seed,
                                             .iterations = request.iterations,
                                             .seconds = plan.seconds},
                                  .changes = std::move(changes),
                                  .made = request.now});
  }
  result.gathering = std::move(checked.gathering);
  return result;
}

std::string json(const ListImport& imported) {
  std::vector<data::ListedLine> lines;
  constexpr const char* kKinds[] = {"added", "changed", "left-out", "unclear"};
  for (const auto& line : imported.lines)
    lines.push_back({kKinds[static_cast<std::size_t>(line.kind)], line.line, line.text});
  return data::import_json({imported.kind,
                            imported.plan ? imported.plan->version : 0,
                            imported.unchanged,
                            imported.unknown,
                            lines,
                            imported.gathering.language});
}

}  // namespace app
