#include "scheduler/timetable/solve.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

#include "scheduler/explain/first_look.h"
#include "scheduler/rotation/best_rounds.h"
#include "scheduler/rotation/moving_hosts.h"
#include "scheduler/timetable/annealing.h"
#include "scheduler/timetable/apart.h"
#include "scheduler/timetable/placement.h"
#include "scheduler/timetable/placing.h"
#include "scheduler/timetable/spots.h"

namespace scheduler {
namespace {

using engine::PlanEvaluator;
using engine::Problem;
using Clock = Budget::Clock;

/// Comfort that nobody has counted yet: worse than any.
constexpr auto kUnknown = std::numeric_limits<std::int64_t>::max();

engine::Score places_of(engine::Score score) {
  score.soft = kUnknown;
  return score;
}

engine::Score told(engine::Score score) {
  if (score.soft == kUnknown) score.soft = 0;
  return score;
}

/// What the searching threads share: the best score so far, and when to end.
struct Shared {
  std::mutex mutex;
  std::condition_variable changed;
  engine::Score best;
  int running = 0;
  engine::SearchPhase phase = engine::SearchPhase::Seating;  ///< of the thread furthest on
  std::atomic<bool> solved{false};
  std::uint64_t seed = 1;  ///< of the seatings, which do not depend on the thread
  Patience patience;       ///< of each thread
  std::once_flag seated;
  std::vector<FirstSeating> seatings;  ///< per rotation; by one thread, for all
  std::once_flag spots_known;
  Spots spots;  ///< by one thread, for all
  std::vector<Blocks> apart;
  bool any_plan = false;  ///< comfort plays no part

  void enter(engine::SearchPhase next) {
    const std::lock_guard lock(mutex);
    phase = std::max(phase, next);
  }

  void offer(engine::Score score) {
    const std::lock_guard lock(mutex);
    best = std::min(best, score);
  }
};

/// Leaves out a session, or a rotation as a whole: then nobody is seated in it either.
void leave_out(PlanEvaluator& evaluator, engine::BlockId block) {
  const auto& problem = evaluator.problem();
  const auto id = problem.blocks[block].rotation;
  if (!id.exists()) return take_out(evaluator, block);
  const auto& rotation = problem.rotations[id];
  for (const auto part : rotation.parts) take_out(evaluator, problem.parts[part].block);
  engine::each_seat(rotation, [&](engine::SeatId seat) {
    evaluator.apply(engine::Change::station(seat, engine::kNoStation));
  });
}

/// A rotation with a round that has no place is left out whole.
void leave_out_torn_rotations(PlanEvaluator& evaluator) {
  const auto& problem = evaluator.problem();
  problem.blocks.each([&](engine::BlockId b) {
    if (problem.blocks[b].rotation.exists() && !evaluator.board().placed(b))
      leave_out(evaluator, b);
  });
}

/// What still breaks a hard rule by itself (groups that no seating makes fit) is left out by name:
/// a plan that keeps the rules and misses an item is better than one that breaks them.
void leave_out_what_breaks(PlanEvaluator& evaluator) {
  const auto& problem = evaluator.problem();
  while (evaluator.score().hard > 0) {
    engine::BlockId worst;
    evaluator.inspect([&](const engine::Finding& f) {
      const bool hard = problem.weights[static_cast<std::size_t>(f.rule)].hard > 0;
      if (hard && !worst.exists()) worst = problem.parts[f.part].block;
    });
    leave_out(evaluator, worst);
  }
}

/// Tried changes of a seating where any plan will do.
constexpr std::int64_t kAnySearch = 40'000;

/// Who sits where in every rotation. A rotation that is alone gets the time that a day would take.
void seat_rotations(const Problem& problem, Budget& budget, Shared& shared) {
  Random random(shared.seed);
  bool alone = problem.rotations.size() == 1;
  problem.blocks.each(
      [&](engine::BlockId b) { alone = alone && problem.blocks[b].rotation.exists(); });
  const auto steps = shared.any_plan ? kAnySearch : alone ? kThoroughSearch : kShortSearch;
  problem.rotations.each([&](engine::RotationId id) {
    shared.seatings.push_back(first_seating(problem, id, steps, random, budget));
  });
}

/// One search from start to end: who sits where, then when and in which room.
engine::Board search(
    const Problem& problem, std::uint64_t seed, Warmth warmth, Budget& budget, Shared& shared) {
  Random random(seed);
  PlanEvaluator evaluator{engine::Board(problem)};
  std::call_once(shared.seated, [&] { seat_rotations(problem, budget, shared); });
  problem.rotations.each([&](engine::RotationId id) {
    for (const auto& change : shared.seatings[id.index()].changes) evaluator.apply(change);
  });
  // Another thread's plan ends the search for places, never the seating: ours may be the better
  // one.
  budget.end_when(shared.solved);
  shared.enter(engine::SearchPhase::Placing);
  std::call_once(shared.spots_known, [&] { shared.spots = spots_of(evaluator); });
  const auto& spots = shared.spots;
  PlanEvaluator hard(evaluator.board(), engine::Scope::HardRules);
  Placing(hard, spots, random, budget).run(shared.apart, [&](engine::Score s) {
    shared.offer(places_of(s));
  });
  evaluator = PlanEvaluator(hard.board());
  leave_out_torn_rotations(evaluator);
  leave_out_what_breaks(evaluator);
  if (shared.any_plan || budget.over()) return evaluator.board();  // comfort takes long to begin
  shared.enter(engine::SearchPhase::Improving);
  Annealing(evaluator, spots, random, budget).run(warmth, shared.patience, [&](engine::Score s) {
    shared.offer(s);
  });
  return evaluator.board();
}

/// Threads search differently: where one kind of problem wants a long cool end, another wants to
/// stay warm, and a third to leave blocks aside (measured: docs/adr/0009).
constexpr std::array<Warmth, 2> kPortfolio{
    {{.first = 2, .last = 0.3, .tight = 0.005}, {.first = 0.5, .last = 0.2, .tight = 0.02}}};

/// Seconds of the first cooling where nobody set a time.
constexpr double kFirstCooling = 0.15;

Patience patience_of(const Limits& limits) {
  const bool short_ones = limits.settles && !limits.iterations && limits.seconds > kFirstCooling;
  return short_ones ? Patience(kFirstCooling / limits.seconds) : Patience();
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
    const engine::Progress progress{
        .seconds = seconds,
        .fraction = std::min(1.0, seconds / std::max(0.001, limits.seconds)),
        .best = told(shared.best),
        .phase = shared.phase};
    lock.unlock();
    monitor.on_progress(progress);
    lock.lock();
  }
}

/// The best of the plans; where they are made of groups apart, the best plan of each group.
PlanEvaluator best_of(std::vector<engine::Board> boards, const std::vector<Blocks>& apart) {
  std::size_t best = 0;
  std::vector<engine::Score> scores;
  for (const auto& board : boards) scores.push_back(PlanEvaluator(board).score());
  for (std::size_t i = 1; i < boards.size(); ++i)
    if (scores[i] < scores[best]) best = i;
  PlanEvaluator chosen(std::move(boards[best]));
  for (std::size_t i = 0; i < boards.size() && apart.size() > 1; ++i)
    if (i != best) take_better(chosen, boards[i], apart);
  return chosen;
}

/// More threads than any machine of today has cores only cost memory.
constexpr int kMostThreads = 256;

}  // namespace

