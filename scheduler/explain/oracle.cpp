#include "scheduler/explain/oracle.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/problem/compile.h"
#include "engine/problem/items.h"
#include "scheduler/explain/first_look.h"
#include "scheduler/explain/part_of.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {
namespace {

constexpr std::int64_t kMostQuestions = 2000;
constexpr double kAnyTime = 3600;
constexpr std::chrono::milliseconds kBetweenTold{200};

/// Steps of a search for a plan, for each block, and words of a complete one.
struct Size {
  std::int64_t steps;
  std::int64_t proof_work;
};
constexpr std::array kLooks{
    Size{5, 5'000'000}, Size{15, 40'000'000}, Size{60, 150'000'000}, Size{400, 150'000'000}};
constexpr std::int64_t kFewestBlocks = 4;  // counted

double seconds_left(const Effort& effort) {
  const std::chrono::duration<double> left = effort.until - Effort::Clock::now();
  return std::max(0.01, left.count());
}

bool only_impossible(const engine::Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  return std::all_of(all.begin(), all.end(), [](const engine::Diagnostic& d) {
    return d.severity == engine::Severity::Warning || d.impossible;
  });
}

/// The first in the file that asks for too much.
engine::Impossible first_refused(const engine::Diagnostics& diagnostics) {
  const auto list = diagnostics.sorted();
  return *std::find_if(list.begin(), list.end(), [](const auto& one) {
            return one.impossible.has_value();
          })->impossible;
}

Proof proof_of(const engine::Impossible& refused) {
  return {refused.statement.form, refused.rules, refused.statement.about};
}

Proof proof_of(const engine::Gathering& gathering,
               const engine::Problem& problem,
               const Conflict& conflict) {
  Proof proof{conflict.kind, conflict.rules, {}};
  for (const auto item : items_of(gathering, problem, conflict))
    proof.about.push_back(engine::id_of_item(gathering, item).value);
  return proof;
}

}  // namespace

Oracle::Oracle(Effort effort)
    : effort_(std::move(effort)), begin_(Effort::Clock::now()), told_(begin_) {}

Answer Oracle::ask(const engine::Gathering& gathering, Look look) {
  return ask(gathering, look, Preferences::Off);
}

Answer Oracle::ask_as_planned(const engine::Gathering& gathering, Look look) {
  return ask(gathering, look, Preferences::On);
}

Answer Oracle::ask(const engine::Gathering& gathering, Look look, Preferences with) {
  ++asked_;
  tell();
  conflicts_.clear();
  refused_.reset();
  proof_.reset();
  left_out_.clear();
  if (over()) return Answer::Unknown;
  engine::Diagnostics diagnostics;
  auto problem = engine::compile(gathering, diagnostics);
  if (!problem) {
    if (!only_impossible(diagnostics)) return Answer::Wrong;
    refused_ = first_refused(diagnostics);
    proof_ = proof_of(*refused_);
    return Answer::NoPlan;
  }
  if (with == Preferences::Off)
    for (auto& weight : problem->weights) weight.soft = 0;
  return search(gathering, *problem, look);
}

Answer Oracle::search(const engine::Gathering& gathering,
                      const engine::Problem& problem,
                      Look look) {
  const auto size = kLooks.at(static_cast<std::size_t>(look));
  const auto blocks = std::max(kFewestBlocks, static_cast<std::int64_t>(problem.blocks.size()));
  const auto steps = size.steps * blocks;
  Limits limits{.seconds = effort_.iterations ? kAnyTime : seconds_left(effort_),
                .iterations = std::min(steps, effort_.iterations.value_or(steps)),
                .seed = effort_.seed,
                .threads = effort_.threads,
                .any_plan = true,
                .conflicts = 1,
                .proof_work = size.proof_work};
  const Monitor monitor{.on_progress = {}, .stop = effort_.stop};
  auto found = look_first(problem, limits, monitor);
  conflicts_ = std::move(found.conflicts);
  if (!conflicts_.empty()) {
    proof_ = proof_of(gathering, problem, conflicts_.front());
    return Answer::NoPlan;
  }
  if (found.start) return Answer::Plan;
  limits.looked = true;
  const auto solution = solve(problem, limits, monitor);
  left_out_ = items_left_out(gathering, problem, solution.board);
  if (solution.score.hard == 0 && left_out_.empty()) return Answer::Plan;
  ++open_;
  return Answer::Unknown;
}

bool Oracle::over() const {
  if (effort_.stop != nullptr && *effort_.stop) return true;
  if (asked_ >= kMostQuestions) return true;
  return !effort_.iterations && Effort::Clock::now() >= effort_.until;
}

void Oracle::tell() {
  const auto now = Effort::Clock::now();
  if (!effort_.on_progress || now - told_ < kBetweenTold) return;
  told_ = now;
  const auto seconds = std::chrono::duration<double>(now - begin_);
  const auto all = std::chrono::duration<double>(effort_.until - begin_);
  effort_.on_progress({.seconds = seconds.count(),
                       .fraction = std::min(1.0, seconds / all),
                       .best = {},
                       .phase = engine::SearchPhase::Repairing});
}

}  // namespace scheduler
