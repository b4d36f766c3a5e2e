#include "scheduler/replan/late.h"

#include <algorithm>
#include <utility>

#include "scheduler/replan/rows.h"

namespace scheduler {
namespace {

using engine::Minute;
using engine::PlannedSession;

Minute on_grid(Minute moment, Minute grid) {
  return (moment + grid - 1) / grid * grid;
}

std::set<std::string> everyone(const PlannedSession& session) {
  std::set<std::string> people(session.participants.begin(), session.participants.end());
  for (const auto& holders : session.team)
    people.insert(holders.people.begin(), holders.people.end());
  return people;
}

/// Do two items share a room or people?
bool meet(const PlannedSession& a, const PlannedSession& b) {
  if (!a.room.empty() && a.room == b.room) return true;
  const auto mine = everyone(a);
  const auto theirs = everyone(b);
  return std::any_of(mine.begin(), mine.end(), [&](const auto& p) { return theirs.contains(p); });
}

/// One item after the other: whoever has to wait begins when the last it waits for ends.
void compress_behind(Adapted& to, const PlannedSession& first, const Clock& clock) {
  std::vector<std::pair<const PlannedSession*, Minute>> late{{&first, first.end}};  // and its end
  std::vector<const PlannedSession*> order;
  for (const auto& session : to.plan.sessions) order.push_back(&session);
  std::stable_sort(
      order.begin(), order.end(), [](const auto* a, const auto* b) { return a->start < b->start; });
  for (const auto* next : order) {
    if (next == &first || clock.begun(next->start) || to.fixed.contains(next->id)) continue;
    Minute start = next->start;
    for (const auto& [other, end] : late)
      if (start < end && other->start <= next->start && meet(*next, *other)) start = end;
    if (start == next->start) continue;
    start = on_grid(start, to.gathering.grid.value);
    auto* session = find_item(to.gathering.sessions, next->id);
    const auto length = next->end - next->start;
    const auto least = session->min_minutes ? session->min_minutes->value : length;
    session->minutes.value = std::clamp(next->end - start, std::min(least, length), length);
    late.emplace_back(next, start + session->minutes.value);
  }
}

void delay_rotation(Adapted& to, const Disruption& late) {
  auto* planned = find_planned(to.plan.rotations, late.item);
  if (planned == nullptr) return;
  const auto by = on_grid(late.minutes, to.gathering.grid.value);
  for (auto& round : planned->rounds) {
    round.start += by;
    round.end += by;
  }
}

}  // namespace

void run_late(Adapted& to, const Disruption& late, const Clock& clock) {
  const auto grid = to.gathering.grid.value;
  to.late_by = std::max(to.late_by, on_grid(late.minutes, grid));
  to.ordered.insert(late.item);
  auto* planned = find_planned(to.plan.sessions, late.item);
  if (planned == nullptr) return delay_rotation(to, late);
  auto* session = find_item(to.gathering.sessions, late.item);
  if (clock.begun(planned->start)) {
    planned->end += late.minutes;
  } else {
    const auto by = on_grid(late.minutes, grid);
    const auto length = planned->end - planned->start;
    const auto least = session->min_minutes ? session->min_minutes->value : length;
    planned->start += by;
    planned->end = planned->start + std::clamp(length - by, std::min(least, length), length);
  }
  session->minutes.value = planned->end - planned->start;
  compress_behind(to, *planned, clock);
}

void let_wait(Adapted& to, const Clock& clock) {
  if (to.late_by == 0) return;
  const auto loosen = [&](engine::Timing& timing, Minute start, Minute end) {
    if (!timing.start || clock.begun(start)) return;
    const auto when = [](Minute m) {
      return engine::When{.day = engine::day_of(m), .clock = engine::clock_of(m)};
    };
    timing.start.reset();
    timing.windows.assign(1, {.from = when(start), .to = when(end + to.late_by), .where = {}});
  };
  for (const auto& planned : to.plan.sessions)
    if (!to.fixed.contains(planned.id))
      loosen(find_item(to.gathering.sessions, planned.id)->timing, planned.start, planned.end);
  for (const auto& planned : to.plan.rotations)
    if (!to.fixed.contains(planned.id) && !planned.rounds.empty())
      loosen(find_item(to.gathering.rotations, planned.id)->timing,
             planned.rounds.front().start,
             planned.rounds.back().end);
}

}  // namespace scheduler