int thread_count(const Limits& limits) {
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return std::min(kMostThreads, limits.threads > 0 ? limits.threads : cores);
}

Solution solve(const Problem& problem, const Limits& asked, const Monitor& monitor) {
  const auto begin = Clock::now();
  if (monitor.on_progress) monitor.on_progress({.phase = engine::SearchPhase::Proving});
  auto look = look_first(problem, asked, monitor);
  const auto limits = limits_after(look, asked);
  const auto deadline = begin + std::chrono::duration_cast<Clock::duration>(
                                    std::chrono::duration<double>(limits.seconds));
  Shared shared;
  shared.best = PlanEvaluator(engine::Board(problem)).score();
  shared.running = thread_count(limits);
  shared.seed = limits.seed * 1'000'003;
  shared.patience = patience_of(limits);
  shared.apart = planned_apart(problem);
  shared.any_plan = limits.any_plan;
  std::vector<engine::Board> boards(static_cast<std::size_t>(shared.running),
                                    engine::Board(problem));
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < boards.size(); ++i)
    threads.emplace_back([&, i] {
      Budget budget(limits.iterations, deadline, monitor.stop);
      if (limits.settles && !limits.iterations) budget.let_settle();
      if (limits.any_plan) budget.hurry();
      const auto warmth = kPortfolio[i % kPortfolio.size()];
      boards[i] = search(problem, limits.seed * 1'000'003 + i, warmth, budget, shared);
      const std::lock_guard lock(shared.mutex);
      if (!budget.over()) shared.solved = true;
      --shared.running;
      shared.changed.notify_all();
    });
  report_until_done(shared, limits, monitor, begin);
  for (auto& thread : threads) thread.join();
  auto chosen = best_of(std::move(boards), shared.apart);
  // The first look minds neither comfort nor what has been published.
  if (look.start)
    if (PlanEvaluator start(std::move(*look.start));
        places_of(start.score()) < places_of(chosen.score()))
      chosen = std::move(start);
  let_hosts_move(chosen);
  return {chosen.board(),
          chosen.score(),
          std::chrono::duration<double>(Clock::now() - begin).count(),
          std::move(look.conflicts),
          std::move(shared.seatings)};
}

}  // namespace scheduler
