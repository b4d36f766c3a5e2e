#include "scheduler/timetable/solve.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "scheduler/rotation/polish.h"
#include "scheduler/rotation/seating.h"
#include "scheduler/timetable/placing.h"
#include "scheduler/timetable/teams.h"

namespace scheduler {
namespace {

using engine::PlanEvaluator;
using engine::Problem;
using Clock = Budget::Clock;

/// What the searching threads share: the best score so far, and when to end.
struct Shared {
  std::mutex mutex;
  std::condition_variable changed;
  engine::Score best;
  int running = 0;
  std::atomic<bool> solved{false};

  void offer(engine::Score score) {
    const std::lock_guard lock(mutex);
    best = std::min(best, score);
  }
};

void empty_seats(PlanEvaluator& evaluator, const engine::RotationRow& rotation) {
  const auto seats = rotation.rounds * static_cast<std::int32_t>(rotation.participants.size());
  for (std::int32_t i = 0; i < seats; ++i)
    evaluator.apply(engine::Change::station({rotation.first_seat.value + i}, engine::kNoStation));
}

/// A rotation that is left out seats nobody, so that it breaks nothing either.
void empty_seats_left_out(PlanEvaluator& evaluator) {
  const auto& problem = evaluator.problem();
  engine::each_seated_rotation(
      problem, [&](engine::RotationId, const engine::RotationRow& rotation) {
        const bool whole =
            std::all_of(rotation.parts.begin(), rotation.parts.end(), [&](engine::PartId p) {
              return evaluator.board().placed(problem.parts[p].block);
            });
        if (!whole) empty_seats(evaluator, rotation);
      });
}

/// Rules come before presence: a rotation whose seats break some, because the limit was short or no
/// seating keeps them, is left out.
void leave_out_broken_rotations(PlanEvaluator& evaluator) {
  const auto& problem = evaluator.problem();
  engine::each_seated_rotation(
      problem, [&](engine::RotationId, const engine::RotationRow& rotation) {
        const auto hard = evaluator.score().hard;
        if (hard == 0) return;
        const auto before = evaluator.board();
        for (const auto part : rotation.parts) {
          clear_teams(evaluator, problem.parts[part].block);
          evaluator.apply(engine::Change::place(problem.parts[part].block, engine::kNever));
        }
        empty_seats(evaluator, rotation);
        if (evaluator.score().hard >= hard) evaluator = PlanEvaluator(before);
      });
}

/// One search from start to end: who sits where, then when and in which room.
engine::Board search(const Problem& problem, std::uint64_t seed, Budget& budget, Shared& shared) {
  Random random(seed);
  PlanEvaluator evaluator{engine::Board(problem)};
  problem.rotations.each([&](engine::RotationId id) {
    for (const auto& change : first_seating(problem, id, random)) evaluator.apply(change);
    polish(evaluator, id, random, budget);
  });
  const auto spots = spots_of(evaluator);
  Placing(evaluator, spots, random, budget).run([&](engine::Score s) { shared.offer(s); });
  empty_seats_left_out(evaluator);
  leave_out_broken_rotations(evaluator);
  return evaluator.board();
}

int thread_count(const Limits& limits) {
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return limits.threads > 0 ? limits.threads : cores;
}

/// Tells the world how far the search is until all threads have ended.
void report_until_done(Shared& shared,
                       const Limits& limits,
                       const Monitor& monitor,
                       Clock::time_point begin) {
  std::unique_lock lock(shared.mutex);
  const auto done = [&] { return shared.running == 0; };
  while (!shared.changed.wait_for(lock, std::chrono::milliseconds(100), done)) {
    if (!monitor.on_progress) continue;
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    const Progress progress{
        seconds, std::min(1.0, seconds / std::max(0.001, limits.seconds)), shared.best};
    lock.unlock();
    monitor.on_progress(progress);
    lock.lock();
  }
}

}  // namespace

Solution solve(const Problem& problem, const Limits& limits, const Monitor& monitor) {
  const auto begin = Clock::now();
  const auto deadline = begin + std::chrono::duration_cast<Clock::duration>(
                                    std::chrono::duration<double>(limits.seconds));
  Shared shared;
  shared.best = PlanEvaluator(engine::Board(problem)).score();
  shared.running = thread_count(limits);
  std::vector<engine::Board> boards(static_cast<std::size_t>(shared.running),
                                    engine::Board(problem));
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < boards.size(); ++i)
    threads.emplace_back([&, i] {
      Budget budget(limits.iterations, deadline, monitor.stop, &shared.solved);
      boards[i] = search(problem, limits.seed * 1'000'003 + i, budget, shared);
      const std::lock_guard lock(shared.mutex);
      if (!budget.over()) shared.solved = true;
      --shared.running;
      shared.changed.notify_all();
    });
  report_until_done(shared, limits, monitor, begin);
  for (auto& thread : threads) thread.join();
  std::size_t best = 0;
  std::vector<engine::Score> scores;
  for (const auto& board : boards) scores.push_back(PlanEvaluator(board).score());
  for (std::size_t i = 1; i < boards.size(); ++i)
    if (scores[i] < scores[best]) best = i;
  return {std::move(boards[best]),
          scores[best],
          std::chrono::duration<double>(Clock::now() - begin).count()};
}

}  // namespace scheduler
