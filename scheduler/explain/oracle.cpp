#include "scheduler/explain/oracle.h"

#include <algorithm>

#include "engine/problem/compile.h"
#include "scheduler/explain/first_look.h"
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

}  // namespace

Oracle::Oracle(const Effort& effort) : effort_(effort) {
  const auto now = std::chrono::steady_clock::now();
  half_ = now + (effort.until - now) / 2;
}

Answer Oracle::ask(const engine::Gathering& gathering, double seconds) {
  ++asked_;
  conflicts_.clear();
  engine::Diagnostics diagnostics;
  auto problem = engine::compile(gathering, diagnostics);
  if (!problem) return only_impossible(diagnostics) ? Answer::NoPlan : Answer::Wrong;
  for (auto& weight : problem->weights) weight.soft = 0;
  const auto left =
      std::chrono::duration<double>(effort_.until - std::chrono::steady_clock::now()).count();
  const Limits limits{.seconds = std::max(0.01, std::min(seconds, left)),
                      .iterations = effort_.iterations,
                      .seed = effort_.seed,
                      .threads = effort_.threads};
  const Monitor monitor{.on_progress = {}, .stop = effort_.stop};
  auto look = look_first(*problem, limits, monitor);
  conflicts_ = std::move(look.conflicts);
  if (!conflicts_.empty()) return Answer::NoPlan;
  if (look.start) return Answer::Plan;
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
