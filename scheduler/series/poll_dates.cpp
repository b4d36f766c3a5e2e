#include "scheduler/series/poll_dates.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "engine/rules/all.h"

namespace scheduler {
namespace {

using engine::Gathering;
using engine::Problem;

/// More ways to choose dates than a search can try are left to the search itself.
constexpr std::size_t kMostChoices = 24;

/// One option per poll of the gathering (-1: a poll about nothing), and what the answers cost.
struct Choice {
  std::vector<std::int32_t> option;
  std::int64_t price = 0;
};

/// What the answers to one option cost at its cheapest start.
std::int64_t price_of(const Problem& problem,
                      const engine::PollRow& row,
                      const engine::Poll& poll,
                      std::size_t option) {
  const auto weight = problem.weights[static_cast<std::size_t>(engine::RuleId::PollAnswer)].soft;
  std::optional<std::int64_t> best;
  for (const auto start : problem.starts[row.block]) {
    const auto& date = poll.options[option];
    if (engine::day_of(start) != date.day) continue;
    if (date.clock && *date.clock != engine::clock_of(start)) continue;
    std::int64_t sum = 0;
    for (const auto& price : problem.poll_prices[row.block])
      if (price.start == start) sum += price.units;
    best = best ? std::min(*best, sum) : sum;
  }
  return best.value_or(0) * weight;
}

std::vector<Choice> choices_of(const Gathering& gathering, const Problem& problem) {
  std::vector<Choice> list{{}};
  for (std::size_t i = 0; i < problem.polls.size(); ++i) {
    const auto& row = problem.polls[i];
    std::vector<Choice> next;
    for (const auto& choice : list)
      for (std::size_t k = 0; k < row.options.size(); ++k) {
        if (!row.block.exists() || !row.options[k].possible()) continue;
        auto more = choice;
        more.option.push_back(static_cast<std::int32_t>(k));
        more.price += price_of(problem, row, gathering.polls[i], k);
        next.push_back(std::move(more));
      }
    if (next.empty()) {
      next = std::move(list);
      for (auto& choice : next) choice.option.push_back(-1);
    }
    list = std::move(next);
    if (list.size() > kMostChoices) return {};
  }
  std::stable_sort(
      list.begin(), list.end(), [](const Choice& a, const Choice& b) { return a.price < b.price; });
  return list;
}

/// The gathering with one date left of every poll.
Gathering narrowed(const Gathering& gathering, const Choice& choice) {
  auto copy = gathering;
  for (std::size_t i = 0; i < copy.polls.size(); ++i) {
    if (choice.option[i] < 0) continue;
    const auto k = static_cast<std::size_t>(choice.option[i]);
    auto& poll = copy.polls[i];
    poll.options = {poll.options[k]};
    for (auto& row : poll.answers)
      row.answers = {k < row.answers.size() ? row.answers[k] : engine::Answer::None};
  }
  return copy;
}

}  // namespace

Solution solve_dates(const Gathering& gathering,
                     const Problem& problem,
                     const Limits& limits,
                     const Monitor& monitor) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  const auto spent = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
  const auto choices = choices_of(gathering, problem);
  if (choices.size() < 2) return solve(problem, limits, monitor);
  std::optional<Solution> best;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (best && best->score.whole() && best->score.soft <= choices[i].price) break;
    const auto copy = narrowed(gathering, choices[i]);
    engine::Diagnostics diagnostics;
    const auto narrow = engine::compile(copy, diagnostics);
    if (!narrow) continue;
    auto part = limits;
    part.seconds = (limits.seconds - spent()) / static_cast<double>(choices.size() - i);
    auto found = solve(*narrow, part, monitor);
    const auto plan = engine::make_plan(copy, *narrow, found.board);
    found.board = engine::board_of(gathering, problem, plan);
    found.score = engine::PlanEvaluator(found.board).score();
    if (!best || found.score < best->score) best = std::move(found);
    if (monitor.stop != nullptr && monitor.stop->load()) break;
  }
  if (!best || !best->score.whole()) return solve(problem, limits, monitor);
  best->seconds = spent();
  return std::move(*best);
}

}  // namespace scheduler
