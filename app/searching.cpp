#include "app/searching.h"

#include "data/write/report_json.h"
#include "scheduler/replan/published.h"

namespace app {

scheduler::Limits limits_of(const SearchRequest& request) {
  constexpr double kUsualSeconds = 10;
  return {.seconds = request.seconds.value_or(kUsualSeconds),
          .iterations = request.iterations,
          .seed = request.seed,
          .threads = request.threads,
          .settles = !request.seconds};
}

scheduler::Monitor monitor_of(const SearchRequest& request) {
  return {.on_progress = request.on_progress, .stop = request.stop};
}

scheduler::Solution solved(const engine::Problem& problem, const SearchRequest& request) {
  return scheduler::solve(problem, limits_of(request), monitor_of(request));
}

scheduler::Solution solved(const engine::Gathering& gathering,
                           const engine::Problem& problem,
                           const SearchRequest& request) {
  return scheduler::solve_published(gathering, problem, limits_of(request), monitor_of(request));
}

scheduler::Solution solved(const Checked& checked, const SearchRequest& request) {
  return solved(checked.gathering, *checked.problem, request);
}

double seconds_told(const SearchRequest& request, const scheduler::Solution& solution) {
  return request.iterations ? 0 : solution.seconds;
}

std::string json(const engine::Progress& progress) {
  return data::progress_json(progress);
}

}  // namespace app
