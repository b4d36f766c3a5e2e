/// How many trial changes a second one core evaluates: trial_changes GATHERING.toml [SECONDS]
///
/// On a plan of the gathering, random sessions are tried at random places; what breaks no hard rule
/// is then made now and again, as a search would, so that the rules' memory is kept up as well.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "data/read/reader.h"
#include "engine/problem/compile.h"
#include "scheduler/search/random.h"
#include "scheduler/timetable/solve.h"
#include "scheduler/timetable/spots.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

struct Counts {
  std::int64_t tried = 0;
  std::int64_t sound = 0;  ///< broke no hard rule, so that the soft ones were asked too
  std::int64_t made = 0;
};

Counts run(engine::PlanEvaluator& evaluator, const scheduler::Spots& spots, double seconds) {
  constexpr int kMadeOneIn = 20;
  scheduler::Random random(1);
  Counts counts;
  for (const auto begin = Clock::now();;) {
    if (++counts.tried % 4096 == 0 && seconds_since(begin) > seconds) return counts;
    const engine::BlockId block{static_cast<std::int32_t>(random.below(spots.blocks()))};
    if (spots[block].empty()) continue;
    const auto spot = spots[block][random.below(spots[block].size())];
    const auto rooms = spots.rooms(spot);
    const auto change = engine::Change::place(block, spot.start, rooms[random.below(rooms.size())]);
    const auto delta = evaluator.delta(change, 0);
    if (delta.hard > 0) continue;
    ++counts.sound;
    if (random.below(kMadeOneIn) > 0) continue;
    evaluator.apply(change, delta);
    ++counts.made;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  auto reading = data::read_gathering(std::string(argv[1]));
  const auto problem = engine::compile(reading.gathering, reading.diagnostics);
  if (!problem) return 2;
  const auto spots = scheduler::spots_of(engine::PlanEvaluator(engine::Board(*problem)));
  const auto solution = scheduler::solve(
      *problem, {.seconds = 3600, .iterations = 200'000, .seed = 1, .threads = 1}, {});
  engine::PlanEvaluator evaluator(solution.board);
  const double seconds = argc > 2 ? std::atof(argv[2]) : 2;
  const auto counts = run(evaluator, spots, seconds);
  std::cout << argv[1] << ": " << static_cast<double>(counts.tried) / seconds / 1e6
            << " million trial changes a second, " << 100 * counts.sound / counts.tried
            << "% break no hard rule, " << counts.made << " made\n";
  return evaluator.audit() == evaluator.score() ? 0 : 1;
}
