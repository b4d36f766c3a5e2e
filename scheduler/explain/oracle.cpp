#include "scheduler/explain/oracle.h"

#include <algorithm>

#include "engine/problem/compile.h"
#include "scheduler/explain/first_look.h"
#include "scheduler/explain/part_of.h"
#include "scheduler/timetable/solve.h"

namespace scheduler {
namespace {

/// Where steps are the limit; with a clock it decides long before.
constexpr std::int64_t kMostQuestions = 1000;

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
    proof.about.push_back(id_of(gathering, item).value);
  return proof;
}

}  // namespace

Oracle::Oracle(const Effort& effort) : effort_(effort) {
  const auto now = std::chrono::steady_clock::now();
  half_ = now + (effort.until - now) / 2;
}

Answer Oracle::ask(const engine::Gathering& gathering, double seconds) {
  return ask(gathering, seconds, Preferences::Off);
}

Answer Oracle::ask_as_planned(const engine::Gathering& gathering, double seconds) {
  return ask(gathering, seconds, Preferences::On);
}

Answer Oracle::ask(const engine::Gathering& gathering, double seconds, Preferences with) {
  ++asked_;
  conflicts_.clear();
  refused_.reset();
  proof_.reset();
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
  const auto left =
      std::chrono::duration<double>(effort_.until - std::chrono::steady_clock::now()).count();
  Limits limits{.seconds = std::max(0.01, std::min(seconds, left)),
                .iterations = effort_.iterations,
                .seed = effort_.seed,
                .threads = effort_.threads};
  const Monitor monitor{.on_progress = {}, .stop = effort_.stop};
  auto look = look_first(*problem, limits, monitor);
  conflicts_ = std::move(look.conflicts);
  if (!conflicts_.empty()) {
    proof_ = proof_of(gathering, *problem, conflicts_.front());
    return Answer::NoPlan;
  }
  if (look.start) return Answer::Plan;
  limits.looked = true;
  const auto solution = solve(*problem, limits, monitor);
  bool complete = solution.score.hard == 0;
  problem->blocks.each([&](engine::BlockId b) {
    if (!solution.board.placed(b) && !problem->blocks[b].optional) complete = false;
  });
  return complete ? Answer::Plan : Answer::Unknown;
}

bool Oracle::over() const {
  if (effort_.stop != nullptr && *effort_.stop) return true;
  if (effort_.iterations) return asked_ >= kMostQuestions;
  return std::chrono::steady_clock::now() >= effort_.until;
}

bool Oracle::half_over() const {
  if (effort_.iterations) return asked_ >= kMostQuestions / 2;
  return over() || std::chrono::steady_clock::now() >= half_;
}

}  // namespace scheduler
