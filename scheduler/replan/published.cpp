#include "scheduler/replan/published.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/items.h"
#include "engine/rules/all.h"
#include "scheduler/replan/least_perturbation.h"
#include "scheduler/replan/replan.h"
#include "scheduler/replan/told.h"
#include "scheduler/series/poll_dates.h"
#include "scheduler/timetable/decisions.h"

namespace scheduler {
namespace {

using engine::BlockId;
using engine::Board;
using engine::Gathering;
using engine::Minute;
using engine::Problem;
using engine::RoomId;

/// Shares of the time: for any plan, for two that change little, and for the repair of the better
/// one; the rest is for comfort. Where all is said already there is nothing to plan before the
/// repair.
constexpr double kForSome = 0.25;
constexpr double kForLittle = 0.3;
constexpr double kForLess = 0.2;
constexpr double kForRepair = 0.1;
constexpr double kForAll = 0.5;
constexpr double kForComfort = 0.5;

/// A clock time alone says the moment where the gathering has one day.
std::optional<Minute> moment(const Gathering& gathering, const engine::Timing& timing) {
  const auto& start = timing.published.start;
  if (!start) return {};
  const auto& when = start->value;
  if (when.day) return engine::moment_at(*when.day, when.clock);
  if (timing.day) return engine::moment_at(timing.day->value, when.clock);
  if (gathering.days.size() != 1) return {};
  return engine::moment_at(gathering.days.front().date, when.clock);
}

RoomId told_room(const Gathering& gathering, const engine::Timing& timing) {
  const auto& key = timing.published.room;
  for (std::size_t r = 0; key && r < gathering.rooms.size(); ++r)
    if (gathering.rooms[r].id.value == key->value) return {static_cast<std::int32_t>(r)};
  return {};
}

std::vector<Told> told_places(const Gathering& gathering, const Problem& problem) {
  std::vector<Told> list;
  problem.blocks.each([&](BlockId b) {
    const auto& row = problem.blocks[b];
    if (engine::blocks_of_item(problem, b).first != b) return;
    const auto& timing = engine::timing_of(gathering, row);
    if (const auto start = moment(gathering, timing))
      list.push_back({b, *start, row.session >= 0 ? told_room(gathering, timing) : RoomId{}});
  });
  return list;
}

RoomId room_of(const Board& board, BlockId block) {
  return board.room(engine::first_activity(board.problem(), block));
}

/// `board`, with what has been published where people have been told, whatever is there. Of a
/// rotation that has no place nobody is seated.
Board put_back(Board board, const std::vector<Told>& told) {
  for (const auto& [block, start, room] : told) {
    if (board.problem().blocks[block].rotation.exists() && !board.placed(block)) continue;
    board.apply(engine::Change::place(block, start, room.exists() ? room : room_of(board, block)));
  }
  return board;
}

/// In the order in which it counts: sound, complete, misleading few, comfortable.
auto price_of(const Board& board, const std::vector<Told>& told) {
  const auto score = engine::PlanEvaluator(board).score();
  return std::tuple(score.hard, score.unplaced, misled(board, told), score.soft);
}

bool is_whole(const Board& board) {
  return engine::PlanEvaluator(board).score().whole();
}

Limits share_of(const Limits& limits, double share) {
  auto part = limits;
  part.seconds *= share;
  if (part.iterations)
    *part.iterations =
        std::max<std::int64_t>(1, std::llround(share * static_cast<double>(*limits.iterations)));
  return part;
}

/// A gathering of which something has been published.
struct Published {
  const Gathering& gathering;
  const Problem& problem;
  const Monitor& monitor;
  std::vector<Told> told;
};

/// Nothing is left to be planned beside what people have been told.
bool says_everything(const Published& it) {
  return it.problem.rotations.empty() && it.told.size() == it.problem.blocks.size() &&
         std::all_of(it.told.begin(), it.told.end(), [&](const Told& t) {
           const auto a = engine::first_activity(it.problem, t.block);
           return t.room.exists() || it.problem.room_choices[a].empty();
         });
}

/// `board` with what has been published put back, and repaired so that as few as possible of those
/// who have been told something are disturbed.
Board repaired(const Published& it, const Board& board, const Limits& limits) {
  const auto id = [&](BlockId b) -> const std::string& {
    return engine::id_of(it.gathering, it.problem.blocks[b]).value;
  };
  std::set<std::string> untold;
  it.problem.blocks.each([&](BlockId b) { untold.insert(id(b)); });
  for (const auto& t : it.told) untold.erase(id(t.block));
  const auto before = engine::make_plan(it.gathering, it.problem, put_back(board, it.told));
  const Upset upset{it.gathering, it.problem, before, {}, {}, {}, std::move(untold)};
  return engine::board_of(it.gathering, it.problem, replan(upset, limits, it.monitor).plan);
}

/// What fits beside all that has been published, without a search for more.
Board first_plan(const Published& it, const Limits& limits) {
  auto one_step = limits;
  one_step.iterations = 1;
  one_step.threads = 1;
  one_step.looked = true;
  return solve(it.problem, one_step, {.on_progress = {}, .stop = it.monitor.stop}).board;
}

/// `board`, with all that has a place in `other` where it is there.
Board joined(const Board& board, const Board& other) {
  std::vector<BlockId> placed;
  board.problem().blocks.each([&](BlockId b) {
    if (other.placed(b)) placed.push_back(b);
  });
  Decisions decisions;
  note(other, decisions);
  engine::PlanEvaluator evaluator(board);
  restore(evaluator, decisions, placed);
  return evaluator.board();
}

/// A plan made anew, with what has been published where `board` has it.
Solution around(const Published& it, const Board& board, const Limits& limits) {
  auto problem = it.problem;
  for (const auto& t : it.told) {
    if (!board.placed(t.block)) continue;
    problem.published_start[t.block] = board.start(t.block);
    if (problem.blocks[t.block].session >= 0)
      problem.published_room[engine::first_activity(problem, t.block)] = room_of(board, t.block);
  }
  auto solution = solve(problem, limits, it.monitor);
  const auto plan = engine::make_plan(it.gathering, problem, solution.board);
  solution.board = engine::board_of(it.gathering, it.problem, plan);
  return solution;
}

/// Any plan, or what a search from the published programme finds, whichever misleads fewer; with
/// what has been published put back, or as near to it as a repair comes.
Solution nearest(const Published& it, const Board& first, const Limits& limits) {
  auto some = share_of(limits, kForSome);
  some.any_plan = !limits.iterations;
  auto draft = solve_dates(it.gathering, it.problem, some, it.monitor);
  const auto take = [&](Board board) {
    if (price_of(board, it.told) < price_of(draft.board, it.told)) draft.board = std::move(board);
  };
  if (misled(draft.board, it.told).items == 0 || !draft.conflicts.empty()) return draft;
  take(least_perturbed(first, it.told, share_of(limits, kForLittle), it.monitor));
  take(least_perturbed(draft.board, it.told, share_of(limits, kForLess), it.monitor));
  take(repaired(it, joined(draft.board, first), share_of(limits, kForRepair)));
  return draft;
}

}  // namespace

Solution solve_published(const Gathering& gathering,
                         const Problem& problem,
                         const Limits& limits,
                         const Monitor& monitor) {
  const auto begin = Budget::Clock::now();
  const auto spent = [&] {
    return std::chrono::duration<double>(Budget::Clock::now() - begin).count();
  };
  // One after the other they would all begin at 0 again.
  auto of_all = monitor;
  if (monitor.on_progress)
    of_all.on_progress = [&](engine::Progress now) {
      now.seconds = spent();
      now.fraction = std::min(1.0, now.seconds / std::max(0.001, limits.seconds));
      monitor.on_progress(now);
    };
  const Published it{gathering, problem, of_all, told_places(gathering, problem)};
  const auto freely = [&] { return solve_dates(gathering, problem, limits, of_all); };
  if (it.told.empty()) return freely();
  if (says_everything(it))
    if (const auto board = repaired(it, Board(problem), share_of(limits, kForAll)); is_whole(board))
      return {board, engine::PlanEvaluator(board).score(), spent(), {}, {}};
  const auto first = first_plan(it, limits);
  if (is_whole(first) && misled(first, it.told).items == 0) return freely();
  auto best = nearest(it, first, limits);
  auto rest = share_of(limits, kForComfort);
  rest.seconds = std::max(0.0, limits.seconds - spent());
  auto last = is_whole(best.board) ? around(it, best.board, rest) : solve(problem, rest, of_all);
  if (price_of(last.board, it.told) < price_of(best.board, it.told)) best = std::move(last);
  best.score = engine::PlanEvaluator(best.board).score();
  best.seconds = spent();
  return best;
}

}  // namespace scheduler
