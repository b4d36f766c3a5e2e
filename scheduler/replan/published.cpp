#include "scheduler/replan/published.h"

#include <algorithm>

#include "engine/plan/board.h"
#include "engine/plan/make_plan.h"
#include "scheduler/replan/replan.h"

namespace scheduler {
namespace {

/// The published moment; a clock time alone says it where the gathering has one day.
std::optional<engine::Minute> moment(const engine::Gathering& gathering,
                                     const engine::Session& session) {
  const auto& start = session.timing.published.start;
  if (!start) return {};
  const auto& when = start->value;
  if (when.day) return engine::moment_at(*when.day, when.clock);
  if (session.timing.day) return engine::moment_at(session.timing.day->value, when.clock);
  if (gathering.days.size() != 1) return {};
  return engine::moment_at(gathering.days.front().date, when.clock);
}

std::optional<engine::Plan> published_plan(const engine::Gathering& gathering,
                                           const engine::Problem& problem) {
  if (gathering.sessions.empty() || !gathering.rotations.empty()) return {};
  engine::Board board(problem);
  for (std::size_t i = 0; i < gathering.sessions.size(); ++i) {
    const auto& session = gathering.sessions[i];
    const auto start = moment(gathering, session);
    if (!start) return {};
    const engine::BlockId block{static_cast<std::int32_t>(i)};
    const auto a = engine::first_activity(problem, block);
    const auto& key = session.timing.published.room;
    engine::RoomId room = board.room(a);
    for (std::size_t r = 0; key && r < gathering.rooms.size(); ++r)
      if (gathering.rooms[r].id.value == key->value) room = {static_cast<std::int32_t>(r)};
    if (!room.exists() && !problem.room_choices[a].empty()) return {};
    board.apply(engine::Change::place(block, *start, room));
  }
  return engine::make_plan(gathering, problem, board);
}

}  // namespace

std::optional<engine::Plan> keep_published(const engine::Gathering& gathering,
                                           const engine::Problem& problem,
                                           const Limits& limits,
                                           const Monitor& monitor) {
  const auto before = published_plan(gathering, problem);
  if (!before) return {};
  auto half = limits;  // what is left is for planning anew, should this come to nothing
  half.seconds /= 2;
  auto result = replan({gathering, problem, *before, {}, {}}, half, monitor);
  if (result.plan.score.hard > 0 || !result.plan.unplaced.empty()) return {};
  return std::move(result.plan);
}

}  // namespace scheduler
