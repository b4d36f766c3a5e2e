#include "app/searching.h"

#include "data/write/report_json.h"

namespace app {

scheduler::Solution solved(const engine::Problem& problem, const SearchRequest& request) {
  return scheduler::solve(problem,
                          {.seconds = request.seconds,
                           .iterations = request.iterations,
                           .seed = request.seed,
                           .threads = request.threads},
                          {.on_progress = request.on_progress, .stop = request.stop});
}

double seconds_told(const SearchRequest& request, const scheduler::Solution& solution) {
  return request.iterations ? 0 : solution.seconds;
}

std::string json(const engine::Progress& progress) {
  return data::progress_json(progress);
}

}  // namespace app
