#include "scheduler/explain/alone.h"

#include <algorithm>
#include <vector>

#include "scheduler/explain/domains.h"
#include "scheduler/graph/matching.h"

namespace scheduler {

using engine::BlockId;
using engine::Change;
using engine::Interval;
using engine::Minute;
using engine::PersonId;
using engine::RoomId;
using engine::RuleId;

Alone::Alone(const engine::Problem& problem)
    : problem_(problem),
      board_(problem),
      away_(problem, board_),
      day_(problem, board_),
      locked_(problem, board_),
      closed_(problem, board_),
      site_(problem, board_),
      capacity_(problem, board_),
      features_(problem, board_) {}

template <class R>
RuleSet Alone::ask(const R& rule, const Change& change) const {
  if (!is_hard(problem_, R::kId)) return 0;
  return rule.delta(board_, change) > 0 ? one_rule(R::kId) : 0;
}

RuleSet Alone::by_start(BlockId block, Minute start) const {
  const auto change = Change::place(block, start);
  auto broken = ask(away_, change) | ask(day_, change) | ask(locked_, change);
  if (!team_can_come(block, start)) broken |= one_rule(RuleId::TeamComplete);
  if (problem_.blocks[block].rotation.exists())
    broken |=
        ask(closed_, change) | ask(site_, change) | ask(capacity_, change) | ask(features_, change);
  return broken;
}

RuleSet Alone::by_room(BlockId block, RoomId room) const {
  const auto change = Change::place(block, problem_.starts[block].front(), room);
  return ask(capacity_, change) | ask(features_, change);
}

RuleSet Alone::by_both(BlockId block, Minute start, RoomId room) const {
  const auto change = Change::place(block, start, room);
  return ask(closed_, change) | ask(site_, change) | ask(away_, change);
}

bool Alone::has_hours(BlockId block, RoomId room) const {
  const auto& site = problem_.sites[problem_.rooms[room].site];
  return site.opens > 0 || site.closes < engine::kMinutesPerDay ||
         !problem_.room_closed[room].empty() || !problem_.day_ends.empty() ||
         !problem_.room_windows[engine::first_activity(problem_, block)].empty();
}

/// Whether the open places of a session can all be held by people who are there then. Stations may
/// rest, and then need no team.
bool Alone::team_can_come(BlockId block, Minute start) const {
  if (problem_.blocks[block].rotation.exists()) return true;
  if (!is_hard(problem_, RuleId::TeamComplete) || !is_hard(problem_, RuleId::PersonUnavailable))
    return true;
  const auto a = engine::first_activity(problem_, block);
  const auto slots = problem_.slots_of[a];
  const auto team = problem_.team[a];
  const Interval held{start, start + problem_.blocks[block].minutes};
  const auto comes = [&](PersonId p) {
    const auto windows = problem_.available[p];
    const bool there = windows.empty() || std::any_of(windows.begin(), windows.end(), [&](auto w) {
                         return w.contains(held);
                       });
    return there && !std::binary_search(team.begin(), team.end(), p);
  };
  // As many as there are places in all: none of the places can be short of people.
  Choices choices{.of_left = {}, .right = static_cast<int>(problem_.people)};
  bool plenty = true;
  for (const auto slot : slots) {
    auto& able = choices.of_left.emplace_back();
    for (const PersonId p : problem_.pools[slot]) {
      if (able.size() == slots.size()) break;
      if (comes(p)) able.push_back(p.value);
    }
    plenty = plenty && able.size() == slots.size();
  }
  return plenty || match(choices).perfect();
}

}  // namespace scheduler
