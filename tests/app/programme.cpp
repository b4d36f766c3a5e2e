#include "tests/app/programme.h"

#include <algorithm>

#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/series/poll_dates.h"
#include "tests/app/desk.h"

namespace app_tests {

Programme programme(Files files) {
  Programme out;
  auto reading = data::read_gathering(std::move(files));
  out.checked.problem = engine::compile(reading.gathering, reading.diagnostics);
  out.checked.diagnostics = reading.diagnostics.sorted();
  out.checked.gathering = std::move(reading.gathering);
  for (const auto& one : out.checked.diagnostics) out.complaints.push_back(one.text.en);
  if (!out.checked.ok() || reading.diagnostics.has_errors()) return out;
  const auto solution = scheduler::solve_dates(
      out.checked.gathering, *out.checked.problem, {.iterations = 2'000, .threads = 1}, {});
  out.plan = engine::make_plan(out.checked.gathering, *out.checked.problem, solution.board);
  out.series = app::series_of(out.checked, out.plan, app::Clock::PlaysNoPart);
  return out;
}

Files changed(Files files, const std::string& from, const std::string& to) {
  files.at(0).bytes = replaced(files.at(0).bytes, from, to);
  return files;
}

std::string day_of(const engine::Plan& plan, const std::string& id) {
  if (const auto* one = session(plan, id)) return engine::iso_date(engine::day_of(one->start));
  const auto* two = rotation(plan, id);
  return two == nullptr ? "" : engine::iso_date(engine::day_of(two->rounds.front().start));
}

int days_between(const engine::Plan& plan, const std::string& a, const std::string& b) {
  return engine::day_of(session(plan, b)->start) - engine::day_of(session(plan, a)->end);
}

const engine::Slack* slack_of(const Programme& programme, const std::string& id) {
  for (const auto& row : programme.series.slack)
    if (std::count(row.items.begin(), row.items.end(), id) > 0) return &row;
  return nullptr;
}

bool says(const std::vector<engine::Text>& texts, const std::string& words) {
  return std::any_of(texts.begin(), texts.end(), [&](const engine::Text& text) {
    return text.en.find(words) != text.en.npos;
  });
}

}  // namespace app_tests
