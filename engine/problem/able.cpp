#include "engine/problem/able.h"

#include <algorithm>

namespace engine {
namespace {

bool in_windows(std::span<const RoomWindow> windows, RoomId room, Interval time) {
  bool any = false;
  for (const auto& one : windows) {
    if (one.room != room) continue;
    if (one.window.contains(time)) return true;
    any = true;
  }
  return !any;
}

bool site_is_open(const Problem& p, RoomId room, Interval time) {
  if (!p.rooms[room].site.exists()) return true;
  const auto& site = p.sites[p.rooms[room].site];
  const auto midnight = moment_at(day_of(time.from), 0);
  return Interval{midnight + site.opens, midnight + site.closes}.contains(time);
}

}  // namespace

bool room_can(const Compiling& c,
              std::span<const RoomWindow> windows,
              RoomId room,
              const PartTimes& at) {
  const auto& p = c.problem;
  if (!in_windows(windows, room, at.held)) return false;
  if (c.is_hard(RuleId::SiteClosed) && !site_is_open(p, room, at.held)) return false;
  if (!c.is_hard(RuleId::RoomUnavailable)) return true;
  const auto closed = p.room_closed[room];
  return std::none_of(
      closed.begin(), closed.end(), [&](Interval shut) { return shut.overlaps(at.room_taken); });
}

bool can_come(const Compiling& c, PersonId person, std::span<const Minute> starts, Interval held) {
  const auto windows = c.problem.available[person];
  if (windows.empty()) return true;
  return starts.empty() || std::any_of(starts.begin(), starts.end(), [&](Minute start) {
           return std::any_of(windows.begin(), windows.end(), [&](Interval window) {
             return window.contains({held.from + start, held.to + start});
           });
         });
}

}  // namespace engine
