#include "app/series.h"

#include <chrono>

#include "engine/plan/board_of.h"
#include "scheduler/series/slack.h"

namespace app {
namespace {

constexpr engine::Day kWeek = 7;

bool spans_weeks(const engine::Gathering& gathering) {
  const auto& days = gathering.days;
  return !days.empty() && days.back().date - days.front().date >= kWeek;
}

}  // namespace

engine::Series series_of(const Checked& checked, const engine::Plan& plan, Clock clock) {
  using Time = std::chrono::steady_clock;
  constexpr std::chrono::seconds kEffort{3};
  auto series = engine::series_of(checked.gathering, *checked.problem, plan);
  if (!spans_weeks(checked.gathering)) return series;
  const auto board = engine::board_of(checked.gathering, *checked.problem, plan);
  const auto deadline = clock == Clock::Limits ? Time::now() + kEffort : Time::time_point::max();
  series.slack = scheduler::slack_of(checked.gathering, board, deadline);
  return series;
}

}  // namespace app
