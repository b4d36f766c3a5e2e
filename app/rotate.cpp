#include "app/rotate.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "app/rotation_alone.h"
#include "app/rotation_people.h"
#include "app/searching.h"
#include "data/write/rotation_json.h"
#include "data/write/whole_file.h"
#include "engine/plan/make_plan.h"
#include "engine/plan/meeting_bound.h"
#include "engine/plan/remarks.h"
#include "engine/plan/repeat_reason.h"
#include "engine/problem/compile.h"
#include "engine/rules/all.h"
#include "sheets/catalogue.h"
#include "sheets/drawing/pdf.h"

namespace app {
namespace {

constexpr engine::Words kSearched{"recherche locale", "local search"};

/// The table found, also when it breaks a rule that was asked for: nothing else can be shown.
engine::Board board_of(const engine::Problem& problem, const scheduler::Solution& solution) {
  const engine::BlockId block{0};
  if (solution.board.placed(block)) return solution.board;
  engine::Board board(problem);
  board.apply(engine::Change::place(block, problem.starts[block].front()));
  for (const auto& change : solution.seatings.front().changes) board.apply(change);
  return board;
}

/// What the table breaks, without the hour that a rotation alone does not have.
void say_without_hours(const engine::Board& board, Rotated& rotated) {
  rotated.plan->remarks.clear();
  engine::PlanEvaluator(board).inspect([&](const engine::Finding& finding) {
    if (board.problem().weights[static_cast<std::size_t>(finding.rule)].hard == 0) return;
    rotated.plan->remarks.push_back(
        {std::string(engine::info(finding.rule).key),
         true,
         engine::words_without_time(rotated.gathering, board, finding)});
  });
}

/// Fills in the plan, and how it was made.
void search(const RotateRequest& request, const engine::Problem& problem, Rotated& rotated) {
  const auto solution = solved(problem, request);
  const auto board = board_of(problem, solution);
  auto& plan = rotated.plan.emplace(engine::make_plan(rotated.gathering, problem, board));
  say_without_hours(board, rotated);
  plan.seconds = seconds_told(request, solution);
  for (auto& rotation : plan.rotations)
    for (auto& round : rotation.rounds) round.start = round.end = 0;
  rotated.method = solution.seatings.front().method;
  if (rotated.method.empty()) rotated.method = engine::say(kSearched);
}

/// People as rows of the gathering; a round that left a table empty still has it.
engine::SeatingTable table_of(const engine::Gathering& gathering, const engine::Plan& plan) {
  engine::SeatingTable table;
  if (plan.rotations.empty()) return table;
  std::map<std::string_view, std::int32_t> people;
  for (const auto& person : gathering.people)
    people.emplace(person.id.value, static_cast<std::int32_t>(people.size()));
  const auto& stations = gathering.rotations.front().stations;
  for (const auto& round : plan.rotations.front().rounds) {
    auto& groups = table.emplace_back(stations.size());
    for (const auto& station : round.stations) {
      const auto row = std::find_if(stations.begin(), stations.end(), [&](const auto& s) {
        return s.id.value == station.id;
      });
      auto& group = groups[static_cast<std::size_t>(row - stations.begin())];
      for (const auto& person : station.participants) group.push_back(people.at(person));
      std::sort(group.begin(), group.end());
    }
  }
  return table;
}

void judge(Rotated& rotated, const engine::Problem& problem) {
  const auto& rotation = rotated.gathering.rotations.front();
  const auto people = static_cast<std::int32_t>(rotated.gathering.people.size());
  rotated.rounds = table_of(rotated.gathering, *rotated.plan);
  rotated.meetings = engine::count_meetings(people, rotated.rounds);
  auto size = engine::size_of(problem, problem.rotations[engine::RotationId{0}]);
  size.even = true;
  rotated.bound = engine::least_repeat_cost(size);
  rotated.unavoidable = engine::least_repeat_meetings(size);
  rotated.why = engine::why_people_meet_again(size);
  const auto tables = static_cast<std::int64_t>(rotation.stations.size());
  std::vector<std::int64_t> sizes;
  for (std::int64_t t = 0; t < tables; ++t) sizes.push_back((people + t) / tables);
  for (const auto& attribute : rotation.mix) {
    const auto values = values_of(rotated.gathering.people, attribute.value);
    rotated.mix.push_back({attribute.value,
                           engine::largest_deviation(values, rotated.rounds),
                           engine::least_deviation(values, sizes)});
  }
}

/// What the engine finds wrong is wrong with the file of names, or, where no file holds it, with
/// the options.
void adopt(const engine::Diagnostics& diagnostics, Rotated& rotated) {
  for (const auto& one : diagnostics.sorted())
    if (one.severity == engine::Severity::Error && one.where.line > 0)
      rotated.findings.push_back(one);
    else if (one.severity == engine::Severity::Error)
      rotated.wrong.push_back(one.text);
}

int print(const Rotated& rotated, const RotateRequest& request) {
  if (request.pdf.empty() || rotated.rounds.empty()) return 0;
  sheets::PrintOptions options;
  options.language = request.language;
  const auto document = sheets::drawn_on_paper({"rotation-wall", "rotation-participant"},
                                               {rotated.gathering, *rotated.plan, options});
  if (!document.pages.empty())
    data::write_whole_file(request.pdf, sheets::pdf(document, request.language));
  return static_cast<int>(document.pages.size());
}

}  // namespace

Rotated rotate(const RotateRequest& request) {
  Rotated rotated;
  auto asked = rotation_asked(request);
  rotated.gathering = std::move(asked.gathering);
  rotated.wrong = std::move(asked.wrong);
  rotated.findings = std::move(asked.findings);
  const bool readable =
      std::none_of(rotated.findings.begin(), rotated.findings.end(), [](const auto& one) {
        return one.severity == engine::Severity::Error;
      });
  if (!rotated.wrong.empty() || !readable) return rotated;
  engine::Diagnostics diagnostics;
  const auto problem = engine::compile(rotated.gathering, diagnostics);
  adopt(diagnostics, rotated);
  if (!problem) return rotated;
  search(request, *problem, rotated);
  rotated.named = !request.names.empty();
  judge(rotated, *problem);
  rotated.pages = print(rotated, request);
  return rotated;
}

std::string json(const Rotated& rotated) {
  data::RotationReport report{
      .people = static_cast<std::int64_t>(rotated.gathering.people.size()),
      .groups = static_cast<std::int64_t>(rotated.gathering.rotations.front().stations.size()),
      .rounds = rotated.rounds,
      .meetings = rotated.meetings,
      .bound = rotated.bound,
      .method = rotated.method.en,
      .seconds = rotated.plan->seconds,
      .names = {},
      .mix = {}};
  if (rotated.named)
    for (const auto& person : rotated.gathering.people) report.names.push_back(person.name);
  for (const auto& one : rotated.mix) report.mix.push_back({one.attribute, one.largest, one.least});
  return data::rotation_json(report);
}

}  // namespace app
